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
}
