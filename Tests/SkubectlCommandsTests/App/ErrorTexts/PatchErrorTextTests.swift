import JSONModel
import KubePatch
import Testing

@testable import SkubectlCommands

@Suite struct PatchErrorTextTests {
    @Test(arguments: [
        (
            PatchError.missingMergeKey(["b": 1, "a": "x"], key: "name"),
            "map: map[a:x b:1] does not contain declared merge key: name"
        ),
        (.wrongType(expected: .map, received: .string), "expected a map[string]interface {}, but received a string"),
        (.wrongType(expected: .list, received: .null), "expected a []interface {}, but received a %!s(<nil>)"),
        (.unknownDirective(1, in: ["$patch": 1]), "unknown patch type: %!s(int64=1) in map: map[$patch:1]"),
        (.mixedElements([["a", 1]]), "list element types are not identical: [[a 1]]"),
        (
            .unknownField("x", structure: "PodSpec"),
            "unable to find api field in struct PodSpec for the json field \"x\""
        ),
        (.preconditionFailed(["kind": "A"]), "precondition failed for: map[kind:A]"),
        (
            .conflict(patch: ["a": 1], changes: ["a": 2]),
            "patch:\na: 1\n\nconflicts with changes made from original to current:\na: 2\n\n"
        ),
        (.notOperation("a", index: 3), "json: cannot unmarshal string into Patch.3 of type jsonpatch.Operation"),
        (
            .invalidOperation(["op": "x", "a": 1], .unsupportedOperation),
            #"invalid operation {"a":1,"op":"x"}: unsupported operation"#
        ),
        (
            .operation(.missing(operation: "add", what: .path, path: "/a/b")),
            "add operation does not apply: doc is missing path: \"/a/b\": missing value"
        ),
        (
            .operation(.failed(operation: "remove", preposition: "path", path: "/l/x", .notNumber("x"))),
            "error in remove for path: '/l/x': strconv.Atoi: parsing \"x\": invalid syntax"
        ),
        (
            .orderMismatch(patch: ["b"], order: ["a"]),
            "The order in patch list:\n[b]\n doesn't match $setElementOrder list:\n[a]\n"
        ),
    ]) func wordsAreKubectls(error: PatchError, text: String) {
        #expect(error.message == text)
    }
}
