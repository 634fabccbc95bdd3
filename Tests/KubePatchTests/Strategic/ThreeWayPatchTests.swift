import JSONModel
import Testing

@testable import KubePatch

@Suite struct ThreeWayPatchTests {
    /// The same three versions of a list, by both sorts of patches: `a` was applied and is no more, `b` changed, `s` is
    /// the server's.
    private func versions(_ original: String, _ modified: String, _ current: String) throws -> PatchVersions {
        PatchVersions(
            original: try StrategicMergePatchTests.object(original),
            modified: try StrategicMergePatchTests.object(modified),
            current: try StrategicMergePatchTests.object(current))
    }

    @Test(arguments: [
        (
            #"{"labels":{"a":"1","b":"1"}}"#, #"{"labels":{"b":"2"}}"#, #"{"labels":{"a":"1","b":"1","s":"1"}}"#,
            #"{"labels":{"a":null,"b":"2"}}"#
        ),
        (#"{}"#, #"{"name":"n"}"#, #"{"name":"n","value":"v"}"#, "{}"),
        (
            #"{"list":[{"name":"a"},{"name":"b"}]}"#, #"{"list":[{"name":"b","value":"2"}]}"#,
            #"{"list":[{"name":"a"},{"name":"b"},{"name":"s"}]}"#,
            #"{"$setElementOrder/list":[{"name":"b"}],"list":[{"name":"b","value":"2"},{"$patch":"delete","name":"a"}]}"#
        ),
        (
            #"{"atoms":["a","b"]}"#, #"{"atoms":["b","c"]}"#, #"{"atoms":["a","b","s"]}"#,
            #"{"$deleteFromPrimitiveList/atoms":["a"],"$setElementOrder/atoms":["b","c"],"atoms":["c"]}"#
        ),
        (
            #"{"one":{"name":"a","value":"x"}}"#, #"{"one":{"name":"b"}}"#, #"{"one":{"name":"a","value":"x"}}"#,
            #"{"one":{"$retainKeys":["name"],"name":"b","value":null}}"#
        ),
    ]) func strategic(original: String, modified: String, current: String, patch: String) throws {
        let versions = try versions(original, modified, current)
        let made = try StrategicMergePatch.between(versions, schema: StrategicMergePatchTests.schema, overwrites: true)
        #expect(StrategicMergePatchTests.text(made) == patch)
    }

    @Test(arguments: [
        (#"{"name":"a"}"#, #"{"name":"b"}"#, #"{"name":"c"}"#, true),
        (#"{"name":"a"}"#, #"{"name":"b"}"#, #"{"name":"a","value":"c"}"#, false),
        (#"{"fixed":["a"]}"#, #"{"fixed":["a","b"]}"#, #"{"fixed":["c"]}"#, true),
        (#"{"atoms":["a"]}"#, #"{"atoms":["a","b"]}"#, #"{"atoms":["a","c"]}"#, false),
        (
            #"{"list":[{"name":"a","value":"1"}]}"#, #"{"list":[{"name":"a","value":"2"}]}"#,
            #"{"list":[{"name":"a","value":"3"}]}"#, true
        ),
        (
            #"{"list":[{"name":"a","value":"1"}]}"#, #"{"list":[{"name":"a","value":"2"}]}"#,
            #"{"list":[{"name":"a","value":"1"},{"name":"b"}]}"#, false
        ),
    ]) func whatSomebodyElseChangedIsAConflict(
        original: String, modified: String, current: String, isConflict: Bool
    ) throws {
        let versions = try versions(original, modified, current)
        let made = Result {
            try StrategicMergePatch.between(versions, schema: StrategicMergePatchTests.schema, overwrites: false)
        }
        if case .failure(PatchError.conflict) = made {
            #expect(isConflict)
        } else {
            #expect(!isConflict)
            _ = try made.get()
        }
    }

    @Test func kindAndNameMustStay() throws {
        let old: JSONObject = ["kind": "A", "metadata": ["name": "a"]]
        let renamed: JSONObject = ["kind": "A", "metadata": ["name": "b"]]
        let versions = PatchVersions(original: old, modified: renamed, current: old)
        #expect(throws: PatchError.preconditionFailed(["metadata": ["name": "b"]])) {
            try JSONMergePatch.between(versions, preconditions: PatchPrecondition.sameObject)
        }
        #expect(throws: PatchError.preconditionFailed(["metadata": ["name": "b"]])) {
            try StrategicMergePatch.between(
                versions, schema: UnknownPatchSchema(), overwrites: true, preconditions: PatchPrecondition.sameObject)
        }
    }

    @Test(arguments: [
        (#"{"a":1,"b":1}"#, #"{"b":2,"c":{}}"#, #"{"a":1,"b":1,"s":1}"#, #"{"a":null,"b":2,"c":{}}"#),
        (#"{"a":{"x":1,"y":1}}"#, #"{"a":{"y":2}}"#, #"{"a":{"x":1,"y":1,"z":1}}"#, #"{"a":{"x":null,"y":2}}"#),
        (#"{"l":[1,2]}"#, #"{"l":[1]}"#, #"{"l":[1,2,3]}"#, #"{"l":[1]}"#),
        (#"{}"#, #"{"a":1.0}"#, #"{"a":1}"#, "{}"),
        (#"{"a":{"x":1}}"#, #"{"a":{}}"#, #"{"a":{"x":1}}"#, #"{"a":{"x":null}}"#),
    ]) func jsonMerge(original: String, modified: String, current: String, patch: String) throws {
        let made = try JSONMergePatch.between(versions(original, modified, current))
        #expect(StrategicMergePatchTests.text(made) == patch)
    }
}
