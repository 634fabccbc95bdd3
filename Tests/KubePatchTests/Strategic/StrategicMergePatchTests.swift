import JSONModel
import StdlibExtensions
import Testing

@testable import KubePatch

@Suite struct StrategicMergePatchTests {
    /// A schema with a field of each sort: lists that are merged and replaced, maps that are replaced and that keep
    /// only what is named.
    static let definition: JSONValue = [
        "type": "object",
        "properties": [
            "name": ["type": "string"], "value": ["type": "string"],
            "list": [
                "type": "array", "items": ["$ref": "#/definitions/item"], "x-kubernetes-patch-strategy": "merge",
                "x-kubernetes-patch-merge-key": "name",
            ],
            "atoms": ["type": "array", "items": ["type": "string"], "x-kubernetes-patch-strategy": "merge"],
            "fixed": ["type": "array", "items": ["type": "string"]],
            "labels": ["type": "object", "additionalProperties": ["type": "string"]],
            "whole": ["$ref": "#/definitions/item", "x-kubernetes-patch-strategy": "replace"],
            "one": ["$ref": "#/definitions/item", "x-kubernetes-patch-strategy": "retainKeys"],
            "volumes": [
                "type": "array", "items": ["$ref": "#/definitions/item"],
                "x-kubernetes-patch-strategy": "merge,retainKeys", "x-kubernetes-patch-merge-key": "name",
            ],
        ],
    ]
    static let schema = DefinitionPatchSchema(definition, path: "item") { $0 == "item" ? definition : nil }

    static func object(_ text: String) throws -> JSONObject {
        try #require(try JSONParser.parse(text).object)
    }

    static func text(_ object: JSONObject) -> String {
        JSONWriter.text(.object(object), style: JSONStyle(sortsKeys: true))
    }

    // MARK: - Two ways

