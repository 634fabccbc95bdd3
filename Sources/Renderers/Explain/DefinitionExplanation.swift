import JSONModel
package import KubeModel

/// Explains a kind and its fields by a server's OpenAPI document of version 2, as kubectl did before there was version 3
/// (`explain -o plaintext-openapiv2`).
package struct DefinitionExplanation: Sendable {
    private let schema: OpenAPISchema
    private let kind: GroupVersionKind
    private let root: SchemaNode

    /// The explanation of a kind; nil where the document has no definition of it.
    package init?(of kind: GroupVersionKind, in schema: OpenAPISchema) {
        guard let root = schema.schema(of: kind) else { return nil }
        self.schema = schema
        self.kind = kind
        self.root = root
    }

    private static let descriptionIndent = 5
    private static let fieldIndent = 3

    /// Writes what is known of the field that `path` leads to, or of the kind itself where it is empty.
    package func write(
        path: [String], isRecursive: Bool, into stream: inout some TextOutputStream
    ) throws(ExplainError) {
        var node = try find(path)
        let name = path.last ?? ""
        var descriptions: [String] = []
        var type: String?
        var lines = ExplainLines()
        for _ in 0...Self.longestChain {
            descriptions.append(node.description)
            if let reference = node.reference {
                node = schema.definition(reference) ?? Self.anything(like: node)
                continue
            }
            let demand = SchemaDemand(node)
            switch demand {
            case .array(let elements, _):
                type = type ?? typeName(of: node)
                node = elements
                continue
            case .map(let values, _):
                type = type ?? typeName(of: node)
                node = values ?? Self.anything(like: node)
                continue
            case .fields, .primitive, .anything: break
            }
            writeHeader(into: &lines)
            if case .primitive = demand {
                lines.add("FIELD:    \(name) <\(type ?? typeName(of: node))>\n")
            } else if case .fields = demand, !name.isEmpty {
                lines.add("RESOURCE: \(name) <\(type ?? typeName(of: node))>\n")
            }
            writeDescriptions(descriptions, into: &lines)
            lines.take(into: &stream)
            guard case .fields(let fields, let required) = demand else { return }
            lines.add("\nFIELDS:")
            if isRecursive {
                writeTree(fields, indent: Self.fieldIndent, inside: [], into: &stream, &lines)
            } else {
                writeFields(fields, required: Set(required), into: &lines)
            }
            return lines.take(into: &stream)
        }
    }

    /// More references, arrays and maps inside each other than this lead nowhere.
    private static let longestChain = 1000

    /// What kube-openapi makes of values of which nothing is said: anything, with the same description.
    private static func anything(like node: SchemaNode) -> SchemaNode {
        SchemaNode(path: node.path, document: ["description": .string(node.description)])
    }

    // MARK: - Finding

    /// The schema of a field; references, arrays and maps on the way are passed through, and what has no fields ends it.
    private func find(_ path: [String]) throws(ExplainError) -> SchemaNode {
        var node = root
        var rest = path[...]
        for _ in 0...(Self.longestChain + path.count) {
            guard let name = rest.first else { return node }
            if let reference = node.reference {
                guard let target = schema.definition(reference) else { return Self.anything(like: node) }
                node = target
                continue
            }
            switch SchemaDemand(node) {
            case .fields(let fields, _):
                guard let field = fields.field(name) else { throw .noField(name) }
                node = field
                rest = rest.dropFirst()
            case .array(let elements, _): node = elements
            case .map(let values, _): node = values ?? Self.anything(like: node)
            case .primitive, .anything: return node
            }
        }
        return node
    }

    /// "Object", "string", "[]Object", "map[string]string"; nothing for what may be anything.
    private func typeName(of node: SchemaNode) -> String {
        var prefix = ""
        var node = node
        for _ in 0...Self.longestChain {
            if let reference = node.reference {
                guard let target = schema.definition(reference) else { return prefix }
                node = target
                continue
            }
            switch SchemaDemand(node) {
            case .fields: return prefix + "Object"
            case .primitive(let primitive, _): return prefix + primitive.rawValue
            case .anything: return prefix
            case .array(let elements, _):
                prefix += "[]"
                node = elements
            case .map(let values, _):
                prefix += "map[string]"
                guard let values else { return prefix }
                node = values
            }
        }
        return prefix
    }

    // MARK: - Writing

    private func writeHeader(into lines: inout ExplainLines) {
        lines.add("KIND:     \(kind.kind)")
        lines.add("VERSION:  \(kind.groupVersion.apiVersion)\n")
    }

    private func writeDescriptions(_ descriptions: [String], into lines: inout ExplainLines) {
        lines.add("DESCRIPTION:")
        if descriptions.allSatisfy(\.isEmpty) { return lines.add("<empty>", indent: Self.descriptionIndent) }
        for (index, description) in descriptions.enumerated() where !description.isEmpty {
            // Also before the first that says something, where others before it do not.
            if index > 0 { lines.add("") }
            lines.addWrapped(description, indent: Self.descriptionIndent)
        }
    }

    private func writeFields(_ fields: SchemaNode, required: Set<String>, into lines: inout ExplainLines) {
        for name in fields.fieldNames {
            guard let field = fields.field(name) else { continue }
            let mark = required.contains(name) ? " -required-" : ""
            lines.add("\(name)\t<\(typeName(of: field))>\(mark)", indent: Self.fieldIndent)
            lines.addWrapped(field.description, indent: Self.fieldIndent + 2)
            lines.add("")
        }
    }

    /// Writes the fields of a node with those below them; a definition that is inside of itself is not entered again.
    private func writeTree(
        _ node: SchemaNode, indent: Int, inside definitions: Set<String>, into stream: inout some TextOutputStream,
        _ lines: inout ExplainLines
    ) {
        var node = node
        var definitions = definitions
        for _ in 0...Self.longestChain {
            if let reference = node.reference {
                guard definitions.insert(reference).inserted, let target = schema.definition(reference) else { return }
                node = target
                continue
            }
            switch SchemaDemand(node) {
            case .primitive, .anything: return
            case .array(let elements, _): node = elements
            case .map(let values, _):
                guard let values else { return }
                node = values
            case .fields(let fields, _):
                for name in fields.fieldNames {
                    guard let field = fields.field(name) else { continue }
                    lines.add("\(name)\t<\(typeName(of: field))>", indent: indent)
                    writeTree(field, indent: indent + Self.fieldIndent, inside: definitions, into: &stream, &lines)
                }
                return lines.take(into: &stream)
            }
        }
    }
}
