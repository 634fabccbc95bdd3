import Testing

@testable import KubeClient

/// Every answer is that of kubectl 1.36 to `create -f` with such a file.
@Suite struct DuplicateKeysTests {
    private func keys(_ metadata: String) -> [String] {
        DuplicateKeys.faults(inJSON: Array(#"{"kind": "X", "metadata": \#(metadata), "data": {"q": 1, "q": 2}}"#.utf8))
            .compactMap { if case .duplicateKey(let key) = $0 { key } else { nil } }
    }

    @Test(arguments: [
        (#"{"labels": {"a": "1", "b": "2", "a": "3", "b": "4"}}"#, ["a"]),
        (#"{"annotations": {"x": "1", "\u0078": "2"}, "labels": {"b": "1", "b": "2"}}"#, ["b", "x"]),
        (#"{"labels" : {"a\"\n" :"1","a\"\u000a":"2"}}"#, ["a\"\n"]),
        (#"{"labels": {"a": "a", "b": "a"}, "name": "a", "name": "b"}"#, []),
        (#"{"name": "a", "name": "b"}"#, []),
        (#"{"labels": "a:\"}{", "x": 1, "x": 2}"#, ["x"]),
        (#"{"labels": null, "name": "a", "name": "b"}"#, ["name"]),
        (#"{"labels": {"a": {"b": 1, "a": 2}}}"#, ["a"]),
        (#"{"labels": {"a": {"b": 1}, "a": 2}}"#, []),
        (#"{"labels": ["a", {"a": 1}], "a": 2}"#, []),
        (#"{"x": {"labels": {"a": 1, "a": 2}}}"#, []),
        (#"[{"labels": {"a": 1, "a": 2}}]"#, []),
        (#""labels""#, []), ("5", []),
    ])
    func keysThatStandTwice(_ metadata: String, expected: [String]) {
        #expect(keys(metadata) == expected)
    }

    @Test func metadataThatStandsTwiceIsLookedAtTwice() {
        let text = #"{"metadata": {"name": "s"}, "metadata": {"labels": {"a": "1", "a": "2"}}}"#
        #expect(DuplicateKeys.faults(inJSON: Array(text.utf8)) == [.duplicateKey("a")])
    }

    @Test(arguments: [
        "", "[]", "5", "{", #"{"metadata": {"labels": {"a"#, #"{"metadata": {"labels": {"a\"#, "\"", "}}]",
    ])
    func textsWithoutMetadata(_ text: String) {
        #expect(DuplicateKeys.faults(inJSON: Array(text.utf8)) == [])
    }
}
