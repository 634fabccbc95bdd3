import CommandLineKit
import SystemIO

/// Implements `skubectl __generate`, which writes the files that come from the commands' own descriptions.
struct GenerateCommand: Command {
    static let spec = CommandSpec(
        name: "__generate", usage: "(completions | pages | man-pages) DIRECTORY",
        summary: "Write completion scripts, pages in Markdown, or pages for man"
    ).hidden()

    let kind: Kind
    let folder: String

    enum Kind: String {
        case completions
        case pages
        case manPages = "man-pages"
    }

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = arguments.positionals
        guard words.count == 2, let kind = Kind(rawValue: words[0]) else {
            throw .invalid("expected completions, pages or man-pages, and a directory", hint: .helpAndExamples)
        }
        self.kind = kind
        folder = words[1]
    }

    func run(in context: CommandContext) async throws {
        try FileSystem.makeDirectories(folder, mode: 0o755)
        for file in files(from: context.commands) {
            try FileSystem.write(Array(file.text.utf8), to: PathText.join(folder, file.name), mode: 0o644)
        }
    }

    /// The files carry the name the program is declared with, whatever it was called by.
    private func files(from tree: CommandTree) -> [(name: String, text: String)] {
        let program = tree.root.spec.name
        switch kind {
        case .completions:
            return CompletionShell.allCases.map {
                ($0.fileName(program: program), CompletionScript.text(for: $0, program: program))
            }
        case .pages:
            return tree.documentedNodes.map {
                (MarkdownPage.fileName(for: $0, in: tree), MarkdownPage.text(for: $0, in: tree))
            }
        case .manPages:
            return tree.documentedNodes.map {
                (
                    ManPage.fileName(for: $0, in: tree),
                    ManPage.text(for: $0, in: tree, version: ProductVersion.gitVersion)
                )
            }
        }
    }
}
