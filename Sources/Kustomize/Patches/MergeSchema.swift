import JSONModel
import YAMLCodec

/// How the lists of an object are merged: a type of an OpenAPI document, as far as strategic merge needs it.
final class MergeSchema {
    /// A list whose elements are merged.
    struct MergedList {
        /// The fields that tell elements apart; empty for lists of texts.
        let keys: [String]
    }

    /// A field: its type, or that of its elements, and how it is merged where it is a list.
    struct Field {
        var type: MergeSchema?
        var list: MergedList?
    }

    private(set) var fields: [String: Field] = [:]
    /// The field that stands for all that have no own name.
    private(set) var otherFields: Field?

    func field(_ name: String) -> Field? {
        fields[name] ?? otherFields
    }

    /// The types of a document by version and kind.
    struct Document {
        fileprivate(set) var types: [ResourceKind: MergeSchema] = [:]

        func type(of kind: ResourceKind) -> MergeSchema? { types[kind] }
    }
}

extension MergeSchema.Document {
    /// What holds where no `openapi:` is given.
    ///
    /// It is made anew for each build that needs it, since types are objects.
    static func standard() -> MergeSchema.Document {
        var named: [Substring: MergeSchema] = [:]
        func type(_ name: Substring) -> MergeSchema {
            if let known = named[name] { return known }
            let new = MergeSchema()
            named[name] = new
            return new
        }
        for line in StandardMergeSchema.types.split(separator: "\n") {
            let words = line.split(separator: " ")
            let owner = type(words[0])
            for word in words.dropFirst() { owner.add(fieldFrom: word, type: type) }
        }
        var document = MergeSchema.Document()
        for line in StandardMergeSchema.kinds.split(separator: "\n") {
            let words = line.split(separator: " ")
            let (group, version) = ResourceKind.split(apiVersion: String(words[1]))
            for kind in words.dropFirst(2) {
                document.types[ResourceKind(group: group, version: version, kind: String(kind))] = type(words[0])
            }
        }
        return document
    }

    /// Reads the definitions of an OpenAPI document of version 2.
    init(openAPI document: JSONValue) {
        let definitions = document["definitions"]?.object ?? [:]
        var named: [String: MergeSchema] = [:]
        for (name, _) in definitions { named[name] = MergeSchema() }
        for (name, definition) in definitions {
            named[name]?.read(definition, named)
            for kind in definition["x-kubernetes-group-version-kind"]?.array ?? [] {
                let id = ResourceKind(
                    group: kind["group"]?.string ?? "", version: kind["version"]?.string ?? "",
                    kind: kind["kind"]?.string ?? "")
                types[id] = named[name]
            }
        }
    }
}

extension MergeSchema {
    /// Adds a field from its word in `StandardMergeSchema`.
    fileprivate func add(fieldFrom word: Substring, type: (Substring) -> MergeSchema) {
        let parts = word.split(separator: ":", maxSplits: 1)
        let head = parts[0]
        let fieldType = parts.count > 1 ? type(parts[1]) : nil
        if let bracket = head.firstIndex(of: "[") {
            let keys = head[head.index(after: bracket)...].dropLast().split(separator: ",").map(String.init)
            fields[String(head[..<bracket])] = Field(type: fieldType, list: MergedList(keys: keys))
        } else {
            fields[String(head)] = Field(type: fieldType)
        }
    }

    fileprivate func read(_ definition: JSONValue, _ named: [String: MergeSchema]) {
        for (name, property) in definition["properties"]?.object ?? [:] {
            fields[name] = Self.field(property, named)
        }
        if let others = definition["additionalProperties"], others.object != nil {
            otherFields = Self.field(others, named)
        }
    }

    private static func field(_ property: JSONValue, _ named: [String: MergeSchema]) -> Field {
        if let reference = property["$ref"]?.string {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            return Field(type: named[name])
        }
        var field = Field()
        let strategies = property["x-kubernetes-patch-strategy"]?.string?.split(separator: ",") ?? []
        if property["type"]?.string == "array" {
            if let items = property["items"] { field.type = Self.field(items, named).type }
            if strategies.contains("merge") {
                let keys =
                    property["x-kubernetes-list-map-keys"]?.array?.compactMap(\.string)
                    ?? property["x-kubernetes-patch-merge-key"]?.string.map { [$0] } ?? []
                field.list = MergedList(keys: keys)
            }
        } else {
            let type = MergeSchema()
            type.read(property, named)
            field.type = type
        }
        return field
    }
}
