/// The page of a command in Markdown.
package enum MarkdownPage {
    /// The file the page belongs in, without a folder; other pages link to it under this name.
    package static func fileName(for node: CommandNode, in tree: CommandTree) -> String {
        CommandPage.name(of: node.path, in: tree) + ".md"
    }

    /// The whole page.
    package static func text(for node: CommandNode, in tree: CommandTree) -> String {
        let page = CommandPage(node: node, tree: tree)
        var sections = ["# \(page.title)", markdown(page.description)]
        sections.append(fence(page.usageLine))
        if !node.spec.aliases.isEmpty {
            sections.append("Also called " + node.spec.aliases.map { "`\($0)`" }.joined(separator: ", ") + ".")
        }
        if !page.children.isEmpty {
            sections.append("## Commands")
            sections.append(table(["Command", "What it does"], commands(of: page, in: tree)))
        }
        if !page.options.isEmpty {
            sections.append(node.path.isEmpty ? "## Options of every command" : "## Options")
            sections.append(
                table(
                    ["Option", "Default", "Meaning"],
                    page.options.map { ["`\($0.forms)`", $0.defaultText.map { "`\($0)`" } ?? "", escaped($0.help)] }))
        }
        if !node.spec.examples.isEmpty {
            sections.append("## Examples")
            sections += node.spec.examples.flatMap { example in
                [escaped(example.explanation.split(separator: "\n").joined(separator: " ")), fence(example.commands)]
            }
        }
        if !node.path.isEmpty {
            let links = page.related.map { "[\($0.title)](\($0.name).md)" }
            sections.append("See also: " + links.joined(separator: ", "))
        }
        return sections.joined(separator: "\n\n") + "\n"
    }

    private static func commands(of page: CommandPage, in tree: CommandTree) -> [[String]] {
        page.children.map { child in
            let other = CommandPage(node: child, tree: tree)
            return ["[\(other.title)](\(other.name).md)", escaped(child.spec.summary)]
        }
    }

    private static func markdown(_ text: HelpText) -> String {
        text.blocks.map { block in
            switch block {
            case .paragraph(let sentences), .note(let sentences): escaped(sentences)
            case .bullets(let items): items.map { "- " + escaped($0) }.joined(separator: "\n")
            case .numbered(let items):
                items.enumerated().map { "\($0 + 1). " + escaped($1) }.joined(separator: "\n")
            case .code(let lines): fence(lines)
            }
        }
        .joined(separator: "\n\n")
    }

    private static func fence(_ lines: String) -> String {
        "```\n" + lines.trimmingEmptyLines() + "\n```"
    }

    private static func table(_ heading: [String], _ rows: [[String]]) -> String {
        let line = { (cells: [String]) in
            "| " + cells.map { $0.escaping("|") }.joined(separator: " | ") + " |"
        }
        let rule = "|" + heading.map { _ in " --- |" }.joined()
        return ([line(heading), rule] + rows.map(line)).joined(separator: "\n")
    }

    /// Keeps what Markdown would take for markup: `<type>`, `*`, `_` and the like.
    private static func escaped(_ text: String) -> String {
        text.escaping("\\").escaping("*").escaping("_").escaping("<").escaping("[").escaping("`")
    }
}

extension String {
    fileprivate func escaping(_ character: String) -> String {
        split(separator: character, omittingEmptySubsequences: false).joined(separator: "\\" + character)
    }

    fileprivate func trimmingEmptyLines() -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? start
        return lines[start..<end].joined(separator: "\n")
    }
}
