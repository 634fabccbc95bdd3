package import KubeModel

/// Finds the resource that a word of the command line or the kind of a manifest means.
///
/// The rules are those of client-go's `restmapper` and apimachinery's `PriorityRESTMapper`: groups in the server's
/// order, core/v1 first, the preferred version of a group before its others.
package struct RESTMapper: Sendable {
    /// All resources in order of priority.
    private let resources: [APIResource]
    private let categories: [String: [APIResource]]

    package init(_ snapshot: DiscoverySnapshot) {
        var ordered: [APIResource] = []
        var rest: [APIResource] = []
        for group in snapshot.groups {
            for version in group.versions {
                let isFirst = version.version == group.preferredVersion
                if isFirst { ordered += version.resources ?? [] } else { rest += version.resources ?? [] }
            }
        }
        resources = ordered + rest
        var categories: [String: [APIResource]] = [:]
        for resource in snapshot.preferredResources {
            for category in resource.categories { categories[category, default: []].append(resource) }
        }
        self.categories = categories
    }

    /// The resources of a category such as "all"; nil for a word that names none.
    package func resources(inCategory category: String) -> [APIResource]? {
        categories[category]
    }

    /// The resource that `argument` means: a plural, singular, short name or kind, alone or with `.GROUP` or
    /// `.VERSION.GROUP` (cli-runtime's `mappingFor`); nil where the server has none.
    package func mapping(forArgument argument: String) -> RESTMapping? {
        if let found = mapping(forResourceArgument: argument) { return found }
        let parts = Self.parts(of: argument)
        if parts.count == 3, let found = findKind(parts[0], version: parts[1], group: parts[2]) { return found }
        let (word, group) = Self.cut(argument)
        return findKind(word, version: nil, group: group)
    }

    /// As `mapping(forArgument:)`, but for names of resources only (apimachinery's `ParseResourceArg`, `ResourceFor`).
    package func mapping(forResourceArgument argument: String) -> RESTMapping? {
        let parts = Self.parts(of: argument)
        if parts.count == 3, let found = find(parts[0], version: parts[1], group: parts[2]) { return found }
        let (word, group) = Self.cut(argument)
        return find(word, version: nil, group: group)
    }

    private static func parts(of argument: String) -> [String] {
        argument.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    }

    /// The resources in all versions and groups that a plural or singular means, by priority, or those of the first
    /// resource that has it as its short name (apimachinery's `ResourcesFor` behind client-go's `shortcutExpander`).
    package func mappings(forResource name: String) -> [RESTMapping] {
        func named(_ name: String) -> [APIResource] {
            resources.filter { $0.name == name || $0.singularName == name }
        }
        let found = named(name.lowercased())
        if !found.isEmpty { return found.map(RESTMapping.init) }
        guard let first = resources.first(where: { $0.shortNames.contains(name) }) else { return [] }
        return named(first.name).filter { $0.group == first.group }.map(RESTMapping.init)
    }

    /// The resources of other groups that share the short name `word`, each once.
    package func lowerPriorityResources(forShortName word: String) -> [APIResource] {
        let (word, group) = Self.cut(word)
        guard group == nil, !resources.contains(where: { $0.name == word || $0.singularName == word }) else {
            return []
        }
        var seen: Set<String> = []
        return Array(
            resources.filter { $0.shortNames.contains(word) && seen.insert($0.groupResource).inserted }.dropFirst())
    }

    /// The resource for the kind of an object, in the version it names; nil where the server has none.
    ///
    /// A kind may also be written all in lower case, and an empty version means the preferred one (client-go's
    /// `NewDiscoveryRESTMapper`, apimachinery's `PriorityRESTMapper`).
    package func mapping(for gvk: GroupVersionKind) -> RESTMapping? {
        resources.first {
            $0.group == gvk.group && (gvk.version.isEmpty || $0.version == gvk.version)
                && ($0.kind == gvk.kind || $0.kind.lowercased() == gvk.kind)
        }
        .map(RESTMapping.init)
    }

    private static func cut(_ argument: String) -> (word: String, group: String?) {
        guard let dot = argument.firstIndex(of: ".") else { return (argument, nil) }
        let group = argument[argument.index(after: dot)...]
        return (String(argument[..<dot]), group.isEmpty ? nil : String(group))
    }

    /// Finds by plural or singular, then by short name; groups match whole, else by their beginning.
    private func find(_ word: String, version: String?, group: String?) -> RESTMapping? {
        let word = word.lowercased()
        return first(version: version, group: group) { $0.name == word || $0.singularName == word }
            ?? findShort(word, version: version, group: group)
    }

    /// Finds by short name; the version next to one says nothing unless the group is but the beginning of one
    /// (client-go's `shortcutExpander`).
    private func findShort(_ word: String, version: String?, group: String?) -> RESTMapping? {
        let named = resources.filter { $0.shortNames.contains(word) }
        if let found = named.first(where: { $0.group == group ?? $0.group }) { return RESTMapping(found) }
        return first(version: version, group: group) { $0.shortNames.contains(word) }
    }

    /// Finds by kind; discovery-based mappers know a kind as it is written and in lower case, and groups only whole.
    private func findKind(_ kind: String, version: String?, group: String?) -> RESTMapping? {
        resources.first {
            ($0.kind == kind || $0.kind.lowercased() == kind) && $0.group == group ?? ""
                && (version == nil || $0.version == version)
        }.map(RESTMapping.init)
    }

    private func first(version: String?, group: String?, where matches: (APIResource) -> Bool) -> RESTMapping? {
        let candidates = resources.filter { matches($0) && (version == nil || $0.version == version) }
        guard let group else { return candidates.first.map(RESTMapping.init) }
        let found = candidates.first { $0.group == group } ?? candidates.first { $0.group.hasPrefix(group) }
        return found.map(RESTMapping.init)
    }
}
