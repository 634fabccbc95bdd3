import JSONModel
import Testing

/// RFC 8259, construct by construct: what is in the grammar is accepted, what is not is refused.
@Suite struct JSONGrammarTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-0", "\"\"", "[]", "{}", " 1 ", "\t[\r\n]\n", "[ ]", "{ }",
        "[null]", "[1,2,3]", "[1 , 2]", "[[],[[]],{}]", #"{"":0}"#, #"{"a":{"b":{}}}"#, #"{ "a" : 1 , "b" : [ ] }"#,
        // Numbers.
        "1", "-1", "10", "123456789012345678901234567890", "0.0", "-0.5", "1.10", "1e5", "1E5", "1e+5", "1e-5", "0e0",
        "0.1e01", "1.5E+300", "1e999999", "-0e-0", "[-0]", "[1.0,2]", "{\"a\":-1.5e3}",
        // Strings.
        #""a""#, #""\"\\\/\b\f\n\r\t""#, #""\u0000""#, #""\uABCD\uabcd""#, #""\ud83d\ude00""#, #""\ud83d""#,
        #""\ude00""#,
        #""\ud83d\ud83d""#, "\"\u{7F}\"", "\"é€😀\"", "\"\u{FFFF}\u{10FFFF}\"", "\"\u{2028}\u{2029}\"", #""a,b]}:{[""#,
        #"["\\"]"#, #"["\\\\\""]"#, #"{"\u0061":1}"#,
    ])
    func accepts(text: String) {
        #expect(throws: Never.self) { try JSONParser.parse(text) }
    }

    @Test(arguments: [
        "", " ", "\n", "nul", "nulL", "nullx", "Null", "TRUE", "tru", "falsey", "undefined", "NaN", "Infinity",
        "-Infinity",
        "[", "]", "{", "}", "[[", "[]]", "{}}", "[}", "{]", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]",
        "[1;2]",
        "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\" 1}", "{\"a\"::1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,,\"b\":2}", "{1:1}", "{null:1}", "{a:1}", "{'a':1}", "{[]:1}", "{\"a\":}", "{:1}", "{\"a\",1}",
        "[\"a\":1]",
        "1 2", "[][]", "{}[]", "true false", "\"a\" \"b\"", ",", ":", "[:]", "[1:2]",
        // Numbers.
        "-", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e5", "1e", "1e+", "1e-", "1ee5", "1e5.5", "1.5.5", "0x10",
        "0b1",
        "1_000", "--1", "1-", "1+1", "0e", "0e+", "٣", "１", "[1.]", "[-]", "[1e]", "{\"a\":01}",
        // Strings.
        "\"", "\"a", "\"\\\"", "'a'", "\"\\x41\"", "\"\\a\"", "\"\\'\"", "\"\\u\"", "\"\\u12\"", "\"\\u123\"",
        "\"\\u123g\"",
        "\"\\u 123\"", "\"\\U0041\"", "\"\\\"", "\"\\\n\"", "\"\n\"", "\"\t\"", "\"\0\"", "\"\u{1F}\"", "\"a\"b",
        "\"\\é\"",
        "\"\\ud83d\\u\"",
        // What other dialects have.
        "// c\n1", "/* c */ 1", "[1] // c", "# c\n1", "\u{FEFF}1", "\u{A0}1", "\u{B}1", "\u{C}1", "\u{85}1", "1\u{0}",
        "\0",
    ])
    func refuses(text: String) {
        #expect(throws: JSONError.self) { try JSONParser.parse(text) }
    }

    @Test func keepsStringsApart() throws {
        let value = try JSONParser.parse(#"["\u0041\u00e9\u20ac\ud83d\ude00","\\u0041","\"\\\/\b\f\n\r\t","\u0000"]"#)
        #expect(value == ["Aé€😀", "\\u0041", "\"\\/\u{8}\u{C}\n\r\t", "\0"])
    }

    @Test(arguments: [
        (#""\ud800""#, "\u{FFFD}"), (#""\ud800x""#, "\u{FFFD}x"), (#""\udc00""#, "\u{FFFD}"),
        (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}"), (#""\ud800\ud83d\ude00""#, "\u{FFFD}😀"),
        (#""\ud800\u0041""#, "\u{FFFD}A"), (#""\ud800\n""#, "\u{FFFD}\n"), (#""\ud83d😀""#, "\u{FFFD}😀"),
        (#""\uD834\uDD1E\uDBFF\uDFFF""#, "\u{1D11E}\u{10FFFF}"),
    ])
    func replacesLoneSurrogates(text: String, expected: String) throws {
        #expect(try JSONParser.parse(text) == .string(expected))
    }

    /// Each byte that is no part of valid UTF-8 is replaced, as Go's `encoding/json` does.
    @Test(
        arguments: [
            ([0xFF], 1), ([0xC3], 1), ([0xE2, 0x82], 2), ([0xED, 0xA0, 0x80], 3), ([0xF0, 0x9F, 0x98], 3),
            ([0xC0, 0x80], 2),
            ([0xE0, 0x80, 0x80], 3), ([0xF5, 0x80, 0x80, 0x80], 4), ([0xF4, 0x90, 0x80, 0x80], 4), ([0x80, 0xBF], 2),
            ([0xF8, 0x88, 0x80, 0x80, 0x80], 5),
        ] as [([UInt8], Int)])
    func replacesInvalidUTF8(bytes: [UInt8], count: Int) throws {
        for ending in [[], Array("z".utf8), Array("é\\n".utf8)] {
            let text = [UInt8(ascii: "\"")] + bytes + ending + [UInt8(ascii: "\"")]
            let tail = ending.isEmpty ? "" : ending.count == 1 ? "z" : "é\n"
            #expect(try JSONParser.parse(text) == .string(String(repeating: "\u{FFFD}", count: count) + tail))
        }
    }

    @Test func readsStringsOfEveryLengthWithEverythingAnywhere() throws {
        for length in 0..<90 {
            let plain = String(repeating: "k", count: length)
            #expect(try JSONParser.parse("[\"\(plain)\",{\"\(plain)\":1}]") == [.string(plain), [plain: 1]])
            for (written, text) in [(#"\""#, "\""), (#"\u00e9"#, "é"), ("é", "é"), ("😀", "😀"), (#"\\"#, "\\")] {
                for place in stride(from: length % 5, through: length, by: 5) {
                    let before = String(plain.prefix(place))
                    let after = String(plain.dropFirst(place))
                    let value = try JSONParser.parse(
                        "{\"\(before)\(written)\(after)\":\"\(before)\(written)\(after)\"}")
                    let expected = before + text + after
                    #expect(value == [expected: .string(expected)])
                }
            }
        }
    }
}
