import JSONModel
package import KubeModel
import StdlibExtensions

/// Explains a resource and its fields by a server's OpenAPI document of version 3 (`explain -o plaintext`).
///
/// The text is that of kubectl's template `plaintext`, and so are the rules of what counts as missing: null, false, zero
/// and whatever is empty.
package struct ResourceExplanation: Sendable {
    private let document: OpenAPIVersionDocument
    private let resource: GroupVersionResource

    package init(of resource: GroupVersionResource, in document: OpenAPIVersionDocument) {
        self.document = document
        self.resource = resource
    }

    /// Writes what is known of the field that `path` leads to, or of the resource itself where it is empty.
    ///
    /// As with kubectl, the kind is written also where there is no such field.
    package func write(
        path: [String], isRecursive: Bool, into stream: inout some TextOutputStream
    ) throws(ExplainError) {
        guard let kind = kind(), kind.isTrue else { throw .noPath(resource) }
        stream.write(TerminalText.escaped(Self.header(of: kind)))
        guard let root = schema(of: kind) else { throw .noSchema(kind) }
        guard let found = find(path[...], from: Found(schema: root), passed: [], depth: 0) else {
            throw .noField(path.last ?? "")
        }
        let list = FieldList(document: document, isRecursive: isRecursive)
        var text = ""
        if let name = found.name {
            text += "FIELD: \(name) <\(list.typeName(of: found.schema))>\n"
            if let values = found.schema.trueArray("enum") {
                text += "ENUM:" + values.map { "\n    \(FieldList.text(ofChoice: $0))" }.joined()
            }
            text += "\n\n"
        }
        let resolved = document.resolved(found.schema)
        let description = description(of: resolved, depth: 0)
        text += "DESCRIPTION:\n"
        text += FieldList.block(description.isEmpty ? "<empty>" : description, width: 76, indent: 4) + "\n"
        if let documentation = FieldList.externalDocumentation(of: resolved, indent: 0, textIndent: 4, width: 76) {
            text += "\n" + documentation
        }
        stream.write(TerminalText.escaped(text))
        var isEmpty = true
        list.write(resolved, level: 1, into: &stream, isEmpty: &isEmpty)
        stream.write("\n")
    }

    // MARK: - The kind

    /// The kind that the operations on the resource's paths are for; the last one found counts.
    private func kind() -> JSONValue? {
        let root = resource.groupVersion.path
        let collections = [
            "\(root)/\(resource.resource)", "\(root)/namespaces/{namespace}/\(resource.resource)",
        ]
        var kind: JSONValue?
        for path in collections.flatMap({ [$0, "\($0)/{name}"] }) {
            for method in OpenAPIVersionDocument.methods {
                guard let operation = document.paths[path]?[method] else { continue }
                kind = operation[OpenAPISchema.kindKeyword]
                if kind?.isTrue ?? false { break }
            }
        }
        return kind
    }

    private static func header(of kind: JSONValue) -> String {
        var text = ""
        if let group = kind["group"], group.isTrue { text += "GROUP:      \(FieldList.text(ofValue: group))\n" }
        text += "KIND:       \(FieldList.text(ofValue: kind["kind"] ?? .null))\n"
        return text + "VERSION:    \(FieldList.text(ofValue: kind["version"] ?? .null))\n\n"
    }

    private func schema(of kind: JSONValue) -> JSONValue? {
        let members = kind.object?.sortedByKey()
        return document.schemas.keys.sorted { $0.precedesByBytes($1) }.lazy
            .compactMap { document.schemas[$0] }
            .first { schema in
                let kinds = schema[OpenAPISchema.kindKeyword]?.array ?? []
                return kinds.contains { $0.object?.sortedByKey() == members }
            }
    }

    // MARK: - Finding a field

    private struct Found {
        /// Nil for the resource itself.
        var name: String?
        /// With references still to be followed.
        var schema: JSONValue
    }

    /// Goes down the fields of a path; nil where one does not exist.
    ///
    /// - Parameter passed: The references followed since the last field, for circles.
    private func find(_ path: ArraySlice<String>, from place: Found, passed: Set<String>, depth: Int) -> Found? {
        guard let name = path.first else { return place }
        guard depth < FieldList.depthLimit else { return nil }
        let schema = place.schema
        let reference = schema["$ref"]?.string ?? ""
        if !reference.isEmpty, passed.contains(reference) { return nil }
        let resolved = document.resolved(schema)
        if let field = resolved["properties"]?[name], field.isTrue {
            return find(path.dropFirst(), from: Found(name: name, schema: field), passed: [], depth: depth + 1)
        }
        func go(on inner: JSONValue) -> Found? {
            find(path, from: Found(schema: inner), passed: passed.union([reference]), depth: depth + 1)
        }
        if let items = resolved.trueObject("items") { return go(on: items) }
        if let values = resolved.trueObject("additionalProperties") { return go(on: values) }
        for alternative in resolved.trueArray("allOf") ?? [] {
            if let found = go(on: alternative) { return found }
        }
        return nil
    }

    /// The descriptions of a schema and of what it is made of, each with its line end.
    private func description(of schema: JSONValue, depth: Int) -> String {
        guard depth < FieldList.depthLimit else { return "" }
        let resolved = document.resolved(schema)
        var text = ""
        if let own = resolved["description"]?.string, !own.isEmpty { text += own + "\n" }
        for part in resolved.trueArray("allOf") ?? [] { text += description(of: part, depth: depth + 1) }
        for member in ["items", "additionalProperties"] {
            if let inner = resolved.trueObject(member) { text += description(of: inner, depth: depth + 1) }
        }
        return text
    }
}
