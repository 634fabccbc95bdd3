import CommandLineKit
import Testing

struct MarkdownPageTests {
    private func page(_ path: [String]) throws -> String {
        MarkdownPage.text(for: try #require(SampleProgram.tree.node(at: path)), in: SampleProgram.tree)
    }

    @Test func `a command`() throws {
        #expect(
            try page(["describe-it"]) == """
                # skubectl describe-it

                Show one thing in full.

                A second paragraph names skubectl.

                ```
                skubectl describe-it TYPE [NAME] [options]
                ```

                Also called `desc`.

                ## Options

                | Option | Default | Meaning |
                | --- | --- | --- |
                | `-A, --all-namespaces` |  | List every namespace |
                | `--env <key=value>` |  | Pairs |
                | `-f, --filename <strings>` | `[a.yaml,"b,c"]` | The files to read |
                | `--period <duration>` | `1m30s` | How long |
                | `-o, --to <string>` | `none` | The format. More of it. |
                | `--vmodule <string>` |  | Levels for single files |

                ## Examples

                Show a pod

                ```
                skubectl describe-it pod web
                ```

                Show every pod, with its events

                ```
                  skubectl describe-it pods | less
                  skubectl options
                ```

                See also: [skubectl](skubectl.md)

                """)
    }

    @Test func `a group`() throws {
        #expect(
            try page(["config"]) == """
                # skubectl config

                Change settings.

                ```
                skubectl config SUBCOMMAND [options]
                ```

                ## Commands

                | Command | What it does |
                | --- | --- |
                | [skubectl config use-context](skubectl-config-use-context.md) | Choose a context |
                | [skubectl config view](skubectl-config-view.md) | Show settings |

                See also: [skubectl](skubectl.md), [skubectl config use-context](skubectl-config-use-context.md), \
                [skubectl config view](skubectl-config-view.md)

                """)
    }

    @Test func `the program has the global options and a link to every command`() throws {
        let text = try page([])
        #expect(text.contains("## Options of every command\n\n| Option | Default | Meaning |\n"))
        #expect(text.contains("| `-n, --namespace <string>` |  | The namespace to work in |\n"))
        #expect(text.contains("| [skubectl options](skubectl-options.md) | List the global flags |\n"))
        #expect(!text.contains("__complete"))
        #expect(!text.contains("See also"))
    }

    @Test func `a flag with an implied value shows it as optional, and pipes do not end a cell`() throws {
        let text = try page(["get"])
        #expect(text.contains("| `--dry-run[=<string>]` | `none` | Only pretend |\n"))
        #expect(text.contains("| `--either <string>` |  | One of a\\|b |\n"))
        #expect(!text.contains("--secret"))
    }

    @Test func `signs of Markdown are kept as text`() throws {
        #expect(try page(["set", "image"]).contains("Set \\*the\\* \\<image> of a\\_b \\[x] \\`y\\`."))
    }

    @Test func `every command has a page, in the order of the tree`() {
        let names = SampleProgram.tree.documentedNodes.map { MarkdownPage.fileName(for: $0, in: SampleProgram.tree) }
        #expect(
            names.prefix(4) == [
                "skubectl.md", "skubectl-completion.md", "skubectl-config.md", "skubectl-config-use-context.md",
            ])
        #expect(names.contains("skubectl-options.md"))
        #expect(!names.contains("skubectl-__complete.md"))
        #expect(Set(names).count == names.count)
    }
}
