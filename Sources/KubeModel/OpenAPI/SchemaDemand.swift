import JSONModel

/// What a schema demands of a value; the cases are those of kube-openapi's `proto.Schema`.
package enum SchemaDemand: Sendable, Hashable {
    /// One of the basic types.
    package enum Primitive: String, Sendable, Hashable {
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
    package init(_ node: SchemaNode) {
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
