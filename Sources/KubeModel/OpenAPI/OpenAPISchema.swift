package import JSONModel
import StdlibExtensions

/// What a server says of the fields of its objects: the definitions of its OpenAPI document (version 2).
///
/// Only what decides whether an object is well-formed is kept, and what the fields are said to be for; definitions are
/// read when somebody asks for them.
package struct OpenAPISchema: Sendable, Hashable {
    /// The keyword that says which kinds a definition is for.
    package static let kindKeyword = "x-kubernetes-group-version-kind"

    /// The definitions by name ("io.k8s.api.core.v1.Pod").
    private let definitions: [String: JSONValue]
    /// The names of the definitions that are kinds.
    private let kinds: [GroupVersionKind: String]
    /// The kinds whose fields the server checks itself when it is asked to.
    private let checkedByServer: Set<GroupVersionKind>
    /// The kinds whose objects the server merges by the strategies of their fields.
    private let mergedByStrategy: Set<GroupVersionKind>

    /// Takes definitions in the order of their names: of several for one kind the last counts, as in kubectl.
    package init(
        definitions: JSONObject, checkedByServer: Set<GroupVersionKind>,
        mergedByStrategy: Set<GroupVersionKind> = []
    ) {
        var byName: [String: JSONValue] = [:]
        var kinds: [GroupVersionKind: String] = [:]
        byName.reserveCapacity(definitions.count)
        for (name, definition) in definitions {
            byName[name] = definition
            for kind in Self.kinds(of: definition) { kinds[kind] = name }
        }
        self.definitions = byName
        self.kinds = kinds
        self.checkedByServer = checkedByServer
        self.mergedByStrategy = mergedByStrategy
    }

    /// The kinds a definition is for.
    private static func kinds(of definition: JSONValue) -> [GroupVersionKind] {
        (definition[kindKeyword]?.array ?? []).compactMap(kind)
    }

    /// Reads one kind as the server's keyword writes it; nil for what names none.
    package static func kind(_ document: JSONValue) -> GroupVersionKind? {
        guard let group = document["group"]?.string, let version = document["version"]?.string,
            let kind = document["kind"]?.string, !kind.isEmpty
        else { return nil }
        return GroupVersionKind(group: group, version: version, kind: kind)
    }

    /// Whether the server finds unknown fields of this kind itself (the parameter `fieldValidation` of its `PATCH`).
    package func isCheckedByServer(_ kind: GroupVersionKind) -> Bool {
        checkedByServer.contains(kind)
    }

    /// Whether the server takes strategic merge patches of this kind.
    package func isMergedByStrategy(_ kind: GroupVersionKind) -> Bool {
        mergedByStrategy.contains(kind)
    }

    /// The schema of a kind; nil where the server tells of none.
    package func schema(of kind: GroupVersionKind) -> SchemaNode? {
        kinds[kind].flatMap(definition)
    }

    /// What a schema demands, references followed.
    package func demand(of node: SchemaNode) -> SchemaDemand {
        var node = node
        // A reference leads to another definition each time, so more steps than definitions are a circle.
        for _ in 0...definitions.count {
            guard let name = node.reference else { return SchemaDemand(node) }
            guard let target = definition(name) else { return .anything }
            node = target
        }
        return .anything
    }

    /// The definition of this name, to which a node's `reference` leads; nil where there is none.
    package func definition(_ name: String) -> SchemaNode? {
        definitions[name].map { SchemaNode(path: name, document: $0) }
    }
}

/// The form in which schemas are kept on disk.
extension OpenAPISchema {
    private static let formatVersion: JSONValue = 3

    /// The document for the disk cache.
    package var cacheDocument: JSONValue {
        let names = definitions.keys.sorted { $0.precedesByBytes($1) }
        return [
            "format": Self.formatVersion,
            "definitions": .object(JSONObject(names.map { (key: $0, value: definitions[$0] ?? .null) })),
            "checkedByServer": Self.document(of: checkedByServer),
            "mergedByStrategy": Self.document(of: mergedByStrategy),
        ]
    }

    /// Reads a cached document; nil for one of another format or with anything missing.
    package init?(cacheDocument document: JSONValue) {
        guard document["format"] == Self.formatVersion, let definitions = document["definitions"]?.object,
            let checked = Self.kinds(in: document["checkedByServer"]),
            let merged = Self.kinds(in: document["mergedByStrategy"])
        else { return nil }
        self.init(definitions: definitions, checkedByServer: checked, mergedByStrategy: merged)
    }

    private static func document(of kinds: Set<GroupVersionKind>) -> JSONValue {
        .array(kinds.map { [.string($0.group), .string($0.version), .string($0.kind)] })
    }

    private static func kinds(in document: JSONValue?) -> Set<GroupVersionKind>? {
        guard let elements = document?.array else { return nil }
        let kinds = elements.compactMap { kind -> GroupVersionKind? in
            guard let group = kind[0]?.string, let version = kind[1]?.string, let name = kind[2]?.string else {
                return nil
            }
            return GroupVersionKind(group: group, version: version, kind: name)
        }
        return kinds.count == elements.count ? Set(kinds) : nil
    }
}
