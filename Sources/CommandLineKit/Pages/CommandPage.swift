/// What the generated pages of a command have in common, whatever their format.
struct CommandPage {
    /// A flag as pages show it.
    struct Option {
        /// The forms with the kind of value, such as `-o, --output <string>`.
        let forms: String
        /// The default; nil where it is empty or the flag is a switch that is off.
        let defaultText: String?
        let help: String
    }

    let node: CommandNode
    private let tree: CommandTree

    init(node: CommandNode, tree: CommandTree) {
        self.node = node
        self.tree = tree
    }

    /// The words that call the command.
    var title: String { ([tree.root.spec.name] + node.path).joined(separator: " ") }

    /// The words joined with dashes: the name of the page.
    var name: String { Self.name(of: node.path, in: tree) }

    /// The line that shows how to call the command.
    var usageLine: String { HelpPage(tree: tree, program: tree.root.spec.name).usageLine(of: node) }

    /// The description, or the summary where there is none.
    var description: HelpText {
        node.spec.description.isEmpty ? HelpText([.paragraph(node.spec.summary + ".")]) : node.spec.description
    }

    /// The command's own flags by name; the page of the program, and that of `options`, has the global ones.
    var options: [Option] {
        let flags = node.spec.hasHelp && !node.path.isEmpty ? node.spec.flags : tree.globalFlags
        return flags.map(\.definition).sortedByName().filter { !$0.isHidden }.map(Option.init)
    }

    /// The commands below, by name.
    var children: [CommandNode] {
        node.children.filter { $0.spec.visibility.contains(.help) || !$0.spec.hasHelp }
            .sorted { $0.spec.name.utf8.lexicographicallyPrecedes($1.spec.name.utf8) }
    }

    /// The names of the pages of the command above and of those below.
    var related: [(name: String, title: String, summary: String)] {
        let above = node.path.isEmpty ? nil : tree.node(at: node.path.dropLast())
        return ((above.map { [$0] } ?? []) + children).map { other in
            let page = CommandPage(node: other, tree: tree)
            return (page.name, page.title, other.spec.summary)
        }
    }

    static func name(of path: [String], in tree: CommandTree) -> String {
        ([tree.root.spec.name] + path).joined(separator: "-")
    }
}

extension CommandPage.Option {
    fileprivate init(_ flag: FlagDefinition) {
        let value =
            switch flag.kind {
            case .bool: ""
            case .string, .modulePatterns: " <string>"
            case .integer, .verbosity: " <int>"
            case .duration, .plainDuration: " <duration>"
            case .list: " <strings>"
            case .array: " <string>"
            case .pairs, .plainPairs: " <key=value>"
            }
        let attached = flag.impliedText != nil && !value.isEmpty ? "[=" + value.dropFirst() + "]" : value
        forms = (flag.shorthand.map { "-\($0), " } ?? "") + "--" + flag.name + attached
        let text = flag.documentedDefault ?? flag.defaultText
        defaultText = ["", "[]", "false"].contains(text) ? nil : text
        help = flag.help.split(separator: "\n").joined(separator: " ")
    }
}

extension CommandTree {
    /// The commands that have pages, the program first, each before those below it.
    package var documentedNodes: [CommandNode] {
        var nodes: [CommandNode] = []
        var open = [CommandNode(root: root)]
        while let node = open.popLast() {
            nodes.append(node)
            open += CommandPage(node: node, tree: self).children.reversed()
        }
        return nodes
    }
}
