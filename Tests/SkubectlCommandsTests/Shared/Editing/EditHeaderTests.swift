import Testing

@testable import SkubectlCommands

/// The comments in a file that is opened again.
struct EditHeaderTests {
    @Test func `tells what was wrong`() {
        var header = EditHeader()
        header.reasons = [
            EditHeader.Reason(sentence: "services \"a\" was not valid", causes: ["x: y", "two\nlines\n# three\n"]),
            EditHeader.Reason(sentence: "alone"),
        ]
        let told = header.text(for: .objects).split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4)
        #expect(
            told.map(String.init) == [
                "# services \"a\" was not valid:", "# * x: y", "# * two", "# lines", "# three", "", "#", "# alone", "#",
                "",
            ])
    }

    @Test func `is another one for what was applied`() {
        #expect(EditHeader().text(for: .lastApplied).hasPrefix("# Please edit the 'last-applied-configuration'"))
        #expect(EditHeader().text(for: .objects).hasSuffix("\n# reopened with the relevant failures.\n#\n"))
    }
}
