import StdlibExtensions
import Testing

@Suite struct StringProtocolSpaceTests {
    @Test(arguments: [("", ""), ("  ", ""), (" a b\t\n", "a b"), ("\u{A0}a\u{2003}", "a"), ("a", "a")])
    func trims(text: String, expected: String) {
        #expect(text.trimmingSpace() == expected)
    }

    @Test func trimsTheEndOnly() {
        #expect(" a \n".trimmingTrailingSpace() == " a")
        #expect(" \n".trimmingTrailingSpace() == "")
    }

    @Test func pads() {
        #expect("ab".padded(to: 4) == "ab  ")
        #expect("abcd".padded(to: 2) == "abcd")
        #expect("é".padded(to: 3) == "é  ")
        #expect("x".padded(to: -1) == "x")
    }
}
