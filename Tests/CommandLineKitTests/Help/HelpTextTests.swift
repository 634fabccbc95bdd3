import CommandLineKit
import Testing

/// The layout of descriptions, compared with kubectl's `config`, `label`, `rollout` and `explain`.
struct HelpTextTests {
    @Test func `an empty line separates the paragraphs of a literal`() {
        let text: HelpText = """
            One.
            Still one.

            Two.


            Three.
            """
        #expect(text.blocks == [.paragraph("One.\nStill one."), .paragraph("Two."), .paragraph("Three.")])
        #expect(text.helpLayout == "One. Still one.\n\n Two.\n\n Three.")
        #expect(("" as HelpText).isEmpty)
    }

    @Test func `lists are indented by two`() {
        let bullets: HelpText = ["Kinds are:", .bullets(["deployments", "daemon\nsets"]), "End."]
        #expect(bullets.helpLayout == "Kinds are:\n\n  *  deployments\n  *  daemon sets\n\n End.")
        let numbered: HelpText = [.numbered(["one", "two"])]
        #expect(numbered.helpLayout == "1.  one\n  2.  two")
    }

    @Test func `code is indented by eight, with a line of spaces after it`() {
        let text: HelpText = ["Names are:", .code("<type>.<field>\n\n<type>"), "End.", .note("Use \"x\".")]
        let lines = [
            "Names are:", "", "        <type>.<field>", "        ", "        <type>", "        ", " End.", "",
            "Use \"x\".",
        ]
        #expect(text.helpLayout == lines.joined(separator: "\n"))
    }

    @Test func `a line end inside code begins a line with eight spaces`() {
        #expect((["a", .code("b")] as HelpText).helpLayout == "a\n\n        b")
    }
}
