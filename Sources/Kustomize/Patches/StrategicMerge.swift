import StdlibExtensions
import YAMLCodec

/// Merges a patch into a document, as kyaml's merge2 does with new list elements first.
struct StrategicMerge {
    let schema: MergeSchema.Document

    /// The document with the patch in it; nil where the patch deletes it.
    ///
    /// Both may be changed and share nodes.
    func merge(_ patch: YAMLNode, into document: YAMLNode) throws(KustomizeError) -> YAMLNode? {
        try walk(document, patch, MergeSchema.Field(), path: []).node
    }

    /// A node that came of merging.
    private struct Merged {
        var node: YAMLNode?
        /// Whether a null stays instead of removing its field.
        var keepsNull = false
    }

    private func walk(
        _ old: YAMLNode?, _ patch: YAMLNode?, _ field: MergeSchema.Field, path: [String]
    ) throws(KustomizeError) -> Merged {
        let sources = [old, patch].compactMap { $0 }.filter { !$0.isNull }
        guard let kind = sources.first?.kind else { return try walkMap(old, patch, field, path: path) }
        for source in sources { try source.require(kind) }
        var field = field
        if field.type == nil, field.list == nil { field.type = schemaOfResource(in: sources) }
        switch kind {
        case .mapping: return try walkMap(old, patch, field, path: path)
        case .sequence:
            guard let list = field.list else { return Merged(node: patch ?? old) }
            return Merged(node: try walkList(old, patch, list, field.type, path: path))
        case .scalar: return Merged(node: patch ?? old)
        }
    }

    /// The type of an object that says what kind it is.
    private func schemaOfResource(in sources: [YAMLNode]) -> MergeSchema? {
        for source in sources where source.kind == .mapping {
            guard let kind = source.filledField("kind")?.value, let version = source.filledField("apiVersion")?.value
            else { continue }
            let (group, name) = ResourceKind.split(apiVersion: version)
            if let type = schema.type(of: ResourceKind(group: group, version: name, kind: kind)) { return type }
        }
        return nil
    }

    // MARK: - Maps

    private func walkMap(
        _ old: YAMLNode?, _ patch: YAMLNode?, _ field: MergeSchema.Field, path: [String]
    ) throws(KustomizeError) -> Merged {
        let start = try startOfMap(old, patch)
        guard let merged = start.node else { return Merged() }
        var names = Set(merged.fields.map(\.name))
        names.formUnion(patch?.fields.map(\.name) ?? [])
        for name in names.sorted(by: { $0.precedesByBytes($1) }) {
            let type = field.type?.field(name) ?? MergeSchema.Field()
            let value = try walk(merged.field(name), patch?.field(name), type, path: path + [name])
            try merged.setField(name, value.node, keepsNull: value.keepsNull)
        }
        return start
    }

    /// What is merged into, by the patch's directive.
    private func startOfMap(_ old: YAMLNode?, _ patch: YAMLNode?) throws(KustomizeError) -> Merged {
        guard let old, !old.isNull else {
            // Where there is nothing to merge with, a bad directive is none.
            if let patch, (try? Directive.take(from: patch)) == .delete { return Merged() }
            if patch == nil, let old, !old.value.isEmpty {
                return Merged(node: YAMLNode(.scalar, tag: .null, value: old.value), keepsNull: true)
            }
            return Merged(node: patch)
        }
        guard let patch else { return Merged(node: old) }
        if patch.isNull { return Merged() }
        switch try Directive.take(from: patch) {
        case .delete: return Merged()
        case .replace: return Merged(node: patch)
        case .merge: return Merged(node: old)
        }
    }

    // MARK: - Lists

    private func walkList(
        _ old: YAMLNode?, _ patch: YAMLNode?, _ list: MergeSchema.MergedList, _ type: MergeSchema?, path: [String]
    ) throws(KustomizeError) -> YAMLNode? {
        guard let start = try startOfList(old, patch) else { return nil }
        var merge = ListMerge(old: start, patch: patch, keys: list.keys)
        return try merge.run { (old, patch) throws(KustomizeError) in
            try walk(old, patch, MergeSchema.Field(type: type), path: path).node
        }
    }

    private func startOfList(_ old: YAMLNode?, _ patch: YAMLNode?) throws(KustomizeError) -> YAMLNode? {
        guard let old, !old.isNull else { return patch }
        guard let patch else { return old }
        if patch.isNull { return nil }
        switch try Directive.take(from: patch) {
        case .delete: return nil
        case .replace: return patch
        case .merge: return old
        }
    }
}

/// What a patch says in `$patch`.
enum Directive: String {
    case replace
    case delete
    case merge

    private static let key = "$patch"

    /// The directive of a map or of a list, which is removed from it; merging where there is none.
    static func take(from patch: YAMLNode) throws(KustomizeError) -> Directive {
        switch patch.kind {
        case .mapping:
            guard let node = patch.field(key) else { return .merge }
            let directive = try Directive(word: node.value)
            try patch.removeField(key)
            return directive
        case .sequence:
            guard let element = patch.content.first(where: { $0.field(key) != nil }), element.content.count <= 2,
                let node = element.field(key)
            else { return .merge }
            let directive = try Directive(word: node.value)
            patch.setElement(nil, keys: [key], values: [node.value])
            return directive
        case .scalar: throw .noMergeStrategy(tag: patch.shortTag, text: patch.text)
        }
    }

    private init(word: String) throws(KustomizeError) {
        guard let known = Directive(rawValue: word) else { throw .unknownDirective(word) }
        self = known
    }
}

extension YAMLNode {
    /// The tag in its short form, as errors name it.
    fileprivate var shortTag: String {
        switch tag {
        case .null: "!!null"
        case .bool: "!!bool"
        case .int: "!!int"
        case .float: "!!float"
        case .timestamp: "!!timestamp"
        case .none, .string: "!!str"
        case .other(let text): text
        case .binary: "!!binary"
        case .sequence: "!!seq"
        case .mapping: "!!map"
        case .merge: "!!merge"
        }
    }
}
