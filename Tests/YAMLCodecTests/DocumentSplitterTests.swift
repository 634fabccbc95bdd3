import JSONModel
import Testing
import YAMLCodec

struct DocumentSplitterTests {
    private func split(_ text: String) throws -> [String] {
        var splitter = DocumentSplitter(Array(text.utf8))
        var result: [String] = []
        while let document = try splitter.next() {
            result.append("\(document.line):" + String(decoding: document.bytes, as: UTF8.self))
        }
        return result
    }

    @Test(arguments: [
        ("", []), ("a", ["1:a\n"]), ("a\n", ["1:a\n"]), ("a\n---\nb\n", ["1:a\n", "3:b\n"]),
        // A separator before anything else belongs to the document.
        ("---\na\n---\nb", ["1:---\na\n", "4:b\n"]), ("a\n---\n", ["1:a\n"]),
        ("---\n---\n---\na\n", ["1:---\n", "3:---\na\n"]), ("# c\n---\n# d\n", ["1:# c\n", "3:# d\n"]),
        ("a\n--- # comment\nb\n", ["1:a\n", "3:b\n"]), ("a\n---   \nb\n", ["1:a\n", "3:b\n"]),
        ("a\r\n---\r\nb\r\n", ["1:a\n", "3:b\n"]), ("a\n ---\nb\n", ["1:a\n ---\nb\n"]), ("a\r", ["1:a\r\n"]),
    ])
    func dividesAtSeparators(_ text: String, _ expected: [String]) throws {
        #expect(try split(text) == expected)
    }

    @Test(arguments: [("--- foo\n", "foo"), ("a\n---b\n", "b"), ("a\n---- \n", "-"), ("--- |\n x\n", "|")])
    func refusesTextAfterASeparator(_ text: String, _ rest: String) {
        #expect(throws: YAMLError.invalidSeparator(rest)) { try split(text) }
    }

    @Test func decodesAllDocuments() throws {
        let bytes = Array("# first\n---\na: 1\n---\n---\n# none\n---\n- b\n".utf8)
        let expected = [
            YAMLDocument(value: .null, line: 1), YAMLDocument(value: ["a": 1], line: 3),
            YAMLDocument(value: .null, line: 5), YAMLDocument(value: ["b"], line: 8),
        ]
        #expect(try YAMLDecoder.decode(bytes) == expected)
    }
}