    @Test(arguments: [
        (#"{"name":"a"}"#, #"{"name":"a"}"#, "{}"),
        (#"{"name":"a"}"#, #"{"name":"b","value":"c"}"#, #"{"name":"b","value":"c"}"#),
        (#"{"name":"a","value":"b"}"#, #"{"name":"a"}"#, #"{"value":null}"#),
        (#"{"labels":{"a":"1","b":"2"}}"#, #"{"labels":{"a":"1","c":"3"}}"#, #"{"labels":{"b":null,"c":"3"}}"#),
        (#"{"fixed":["a","b"]}"#, #"{"fixed":["b"]}"#, #"{"fixed":["b"]}"#),
        (
            #"{"list":[{"name":"a","value":"1"},{"name":"b"}]}"#, #"{"list":[{"name":"a","value":"2"},{"name":"b"}]}"#,
            #"{"$setElementOrder/list":[{"name":"a"},{"name":"b"}],"list":[{"name":"a","value":"2"}]}"#
        ),
        (
            #"{"list":[{"name":"a"},{"name":"b"}]}"#, #"{"list":[{"name":"b"},{"name":"a"}]}"#,
            #"{"$setElementOrder/list":[{"name":"b"},{"name":"a"}]}"#
        ),
        (
            #"{"list":[{"name":"a"},{"name":"b"}]}"#, #"{"list":[{"name":"c"},{"name":"b"}]}"#,
            #"{"$setElementOrder/list":[{"name":"c"},{"name":"b"}],"list":[{"name":"c"},{"$patch":"delete","name":"a"}]}"#
        ),
        (#"{"list":[{"name":"a"}]}"#, #"{"list":[]}"#, #"{"list":[{"$patch":"delete","name":"a"}]}"#),
        (#"{"list":[]}"#, #"{"list":[{"name":"a"}]}"#, #"{"list":[{"name":"a"}]}"#),
        (
            #"{"atoms":["a","b"]}"#, #"{"atoms":["a","c"]}"#,
            #"{"$deleteFromPrimitiveList/atoms":["b"],"$setElementOrder/atoms":["a","c"],"atoms":["c"]}"#
        ),
        // The order is also written where nothing changed, because the old list was sorted meanwhile.
        (#"{"atoms":["b","a"]}"#, #"{"atoms":["b","a"]}"#, #"{"$setElementOrder/atoms":["b","a"]}"#),
        // A map that is replaced is in every patch.
        (#"{"whole":{"name":"a"}}"#, #"{"whole":{"name":"a"}}"#, #"{"whole":{"name":"a"}}"#),
        (
            #"{"one":{"name":"a","value":"b"}}"#, #"{"one":{"name":"c"}}"#,
            #"{"one":{"$retainKeys":["name"],"name":"c","value":null}}"#
        ),
        (
            #"{"volumes":[{"name":"a","value":"b"}]}"#, #"{"volumes":[{"name":"a","whole":{"name":"c"}}]}"#,
            #"{"$setElementOrder/volumes":[{"name":"a"}],"volumes":[{"$retainKeys":["name","whole"],"name":"a","value":null,"whole":{"name":"c"}}]}"#
        ),
        (#"{"name":1}"#, #"{"name":1.0}"#, #"{"name":1.0}"#),
        (#"{"unknown":{"a":1}}"#, #"{"unknown":{"a":1}}"#, "{}"),
    ]) func madeOfTwoVersions(original: String, modified: String, patch: String) throws {
        let (original, modified) = (try Self.object(original), try Self.object(modified))
        let made = try StrategicMergePatch.between(original, modified, schema: Self.schema)
        #expect(Self.text(made) == patch)
        let result = try StrategicMergePatch.applying(made, to: original, schema: Self.schema)
        #expect(JSONValue.object(result).isEqual(to: .object(modified)))
    }

    // MARK: - Applying

    @Test(arguments: [
        (#"{"name":"a"}"#, #"{"value":null,"labels":{"x":null,"y":"1"}}"#, #"{"labels":{"y":"1"},"name":"a"}"#),
        (#"{"labels":{"a":"1"}}"#, #"{"labels":{"$patch":"replace","b":"2"}}"#, #"{"labels":{"b":"2"}}"#),
        (#"{"labels":{"a":"1"}}"#, #"{"labels":{"$patch":"delete"}}"#, #"{"labels":{}}"#),
        (#"{"list":[{"name":"a"}]}"#, #"{"list":[{"name":"b"}]}"#, #"{"list":[{"name":"b"},{"name":"a"}]}"#),
        (#"{"list":[{"name":"a"}]}"#, #"{"list":[{"name":"b"},{"$patch":"replace"}]}"#, #"{"list":[{"name":"b"}]}"#),
        (
            #"{"list":[{"name":"a"},{"name":"b"},{"name":"a"}]}"#, #"{"list":[{"$patch":"delete","name":"a"}]}"#,
            #"{"list":[{"name":"b"}]}"#
        ),
        (#"{"fixed":["a"]}"#, #"{"fixed":["b"]}"#, #"{"fixed":["b"]}"#),
        (#"{"atoms":["a","b"]}"#, #"{"atoms":["b","c"]}"#, #"{"atoms":["a","b","c"]}"#),
        (#"{"atoms":["a","b","a"]}"#, #"{"$deleteFromPrimitiveList/atoms":["a","x"]}"#, #"{"atoms":["b"]}"#),
        (
            #"{"list":[{"name":"x"},{"name":"a"},{"name":"y"}]}"#,
            #"{"$setElementOrder/list":[{"name":"b"},{"name":"a"}],"list":[{"name":"b"}]}"#,
            #"{"list":[{"name":"b"},{"name":"x"},{"name":"a"},{"name":"y"}]}"#
        ),
        // What is new comes behind what only the server has where an element was deleted before.
        (
            #"{"list":[{"name":"1"},{"name":"2"},{"name":"4"}]}"#,
            #"{"$setElementOrder/list":[{"name":"2"},{"name":"3"}],"list":[{"name":"3"},{"$patch":"delete","name":"1"}]}"#,
            #"{"list":[{"name":"2"},{"name":"4"},{"name":"3"}]}"#
        ),
        (
            #"{"one":{"name":"a","value":"b"}}"#, #"{"one":{"$retainKeys":["name"],"name":"c"}}"#,
            #"{"one":{"name":"c"}}"#
        ),
        (#"{"whole":{"name":"a"}}"#, #"{"whole":{"value":"b"}}"#, #"{"whole":{"value":"b"}}"#),
        (#"{"name":"a"}"#, #"{"name":{"b":1}}"#, #"{"name":{"b":1}}"#),
        (#"{"name":"a"}"#, #"{"$patch":"replace","value":"b"}"#, #"{"value":"b"}"#),
        (#"{}"#, #"{"list":[{"$patch":"delete","name":"a"},{"name":"b"}]}"#, #"{"list":[{"name":"b"}]}"#),
    ]) func changesObjects(object: String, patch: String, result: String) throws {
        let changed = try StrategicMergePatch.applying(
            Self.object(patch), to: Self.object(object), schema: Self.schema)
        #expect(Self.text(changed) == result)
    }

    @Test(arguments: [
        (
            #"{"list":[{"name":"a"}]}"#, #"{"list":[{"value":"b"}]}"#,
            PatchError.missingMergeKey(["value": "b"], key: "name")
        ),
        (
            #"{"labels":{"a":"1"}}"#, #"{"labels":{"$patch":"merge"}}"#,
            .unknownDirective("merge", in: ["$patch": "merge"])
        ),
        (#"{"list":[{"name":"a"}]}"#, #"{"list":[{"$patch":"merge","name":"a"}]}"#, .mergeDirectiveInList),
        (#"{"list":[{"name":"a"}]}"#, #"{"list":["b"]}"#, .mixedElements([[["name": "a"]], ["b"]])),
        (#"{"one":{"name":"a"}}"#, #"{"one":{"$retainKeys":["name"],"value":"b"}}"#, .malformedRetainKeys),
        (#"{"one":{"name":"a"}}"#, #"{"one":{"$retainKeys":"name"}}"#, .malformedRetainKeys),
        (#"{"atoms":["a"]}"#, #"{"$deleteFromPrimitiveListatoms":["a"]}"#, .malformedPrimitiveList),
        (#"{"atoms":["a"]}"#, #"{"$setElementOrder/atoms":"a"}"#, .wrongType(expected: .list, received: .string)),
        (
            #"{"atoms":["a"]}"#, #"{"$setElementOrder/atoms":["a","b"],"atoms":["b","a"]}"#,
            .orderMismatch(patch: ["b", "a"], order: ["a", "b"])
        ),
        (#"{"odd":{"a":1}}"#, #"{"odd":{"a":2}}"#, .fieldNotFound("odd", path: "item")),
        (#"{"labels":{"a":{"b":1}}}"#, #"{"labels":{"a":{"b":2}}}"#, .unexpectedSchema(expected: .kind, got: .map)),
    ]) func refusesWhatIsMalformed(object: String, patch: String, error: PatchError) throws {
        let (patch, object) = (try Self.object(patch), try Self.object(object))
        #expect(throws: error) { try StrategicMergePatch.applying(patch, to: object, schema: Self.schema) }
    }

    @Test func refusesWhatIsNestedTooDeeply() {
        var value: JSONValue = [:]
        for _ in 0..<2_000 { value = ["a": value] }
        #expect(throws: PatchError.tooDeep(limit: 1_000)) {
            try StrategicMergePatch.applying(["a": value], to: ["a": value], schema: UnknownPatchSchema())
        }
    }
}
