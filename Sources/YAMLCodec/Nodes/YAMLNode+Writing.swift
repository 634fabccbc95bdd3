extension YAMLNode {
    /// The text of the node as kyaml's `String()` gives it: go-yaml v3's block style, sequences not indented, no folding.
    package var text: String {
        var writer = BlockWriter()
        writer.foldingColumn = .max
        writer.write(self, place: .root, indent: 0)
        return String(decoding: writer.output, as: UTF8.self)
    }
}

extension BlockWriter {
    /// What stands before a node on its line.
    enum NodePlace {
        case root
        case key
        case dash
    }

    /// Writes a node that hangs on a collection in column `indent`, and ends its line.
    fileprivate mutating func write(_ node: YAMLNode, place: NodePlace, indent: Int) {
        if node.kind == .scalar || node.content.isEmpty || node.style.contains(.flow) {
            if place != .root { put(UInt8(ascii: " ")) }
            writeFlow(node, indent: indent, isKey: false, isInFlow: false)
            endLine()
            return
        }
        if place == .key { endLine() }
        if node.kind == .sequence {
            let column = place == .dash ? indent + 2 : indent
            for element in node.content {
                pad(to: column)
                put(UInt8(ascii: "-"))
                write(element, place: .dash, indent: column)
            }
        } else {
            if place == .dash { put(UInt8(ascii: " ")) }
            let column = place == .root ? indent : indent + 2
            for index in stride(from: 0, to: node.content.count - 1, by: 2) {
                pad(to: column)
                writeFlow(node.content[index], indent: column, isKey: true, isInFlow: false)
                put(UInt8(ascii: ":"))
                write(node.content[index + 1], place: .key, indent: column)
            }
        }
    }

    /// Writes a scalar, or a collection in one line.
    private mutating func writeFlow(_ node: YAMLNode, indent: Int, isKey: Bool, isInFlow: Bool) {
        switch node.kind {
        case .scalar: writeScalar(node, indent: indent, isKey: isKey, isInFlow: isInFlow)
        case .sequence:
            put(UInt8(ascii: "["))
            for (index, element) in node.content.enumerated() {
                if index > 0 { put(", ".utf8.span) }
                writeFlow(element, indent: indent, isKey: false, isInFlow: true)
            }
            put(UInt8(ascii: "]"))
        case .mapping:
            put(UInt8(ascii: "{"))
            for index in stride(from: 0, to: node.content.count - 1, by: 2) {
                if index > 0 { put(", ".utf8.span) }
                writeFlow(node.content[index], indent: indent, isKey: true, isInFlow: true)
                put(": ".utf8.span)
                writeFlow(node.content[index + 1], indent: indent, isKey: false, isInFlow: true)
            }
            put(UInt8(ascii: "}"))
        }
    }

    private mutating func writeScalar(_ node: YAMLNode, indent: Int, isKey: Bool, isInFlow: Bool) {
        let bytes = node.value.utf8.span
        let traits = ScalarTraits(bytes)
        let column = isKey ? nil : indent + 2
        switch style(of: node, traits, isKey: isKey, isInFlow: isInFlow) {
        case .plain: writePlain(bytes, traits, indent: column)
        case .singleQuoted: writeSingleQuoted(bytes, indent: column)
        case .doubleQuoted: writeDoubleQuoted(bytes, indent: column)
        case .literal: writeLiteral(bytes, indent: indent + 2)
        }
    }

    private mutating func style(
        of node: YAMLNode, _ traits: ScalarTraits, isKey: Bool, isInFlow: Bool
    ) -> ScalarStyle {
        let implied = YAMLNode.tag(ofPlain: node.value)
        let isText = !node.style.isDisjoint(with: [.doubleQuoted, .singleQuoted, .literal, .folded])
        if node.tag != .none, node.tag != implied, node.tag != .string {
            put("\(node.tag.text) ".utf8.span)
        }
        var style: ScalarStyle
        if node.style.contains(.doubleQuoted) {
            style = .doubleQuoted
        } else if node.style.contains(.singleQuoted) {
            style = .singleQuoted
        } else if node.style.contains(.literal) || node.style.contains(.folded) {
            style = .literal
        } else if node.value.utf8.contains(UInt8(ascii: "\n")) {
            style = .literal
        } else if !isText, node.tag == .string, implied != .string {
            style = .doubleQuoted
        } else {
            style = .plain
        }
        let endsPlainInFlow = node.value.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"):
                true
            default: false
            }
        }
        if case .plain = style {
            let isEmptyString = node.value.isEmpty && node.tag != .null
            if !traits.allowsPlain || isEmptyString || (isInFlow && endsPlainInFlow) { style = .singleQuoted }
        }
        if case .singleQuoted = style, !traits.allowsSingleQuoted { style = .doubleQuoted }
        if case .literal = style, !traits.allowsLiteral || isKey || isInFlow { style = .doubleQuoted }
        return style
    }
}
