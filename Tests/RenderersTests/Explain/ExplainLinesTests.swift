import Testing

@testable import Renderers

/// Lines as the older `explain` breaks them; what is expected is what kubectl prints.
struct ExplainLinesTests {
    @Test func wordsFillLinesWhateverLinesTheyStoodIn() {
        #expect(ExplainLines.wrapped("one two\nthree  four", width: 9) == ["one two", "three", "four"])
        #expect(ExplainLines.wrapped("one two\nthree", width: 80) == ["one two three"])
    }

    @Test func aWordThatIsTooLongStandsAlone() {
        #expect(ExplainLines.wrapped("a abcdefghij b", width: 5) == ["a", "abcdefghij", "b"])
    }

    @Test func widthIsCountedInBytes() {
        #expect(ExplainLines.wrapped("éé b", width: 5) == ["éé", "b"])
        #expect(ExplainLines.wrapped("ee b", width: 5) == ["ee b"])
    }

    @Test func emptyLinesStayButForThoseBeforeTheFirstLineIsFull() {
        #expect(ExplainLines.wrapped("\n\na\n\n\nb\n", width: 80) == ["a", "", "b", ""])
        #expect(ExplainLines.wrapped("a b\n\nc", width: 2) == ["a", "b", "", "c"])
        #expect(ExplainLines.wrapped("", width: 80) == [])
    }

    @Test func linesOfCodeStayAsTheyAre() {
        #expect(ExplainLines.wrapped("a\n    b   c\nd", width: 80) == ["a", "    b   c", "d"])
    }

    @Test(arguments: ["- b", "* b", "1 b", "12. b"])
    func itemsOfListsBeginLines(_ item: String) {
        #expect(ExplainLines.wrapped("a\n\(item)", width: 80) == ["a", item])
    }

    @Test(arguments: ["-b", "-", "1.", "1a b", "1.. b"])
    func whatOnlyLooksLikeAnItemDoesNot(_ line: String) {
        #expect(ExplainLines.wrapped("a\n\(line)", width: 80) == ["a \(line)"])
    }

    @Test func aLineBeginsBehindAColon() {
        #expect(ExplainLines.wrapped("a:\nb", width: 80) == ["a:", "b"])
        // Not where the word with the colon began a line because the one before was full.
        #expect(ExplainLines.wrapped("aaaa b:\nc", width: 5) == ["aaaa", "b: c"])
    }
}
