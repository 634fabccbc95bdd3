import Testing

@testable import SkubectlCommands

@Suite struct IndentedJSONTests {
    /// Recorded from Go's `json.Indent`.
    @Test(arguments: [
        ("{}\n", "{}\n"), ("[]", "[]"), ("{ }", "{}"), (" 1", "1"), (#""a\"b""#, #""a\"b""#),
        (#"{"a":{},"b":[1,2.50]}"#, "{\n  \"a\": {},\n  \"b\": [\n    1,\n    2.50\n  ]\n}"),
        (
            #"{"a": "\u003c<{,:", "b":[{"c":null}]}"# + "\n",
            "{\n  \"a\": \"\\u003c<{,:\",\n  \"b\": [\n    {\n      \"c\": null\n    }\n  ]\n}\n"
        ),
    ])
    func textsAreIndented(text: String, indented: String) {
        #expect(String(decoding: IndentedJSON.bytes(Array(text.utf8)), as: UTF8.self) == indented)
    }
}
