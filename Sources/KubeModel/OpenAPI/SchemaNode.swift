package import JSONModel

/// A schema somewhere in a definition of an OpenAPI document of version 2.
package struct SchemaNode: Sendable, Hashable {
    /// Where it stands, as kubectl names it: the definition and the fields below it, without elements and entries:
    /// "io.k8s.api.core.v1.Container.args".
    package let path: String
    package let document: JSONValue

    /// A schema that stands at `path`.
    package init(path: String, document: JSONValue) {
        self.path = path
        self.document = document
    }

    /// The name of the definition that stands for this schema; nil where it says itself what it demands.
    package var reference: String? {
        guard let reference = document["$ref"]?.string, reference.hasPrefix(Self.prefix) else { return nil }
        return String(reference.dropFirst(Self.prefix.count))
    }

    private static let prefix = "#/definitions/"

    /// What the server says of it in words; empty for nothing.
    package var description: String { document["description"]?.string ?? "" }

    /// The schema's types; OpenAPI allows one or a list.
    var types: [String] {
        switch document["type"] {
        case .string(let type): [type]
        case .array(let types): types.compactMap(\.string)
        default: []
        }
    }

    /// A schema inside of this one that counts as the same place.
    func inner(_ document: JSONValue) -> SchemaNode {
        SchemaNode(path: path, document: document)
    }

    /// The names of the fields, sorted.
    package var fieldNames: [String] {
        document["properties"]?.object.map { Array($0.sortedByKey().keys) } ?? []
    }

    /// The schema of a field; nil for a field that is not allowed.
    package func field(_ name: String) -> SchemaNode? {
        document["properties"]?[name].map { SchemaNode(path: "\(path).\(name)", document: $0) }
    }
}
