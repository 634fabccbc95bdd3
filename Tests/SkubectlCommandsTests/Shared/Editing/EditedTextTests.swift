import Testing

@testable import SkubectlCommands

/// What counts of an edited text, as for kubectl 1.36.
struct EditedTextTests {
    private func text(_ string: String) -> EditedText { EditedText(Array(string.utf8)) }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: [
        ("", ""), ("# a\n", ""), ("a\n# b\nc", "a\nc"), ("a # b\n  # c\n\t#d\r\n", "a # b\n"),
        ("#!/bin/sh\na: |\n  # b\n", "#!/bin/sh\na: |\n"), ("a\n\n#", "a\n\n"),
    ])
    func `lines that are comments`(given: String, rest: String) {
        #expect(string(text(given).withoutComments) == rest)
    }

    @Test(arguments: [
        ("b: 1 # x\na: z", #"{"a":"z","b":1}"#), ("# x\n", "null"), ("", "null"), (" {x", " {x"),
        ("\n{\"a\": 1}\n", "\n{\"a\": 1}\n"), ("a: [\n# b\n", "a: [\n"), ("a: 1\n---\nb: 2\n", #"{"a":1}"#),
    ])
    func `what tells texts apart`(given: String, meaning: String) {
        #expect(string(text(given).meaning) == meaning)
    }

    @Test(arguments: [
        ("", false), ("\n \n\t\r\n", false), (" # a\n#!b", false), ("#\n a", true), ("{", true),
    ])
    func `whether there is anything`(given: String, hasContent: Bool) {
        #expect(text(given).hasContent == hasContent)
    }

    @Test func `line ends of Windows`() {
        #expect(string(text("a\n\nb").withWindowsLineEndings.bytes) == "a\r\n\r\nb")
    }
}
