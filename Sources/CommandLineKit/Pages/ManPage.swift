import StdlibExtensions

/// The page of a command for `man`, in section 1.
package enum ManPage {
    /// The file the page belongs in, without a folder.
    package static func fileName(for node: CommandNode, in tree: CommandTree) -> String {
        CommandPage.name(of: node.path, in: tree) + ".1"
    }

    /// The whole page, in the macros of man(7).
    ///
    /// - Parameter version: what the foot of the page names beside the program.
    package static func text(for node: CommandNode, in tree: CommandTree, version: String) -> String {
        let page = CommandPage(node: node, tree: tree)
        let program = tree.root.spec.name
        var lines = [
            ".TH \(quoted(page.name.uppercased())) 1 \"\" \(quoted("\(program) \(version)")) \"User Commands\"",
            ".SH NAME", "\(escaped(page.name)) \\- \(escaped(node.spec.summary))",
            ".SH SYNOPSIS", ".nf", escaped(page.usageLine), ".fi",
            ".SH DESCRIPTION",
        ]
        lines += page.description.blocks.flatMap(self.lines)
        if !node.spec.aliases.isEmpty {
            lines += [".PP", "Also called " + escaped(node.spec.aliases.joined(separator: ", ")) + "."]
        }
        if !page.children.isEmpty {
            lines.append(".SH COMMANDS")
            lines += page.children.flatMap { child in
                let name = CommandPage(node: child, tree: tree).name
                return [".TP", "\\fB\(escaped(name))\\fR(1)", escaped(child.spec.summary)]
            }
        }
        if !page.options.isEmpty {
            lines.append(node.path.isEmpty ? ".SH \"OPTIONS OF EVERY COMMAND\"" : ".SH OPTIONS")
            lines += page.options.flatMap { option in
                [".TP", "\\fB\(escaped(option.forms))\\fR", escaped(option.help)]
                    + (option.defaultText.map { [".br", "Default: \\fI\(escaped($0))\\fR"] } ?? [])
            }
        }
        if !node.spec.examples.isEmpty {
            lines.append(".SH EXAMPLES")
            lines += node.spec.examples.flatMap { example in
                [".PP", escaped(example.explanation.split(separator: "\n").joined(separator: " "))]
                    + code(example.commands)
            }
        }
        if !node.path.isEmpty {
            lines.append(".SH \"SEE ALSO\"")
            lines.append(page.related.map { "\\fB\(escaped($0.name))\\fR(1)" }.joined(separator: ",\n"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of block: HelpBlock) -> [String] {
        switch block {
        case .paragraph(let sentences), .note(let sentences):
            [".PP", escaped(sentences)]
        case .bullets(let items):
            items.flatMap { [".IP \\(bu 2", escaped($0)] }
        case .numbered(let items):
            items.enumerated().flatMap { [".IP \($0 + 1). 4", escaped($1)] }
        case .code(let text):
            code(text)
        }
    }

    private static func code(_ text: String) -> [String] {
        [".PP", ".RS 4", ".nf", escaped(text.trimmingTrailingSpace()), ".fi", ".RE"]
    }

    /// Keeps roff from seeing its own signs: backslashes, dashes that are typed, and lines that begin with a point.
    private static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var result = line.first.map { $0 == "." || $0 == "'" } == true ? "\\&" : ""
            for scalar in line.unicodeScalars {
                switch scalar {
                case "\\": result += "\\(rs"
                case "-": result += "\\-"
                default: result.unicodeScalars.append(scalar)
                }
            }
            return result
        }
        .joined(separator: "\n")
    }

    /// An argument of a macro.
    private static func quoted(_ text: String) -> String {
        "\"" + escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq") + "\""
    }
}
