import JSONModel
import KubeModel
import StdlibExtensions

/// What a server says of the fields of its objects: the definitions of its OpenAPI document (version 2).
///
/// Only what decides whether an object is well-formed is kept; definitions are read when an object needs them.
struct OpenAPISchema: Sendable, Hashable {
    /// The definitions by name ("io.k8s.api.core.v1.Pod"), with the keywords of `OpenAPIDocument` only.
    private let definitions: [String: JSONValue]
    /// The names of the definitions that are kinds.
    private let kinds: [GroupVersionKind: String]
    /// The kinds whose fields the server checks itself when it is asked to.
    private let checkedByServer: Set<GroupVersionKind>

    /// Takes definitions in the order of their names: of several for one kind the last counts, as in kubectl.
    init(definitions: JSONObject, checkedByServer: Set<GroupVersionKind>) {
        var byName: [String: JSONValue] = [:]
        var kinds: [GroupVersionKind: String] = [:]
        byName.reserveCapacity(definitions.count)
        for (name, definition) in definitions {
            byName[name] = definition
            for kind in OpenAPIDocument.kinds(of: definition) { kinds[kind] = name }
        }
        self.definitions = byName
        self.kinds = kinds
        self.checkedByServer = checkedByServer
    }

    /// Whether the server finds unknown fields of this kind itself (the parameter `fieldValidation` of its `PATCH`).
    func isCheckedByServer(_ kind: GroupVersionKind) -> Bool {
        checkedByServer.contains(kind)
    }

    /// The schema of a kind; nil where the server tells of none.
    func schema(of kind: GroupVersionKind) -> SchemaNode? {
        kinds[kind].flatMap(definition)
    }

    /// What a schema demands, references followed.
    func demand(of node: SchemaNode) -> SchemaDemand {
        var node = node
        // A reference leads to another definition each time, so more steps than definitions are a circle.
        for _ in 0...definitions.count {
            guard let name = node.reference else { return SchemaDemand(node) }
            guard let target = definition(name) else { return .anything }
            node = target
        }
        return .anything
    }

    private func definition(_ name: String) -> SchemaNode? {
        definitions[name].map { SchemaNode(path: name, document: $0) }
    }
}

/// The form in which schemas are kept on disk.
extension OpenAPISchema {
    private static let formatVersion: JSONValue = 1

    /// The document for the disk cache.
    var cacheDocument: JSONValue {
        let names = definitions.keys.sorted { $0.precedesByBytes($1) }
        return [
            "format": Self.formatVersion,
            "definitions": .object(JSONObject(names.map { (key: $0, value: definitions[$0] ?? .null) })),
            "checkedByServer": .array(
                checkedByServer.map { [.string($0.group), .string($0.version), .string($0.kind)] }),
        ]
    }

    /// Reads a cached document; nil for one of another format or with anything missing.
    init?(cacheDocument document: JSONValue) {
        guard document["format"] == Self.formatVersion, let definitions = document["definitions"]?.object,
            let kinds = document["checkedByServer"]?.array
        else { return nil }
        let checked = kinds.compactMap { kind -> GroupVersionKind? in
            guard let group = kind[0]?.string, let version = kind[1]?.string, let name = kind[2]?.string else {
                return nil
            }
            return GroupVersionKind(group: group, version: version, kind: name)
        }
        guard checked.count == kinds.count else { return nil }
        self.init(definitions: definitions, checkedByServer: Set(checked))
    }
}
