package import JSONModel
import StdlibExtensions

/// What an OpenAPI document of version 3 says of the objects of one API version.
///
/// Schemas are JSON values as the server wrote them; a member that has another type than it should counts as missing.
package struct OpenAPIVersionDocument: Sendable, Hashable {
    /// The paths with the kinds of their methods: "/api/v1/pods" → "get" → kind; other members are left out, but for
    /// whether a patch may be a strategic one.
    package let paths: JSONValue
    /// The schemas by name.
    package let schemas: [String: JSONValue]

    private static let kindKeyword = OpenAPISchema.kindKeyword
    /// The methods of paths that count, in the order in which kubectl looks at them.
    package static let methods = ["get", "post", "put", "patch", "delete"]

    /// Reads a server's document.
    package init(_ document: JSONValue) {
        let paths = document["paths"]?.object ?? [:]
        self.paths = .object(paths.mapValues(Self.kinds(ofMethods:)))
        schemas = Self.byName(document["components"]?["schemas"])
    }

    private static func byName(_ value: JSONValue?) -> [String: JSONValue] {
        Dictionary((value?.object ?? [:]).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }

    private static func kinds(ofMethods item: JSONValue) -> JSONValue {
        var kinds = JSONObject()
        for method in methods {
            guard let operation = item[method] else { continue }
            var kept: JSONValue = operation[kindKeyword].map { [kindKeyword: $0] } ?? [:]
            if operation["requestBody"]?["content"]?[strategicMergePatch] != nil { kept[strategic] = true }
            kinds[method] = kept
        }
        return .object(kinds)
    }

    private static let strategicMergePatch = "application/strategic-merge-patch+json"
    private static let strategic = "strategic"

    /// Whether the server takes strategic merge patches of this kind; nil for a kind it does not patch at all.
    package func isMergedByStrategy(_ kind: GroupVersionKind) -> Bool? {
        for (_, methods) in paths.object ?? [:] {
            guard let patch = methods["patch"], patch[Self.kindKeyword].flatMap(OpenAPISchema.kind) == kind else {
                continue
            }
            return patch[Self.strategic] != nil
        }
        return nil
    }

    /// The schema of a kind; nil where there is none.
    package func schema(of kind: GroupVersionKind) -> JSONValue? {
        schemas.filter { $0.value[Self.kindKeyword]?.array?.compactMap(OpenAPISchema.kind).contains(kind) ?? false }
            .min { $0.key.precedesByBytes($1.key) }?.value
    }

    /// The schema a reference `#/components/schemas/NAME` leads to; nil for any other reference.
    package func schema(at reference: String) -> JSONValue? {
        guard reference.hasPrefix(Self.prefix) else { return nil }
        return schemas[String(reference.dropFirst(Self.prefix.count))]
    }

    private static let prefix = "#/components/schemas/"
}

/// The form in which a document is kept on disk.
extension OpenAPIVersionDocument {
    private static let formatVersion: JSONValue = 2

    /// The document for the disk cache, with the address it came from.
    package func cacheDocument(address: String) -> JSONValue {
        let names = schemas.keys.sorted { $0.precedesByBytes($1) }
        return [
            "format": Self.formatVersion, "address": .string(address), "paths": paths,
            "schemas": .object(JSONObject(names.map { (key: $0, value: schemas[$0] ?? .null) })),
        ]
    }

    /// Reads a cached document; nil for one of another format or from another address.
    package init?(cacheDocument document: JSONValue, address: String) {
        guard document["format"] == Self.formatVersion, document["address"] == .string(address),
            let paths = document["paths"], let schemas = document["schemas"]
        else { return nil }
        self.paths = paths
        self.schemas = Self.byName(schemas)
    }
}
