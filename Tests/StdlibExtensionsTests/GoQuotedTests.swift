import StdlibExtensions
import Testing

struct GoQuotedTests {
    @Test(arguments: [
        ("", #""""#), ("x", #""x""#), (#"a"b\c"#, #""a\"b\\c""#), ("a\nb\tc\r", #""a\nb\tc\r""#),
        ("\u{7}\u{8}\u{B}\u{C}\u{1}\u{7F}", #""\a\b\v\f\x01\x7f""#), ("é世", #""é世""#), ("\u{A0}", #""\u00a0""#),
        ("\u{FEFF}", #""\ufeff""#), ("\u{E0001}", #""\U000e0001""#), ("'", #""'""#), ("`", #""`""#),
    ])
    func `double quotes follow strconv.Quote`(text: String, quoted: String) {
        #expect(text.goQuoted == quoted)
    }

    @Test func `back quotes are used where they can hold the text`() {
        #expect("foo".goBackQuoted == "`foo`")
        #expect("a\"b".goBackQuoted == "`a\"b`")
        #expect("a`b".goBackQuoted == "\"a`b\"")
        #expect("a\nb".goBackQuoted == #""a\nb""#)
    }

    @Test func `a rune is in single quotes`() {
        #expect(Unicode.Scalar("Z").goQuoted == "'Z'")
        #expect(Unicode.Scalar(UInt8(0xC3)).goQuoted == "'Ã'")
        #expect(Unicode.Scalar("'").goQuoted == #"'\''"#)
        #expect(Unicode.Scalar("\"").goQuoted == #"'"'"#)
    }

    @Test func `bytes that are no text are shown as numbers`() {
        #expect([0x61, 0xFF, 0xC3, 0xA9, 0xC3].goQuotedText == #""a\xffé\xc3""#)
        #expect([0xED, 0xA0, 0x80, 0xF0, 0x9F].goQuotedText == #""\xed\xa0\x80\xf0\x9f""#)
        #expect(Array("e\u{301}\n\u{1B}\"日".utf8).goQuotedText == "e\u{301}\n\u{1B}\"日".goQuoted)
        #expect([UInt8]().goQuotedText == #""""#)
    }
}
