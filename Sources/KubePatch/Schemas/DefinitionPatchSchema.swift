package import JSONModel

/// What a server's OpenAPI document of version 2 says of the fields of a kind.
///
/// The rules are those of apimachinery's `PatchMetaFromOpenAPI` over kube-openapi's models.
package struct DefinitionPatchSchema: PatchSchema {
    /// Finds a definition by its name; nil where there is none.
    package typealias Definitions = @Sendable (_ name: String) -> JSONValue?

    /// What a schema stands for.
    private enum Shape {
        case kind(path: String, fields: JSONObject)
        case list(elements: JSONValue)
        case map, primitive, anything
    }

    private let document: JSONValue?
    private let path: String
    private let definitions: Definitions

    /// - Parameters:
    ///   - document: The definition of a kind; nil for what nothing is known of.
    ///   - path: Its name: "io.k8s.api.core.v1.Pod".
    package init(_ document: JSONValue?, path: String, definitions: @escaping Definitions) {
        self.document = document
        self.path = path
        self.definitions = definitions
    }

    package var name: String { path }

    package func map(_ field: String) throws(PatchError) -> PatchField {
        guard let document else { return PatchField(self) }
        switch shape(of: document, path) {
        case .kind(let path, let fields): return try self.field(field, of: fields, path)
        case .list: throw .unexpectedSchema(expected: .kind, got: .slice)
        case .map: throw .unexpectedSchema(expected: .kind, got: .map)
        case .primitive: throw .unexpectedSchema(expected: .kind, got: .primitive)
        case .anything: return PatchField(unknown)
        }
    }

    package func list(_ field: String) throws(PatchError) -> PatchField {
        guard let document else { return PatchField(self) }
        switch shape(of: document, path) {
        case .kind(let path, let fields):
            let found = try self.field(field, of: fields, path)
            let place = "\(path).\(field)"
            let value = fields[field] ?? .null
            // A reference is taken for what its elements are, whatever it leads to.
            if let target = reference(in: value) {
                return found.with(Self(definitions(target), path: target, definitions: definitions))
            }
            switch shape(of: value, place) {
            case .list(let elements):
                let target = reference(in: elements)
                let document = target.map(definitions) ?? elements
                return found.with(Self(document, path: target ?? place, definitions: definitions))
            case .map: throw .unexpectedSchema(expected: .slice, got: .map)
            case .primitive: throw .unexpectedSchema(expected: .slice, got: .primitive)
            case .kind(let inner, _): throw .fieldNotFound(field, path: inner)
            case .anything: return found.with(unknown)
            }
        case .list: throw .unexpectedSchema(expected: .slice, got: .kind)
        case .map: throw .unexpectedSchema(expected: .slice, got: .map)
        case .primitive: throw .unexpectedSchema(expected: .slice, got: .primitive)
        case .anything: return PatchField(unknown)
        }
    }

    private var unknown: Self { Self(nil, path: path, definitions: definitions) }

    private func field(_ name: String, of fields: JSONObject, _ path: String) throws(PatchError) -> PatchField {
        guard let value = fields[name] else { throw .fieldNotFound(name, path: path) }
        return PatchField(
            Self(value, path: "\(path).\(name)", definitions: definitions), strategies: value.patchStrategies,
            mergeKey: value.patchMergeKey)
    }

    private func reference(in document: JSONValue) -> String? {
        let prefix = "#/definitions/"
        guard let reference = document["$ref"]?.string, reference.hasPrefix(prefix) else { return nil }
        return String(reference.dropFirst(prefix.count))
    }

    /// How many references may lead to each other.
    private static let referenceLimit = 100

    private func shape(of document: JSONValue, _ path: String) -> Shape {
        var (document, path) = (document, path)
        for _ in 0..<Self.referenceLimit {
            guard let name = reference(in: document) else { return Self.shape(ofResolved: document, path) }
            guard let target = definitions(name) else { return .anything }
            (document, path) = (target, name)
        }
        return .anything
    }

    private static func shape(ofResolved document: JSONValue, _ path: String) -> Shape {
        let fields = document["properties"]?.object
        switch document["type"]?.string {
        case "object": return fields.map { .kind(path: path, fields: $0) } ?? .map
        case nil: return fields.map { .kind(path: path, fields: $0) } ?? .anything
        case "array": return document["items"].map { .list(elements: $0) } ?? .anything
        default: return .primitive
        }
    }
}

extension PatchField {
    /// The same field with another schema.
    fileprivate func with(_ schema: any PatchSchema) -> PatchField {
        PatchField(schema, strategies: strategies, mergeKey: mergeKey)
    }
}

extension JSONValue {
    /// The words of the keyword for how a field is merged.
    var patchStrategies: [String] {
        self["x-kubernetes-patch-strategy"]?.string.map(PatchField.split) ?? []
    }

    /// The keyword for the member that tells the objects of a list apart.
    var patchMergeKey: String {
        self["x-kubernetes-patch-merge-key"]?.string ?? ""
    }
}
