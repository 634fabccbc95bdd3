import JSONModel
import Testing

@testable import KubePatch

@Suite struct JSONPatchTests {
    @Test(arguments: [
        (#"{"a":1}"#, #"[{"op":"add","path":"/b","value":2}]"#, #"{"a":1,"b":2}"#),
        (#"{"a":[1,3]}"#, #"[{"op":"add","path":"/a/1","value":2}]"#, #"{"a":[1,2,3]}"#),
        (#"{"a":[1]}"#, #"[{"op":"add","path":"/a/-","value":2}]"#, #"{"a":[1,2]}"#),
        (#"{"a":[1,2]}"#, #"[{"op":"add","path":"/a/-1","value":3}]"#, #"{"a":[1,2,3]}"#),
        (#"{"a":1,"b":2}"#, #"[{"op":"remove","path":"/a"}]"#, #"{"b":2}"#),
        (#"{"a":[1,2]}"#, #"[{"op":"remove","path":"/a/-1"}]"#, #"{"a":[1]}"#),
        (#"{"a":1}"#, #"[{"op":"replace","path":"/a","value":{"b":2}}]"#, #"{"a":{"b":2}}"#),
        (#"{"a":1}"#, #"[{"op":"replace","path":"","value":{"b":2}}]"#, #"{"b":2}"#),
        (#"{"a":1}"#, #"[{"op":"replace","path":"","value":2}]"#, #"{"a":1}"#),
        (#"{"a":{"b":1}}"#, #"[{"op":"move","from":"/a/b","path":"/c"}]"#, #"{"a":{},"c":1}"#),
        (#"{"a":{"b":1}}"#, #"[{"op":"copy","from":"/a","path":"/c"}]"#, #"{"a":{"b":1},"c":{"b":1}}"#),
        (#"{"a":{"x":1,"y":2}}"#, #"[{"op":"test","path":"/a","value":{"y":2,"x":1}}]"#, #"{"a":{"x":1,"y":2}}"#),
        (#"{"a/b":1,"c~d":2}"#, #"[{"op":"remove","path":"/a~1b"},{"op":"remove","path":"/c~0d"}]"#, "{}"),
        (
            #"{"a":1}"#, #"[{"op":"test","path":"/x","value":null},{"op":"add","path":"/~2","value":1}]"#,
            #"{"a":1,"~2":1}"#
        ),
        (#"{"a":1}"#, "null", #"{"a":1}"#), (#"{"a":1}"#, "[]", #"{"a":1}"#),
        (#"{"a":1}"#, #"[{"op":"add","path":"anything/b","value":null}]"#, #"{"a":1,"b":null}"#),
    ]) func doesOperations(document: String, patch: String, result: String) throws {
        let changed = try JSONPatch(JSONParser.parse(patch)).applied(to: JSONParser.parse(document))
        #expect(JSONWriter.text(changed) == result)
    }

    @Test(arguments: [
        (
            #"[{"op":"add","path":"/x/y","value":1}]"#,
            JSONPatchFault.missing(operation: "add", what: .path, path: "/x/y")
        ),
        (#"[{"op":"add","path":"","value":1}]"#, .missing(operation: "add", what: .path, path: "")),
        (#"[{"op":"add","path":"/a/b","value":1}]"#, .missing(operation: "add", what: .path, path: "/a/b")),
        (#"[{"op":"replace","path":"/l/9","value":1}]"#, .missing(operation: "replace", what: .key, path: "/l/9")),
        (#"[{"op":"replace","path":"/b","value":1}]"#, .missing(operation: "replace", what: .key, path: "/b")),
        (
            #"[{"op":"copy","from":"/x","path":"/b"}]"#,
            .failed(operation: "copy", preposition: "from", path: "/x", .nonexistentKey("x", verb: "get"))
        ),
        (
            #"[{"op":"remove","path":"/x"}]"#,
            .failed(operation: "remove", preposition: "path", path: "/x", .nonexistentKey("x", verb: "remove"))
        ),
        (
            #"[{"op":"remove","path":"/l/9"}]"#,
            .failed(operation: "remove", preposition: "path", path: "/l/9", .invalidIndex(9))
        ),
        (
            #"[{"op":"add","path":"/l/x","value":1}]"#,
            .failed(operation: "add", preposition: "path", path: "/l/x", .notIndex("x", .notNumber("x")))
        ),
        (
            #"[{"op":"remove","path":"/l/99999999999999999999"}]"#,
            .failed(
                operation: "remove", preposition: "path", path: "/l/99999999999999999999",
                .numberOutOfRange("99999999999999999999"))
        ),
        (#"[{"op":"move","from":"/x/y","path":"/a"}]"#, .missing(operation: "move", what: .from, path: "/x/y")),
        (#"[{"op":"move","from":"/a","path":"/x/y"}]"#, .missing(operation: "move", what: .destination, path: "/x/y")),
        (#"[{"op":"copy","from":"/a","path":"/l/9"}]"#, .copyFailed(.invalidIndex(9))),
        (#"[{"op":"test","path":"/a","value":2}]"#, .testFailed(path: "/a")),
        (#"[{"op":"test","path":"/a"}]"#, .testFailed(path: "/a")),
    ]) func tellsWhatCannotBeDone(patch: String, fault: JSONPatchFault) throws {
        let patch = try JSONPatch(JSONParser.parse(patch))
        #expect(throws: PatchError.operation(fault)) { try patch.applied(to: ["a": 1, "l": [1, 2]]) }
    }

    @Test(arguments: [
        (#"{"path":"/a"}"#, JSONPatchFault.unsupportedOperation),
        (#"{"op":"merge","path":"/a"}"#, .unsupportedOperation),
        ("null", .unsupportedOperation), (#"{"op":1}"#, .unsupportedOperation),
        (#"{"op":"add","path":"/a"}"#, .undecodable(field: "value", .missingField("value"))),
        (#"{"op":"replace","value":1}"#, .undecodable(field: "path", .missingField("path"))),
        (#"{"op":"test","path":1}"#, .undecodable(field: "path", .notText(1))),
        (#"{"op":"move","path":"/a"}"#, .undecodable(field: "from", .missingField("from"))),
    ]) func refusesOperationsBeforeAnyIsDone(operation: String, fault: JSONPatchFault) throws {
        let operation = try JSONParser.parse(operation)
        #expect(throws: PatchError.invalidOperation(operation, fault)) {
            try JSONPatch([["op": "remove", "path": "/a"], operation])
        }
    }

    @Test func refusesWhatIsNoPatch() {
        #expect(throws: PatchError.notOperations(["op": "add"])) { try JSONPatch(["op": "add"]) }
        #expect(throws: PatchError.notOperation("add", index: 1)) { try JSONPatch([["op": "add"], "add"]) }
    }
}
