/// The way to a value inside of a kubeconfig, such as `clusters.my.cluster.server`, by the rules of `config set`.
package struct PropertyPath: Sendable, Hashable {
    /// The path as it was given.
    package let text: String
    let target: Target

    enum Target: Sendable, Hashable {
        /// `kind` or `apiVersion`, which kubectl takes and never writes.
        case header
        case currentContext
        case preferences
        case colors
        case preferenceExtensions
        case extensions
        /// A whole list.
        case list(KubeConfigError.EntryKind)
        /// A whole entry.
        case entry(KubeConfigError.EntryKind, String)
        /// A field of an entry.
        case field(KubeConfigError.EntryKind, entry: String, String)
    }

    /// Reads a path.
    ///
    /// The name of an entry may have dots in it: it goes on up to a word that is a field's.
    package init(_ text: String) throws(PropertyFault) {
        self.text = text
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch parts[0] {
        case "kind", "apiVersion": target = .header
        case "current-context": target = .currentContext
        case "preferences": target = try Self.preference(parts, text)
        case "extensions":
            guard parts.count == 1 else { throw .unreachable(path: text) }
            target = .extensions
        case "clusters": target = try Self.entry(.cluster, KubeconfigCluster.propertyNames, parts, text)
        case "users": target = try Self.entry(.user, KubeconfigUser.propertyNames, parts, text)
        case "contexts": target = try Self.entry(.context, KubeconfigContext.propertyNames, parts, text)
        default: throw .unknownField(path: text)
        }
        guard parts.count == 1 || (target != .header && target != .currentContext) else { throw .tooLong(path: text) }
    }

    private static func preference(_ parts: [String], _ text: String) throws(PropertyFault) -> Target {
        guard parts.count > 1 else { return .preferences }
        switch parts[1] {
        case "colors":
            guard parts.count == 2 else { throw .tooLong(path: text) }
            return .colors
        case "extensions":
            guard parts.count == 2 else { throw .unreachable(path: text) }
            return .preferenceExtensions
        default: throw .unknownPreference(path: text)
        }
    }

    private static func entry(
        _ kind: KubeConfigError.EntryKind, _ fields: Set<String>, _ parts: [String], _ text: String
    ) throws(PropertyFault) -> Target {
        guard parts.count > 1 else { return .list(kind) }
        guard let index = parts.indices.dropFirst(2).first(where: { fields.contains(parts[$0]) }) else {
            return .entry(kind, parts.dropFirst().joined(separator: "."))
        }
        guard index == parts.count - 1 else {
            switch parts[index] {
            case "extensions": throw .unreachable(path: text)
            case "act-as-user-extra": throw .insideOfUserExtra
            default: throw .tooLong(path: text)
            }
        }
        return .field(kind, entry: parts[1..<index].joined(separator: "."), parts[index])
    }
}
