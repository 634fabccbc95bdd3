package import JSONModel

/// What a server's OpenAPI document of version 3 says of the fields of a kind (apimachinery's
/// `PatchMetaFromOpenAPIV3`).
package struct ComponentPatchSchema: PatchSchema {
    /// Finds a schema by its name in `components`; nil where there is none.
    package typealias Components = @Sendable (_ name: String) -> JSONValue?

    private let document: JSONValue?
    private let components: Components

    /// - Parameter document: The schema of a kind; nil for what nothing is known of.
    package init(_ document: JSONValue?, components: @escaping Components) {
        self.document = document
        self.components = components
    }

    package var name: String {
        switch document?["type"] {
        case .string(let type): type
        case .array(let types): types.compactMap(\.string).joined()
        default: "Struct"
        }
    }

    package func map(_ field: String) throws(PatchError) -> PatchField {
        try lookUp(field) { $0 }
    }

    package func list(_ field: String) throws(PatchError) -> PatchField {
        try lookUp(field) { $0["items"] ?? $0 }
    }

    private func lookUp(_ field: String, _ inner: (JSONValue) -> JSONValue) throws(PatchError) -> PatchField {
        guard let document else { return PatchField(self) }
        guard let value = document["properties"]?[field] else { throw .fieldMissing(field) }
        let resolved = try resolve(inner(value))
        return PatchField(
            Self(resolved, components: components), strategies: value.patchStrategies, mergeKey: value.patchMergeKey)
    }

    /// The schema itself; a reference may also stand as the only part of `allOf`, where it has a default.
    private func resolve(_ document: JSONValue) throws(PatchError) -> JSONValue {
        let document = document["allOf"]?[0] ?? document
        guard let reference = document["$ref"]?.string else { return document }
        let prefix = "#/components/schemas/"
        let name = reference.hasPrefix(prefix) ? String(reference.dropFirst(prefix.count)) : reference
        guard let target = components(name) else { throw .unresolvedReference(reference) }
        return target
    }
}
