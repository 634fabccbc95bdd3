import JSONModel

/// A schema somewhere in a definition.
struct SchemaNode: Sendable, Hashable {
    /// Where it stands, as kubectl names it: the definition and the fields below it, without elements and entries:
    /// "io.k8s.api.core.v1.Container.args".
    let path: String
    let document: JSONValue

    /// The name of the definition that stands for this schema; nil where it says itself what it demands.
    var reference: String? {
        guard let reference = document["$ref"]?.string, reference.hasPrefix(Self.prefix) else { return nil }
        return String(reference.dropFirst(Self.prefix.count))
    }

    private static let prefix = "#/definitions/"

    /// The schema's types; OpenAPI allows one or a list.
    fileprivate var types: [String] {
        switch document["type"] {
        case .string(let type): [type]
        case .array(let types): types.compactMap(\.string)
        default: []
        }
    }

    /// A schema inside of this one that counts as the same place.
    fileprivate func inner(_ document: JSONValue) -> SchemaNode {
        SchemaNode(path: path, document: document)
    }

    /// The schema of a field; nil for a field that is not allowed.
    func field(_ name: String) -> SchemaNode? {
        document["properties"]?[name].map { SchemaNode(path: "\(path).\(name)", document: $0) }
    }
}

/// What a schema demands of a value; the cases are those of kube-openapi's `proto.Schema`.
enum SchemaDemand: Sendable, Hashable {
    /// One of the basic types.
    enum Primitive: String, Sendable, Hashable {
        case boolean, integer, number, string
    }

    /// An object whose fields are known.
    case fields(of: SchemaNode, required: [String])
    /// An object whose keys are free and whose values all follow one schema; nil for any values.
    case map(values: SchemaNode?, path: String)
    case array(elements: SchemaNode, path: String)
    case primitive(Primitive, path: String)
    case anything

    /// Reads a schema that is no reference.
    ///
    /// What kube-openapi refuses to read at all, such as several types, allows anything here: one odd definition does
    /// not keep the others from being checked.
    init(_ node: SchemaNode) {
        let types = node.types
        let hasFields = node.document["properties"]?.object != nil
        guard types.count == 1, let type = types.first else {
            self = types.isEmpty && hasFields ? Self.fields(node) : .anything
            return
        }
        switch type {
        case "object" where hasFields:
            self = Self.fields(node)
        case "object":
            let values = node.document["additionalProperties"].flatMap { $0.object == nil ? nil : node.inner($0) }
            self = .map(values: values, path: node.path)
        case "array":
            guard let elements = node.document["items"], elements.object != nil else {
                self = .anything
                return
            }
            self = .array(elements: node.inner(elements), path: node.path)
        default:
            self = Primitive(rawValue: type).map { .primitive($0, path: node.path) } ?? .anything
        }
    }

    private static func fields(_ node: SchemaNode) -> SchemaDemand {
        .fields(of: node, required: (node.document["required"]?.array ?? []).compactMap(\.string))
    }
}
