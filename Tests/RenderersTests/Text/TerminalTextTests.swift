import JSONModel
import Testing

@testable import Renderers

struct TerminalTextTests {
    @Test func escapesWhatMovesTheCursor() {
        #expect(TerminalText.escaped("\u{1b}[31mred\rx") == "^[[31mred\\rx")
        #expect(TerminalText.escaped("plain é") == "plain é")
    }

    @Test func cutsAtTheFirstLineEnd() {
        #expect(TerminalText.singleLine("one\ntwo") == "one...")
        #expect(TerminalText.singleLine("one\r\ntwo") == "one...")
        #expect(TerminalText.singleLine("one\u{0c}two") == "one...")
        #expect(TerminalText.singleLine("a\u{1b}b") == "a^[b")
    }

    @Test func showsValuesAsGoDoes() {
        let nested: JSONValue = ["x", .null, ["b": 1, "a": Self.number("2.0")]]
        #expect(GoValueText.text(nested) == "[x <nil> map[a:2 b:1]]")
        #expect(GoValueText.text(true) == "true")
        #expect(GoValueText.text(Self.number("1e30")) == "1e+30")
        #expect(GoValueText.text(Self.number("-1.5e-7")) == "-1.5e-07")
        #expect(GoValueText.text(Self.number("9223372036854775807")) == "9223372036854775807")
        #expect(GoValueText.text(Self.number("9223372036854775808")) == "9.223372036854776e+18")
    }

    private static func number(_ text: String) -> JSONValue {
        .number(JSONNumber(verbatim: text))
    }
}
