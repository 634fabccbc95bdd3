import JSONModel
import Testing

@testable import KubePatch

@Suite struct ComponentPatchSchemaTests {
    private static let components: [String: JSONValue] = [
        "Spec": [
            "type": "object",
            "properties": [
                "items": [
                    "type": "array", "x-kubernetes-patch-strategy": "merge,retainKeys",
                    "x-kubernetes-patch-merge-key": "name",
                    "items": ["allOf": [["$ref": "#/components/schemas/Item"]], "default": [:]],
                ],
                "lost": ["$ref": "#/components/schemas/Nowhere"],
            ],
        ],
        "Item": ["type": "object", "properties": ["name": ["type": "string"], "value": ["type": "string"]]],
    ]
    private let schema = ComponentPatchSchema(
        ["type": "object", "properties": ["spec": ["allOf": [["$ref": "#/components/schemas/Spec"]]]]]
    ) { components[$0] }

    @Test func followsReferencesAlsoWhereTheyHaveADefault() throws {
        let spec = try schema.map("spec").schema
        let items = try spec.list("items")
        #expect(items.strategies == ["merge", "retainKeys"])
        #expect(items.mergeKey == "name")
        #expect(throws: PatchError.fieldMissing("odd")) { try items.schema.map("odd") }
    }

    @Test func refusesWhatIsNotThere() throws {
        #expect(throws: PatchError.fieldMissing("odd")) { try schema.map("odd") }
        let spec = try schema.map("spec").schema
        #expect(throws: PatchError.unresolvedReference("#/components/schemas/Nowhere")) { try spec.map("lost") }
    }

    @Test func makesPatchesByIt() throws {
        let old: JSONObject = ["spec": ["items": [["name": "a", "value": "1"], ["name": "b"]]]]
        let new: JSONObject = ["spec": ["items": [["name": "b"], ["name": "a"]]]]
        let patch = try StrategicMergePatch.between(old, new, schema: schema)
        #expect(
            StrategicMergePatchTests.text(patch)
                == #"{"spec":{"$setElementOrder/items":[{"name":"b"},{"name":"a"}],"items":"#
                + #"[{"$retainKeys":["name"],"name":"a","value":null}]}}"#)
        let result = try StrategicMergePatch.applying(patch, to: old, schema: schema)
        #expect(JSONValue.object(result).isEqual(to: .object(new)))
    }
}
