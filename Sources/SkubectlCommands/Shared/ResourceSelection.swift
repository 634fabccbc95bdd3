import CommandLineKit
import KubeClient
import KubeModel
import StdlibExtensions

/// Which resources a command is about: the words after its name, `-f`, `-l` and their kin, as cli-runtime reads them.
struct ResourceSelection: Sendable {
    static let filenameFlag = Flag(
        "filename", short: "f", default: [String](),
        help: "Filename, directory, or URL of manifests with the resources."
    ).completing(.fileExtensions(["json", "yaml", "yml"]))
    static let recursiveFlag = Flag(
        "recursive", short: "R", default: false, help: "Read the directories given with -f with all below them.")
    static let selectorFlag = Flag(
        "selector", short: "l", default: "",
        help: "Only resources whose labels match, with '=', '==', '!=', 'in' and 'notin' "
            + "(e.g. -l key1=value1,key2!=value2,key3 in (value3)).")
    static let fieldSelectorFlag = Flag(
        "field-selector", default: "",
        help: "Only resources whose fields match, with '=', '==' and '!=' (e.g. --field-selector key1=value1). "
            + "Which fields a type knows is the server's choice.")
    static let allNamespacesFlag = Flag(
        "all-namespaces", short: "A", default: false,
        help: "Resources of all namespaces, whatever namespace the context or --namespace names.")
    static let chunkSizeFlag = Flag(
        "chunk-size", default: Int64(500), help: "Ask for large lists in parts of this size; 0 asks for all at once.")

    static let kustomizeFlag = Flag(
        "kustomize", short: "k", default: "",
        help: "Directory with a kustomization, whose resources are meant; stands alone, without -f and -R."
    ).completing(.directories)

    /// Flags that name manifests.
    static let manifestFlags: [any AnyFlag] = [filenameFlag, kustomizeFlag, recursiveFlag]

    var words: [String]
    var filenames: [String] = []
    /// The directory of `-k`; empty for none.
    var kustomization = ""
    var isRecursive = false
    /// Whether standard input is read for something else, so that no manifest may come from there.
    var inputIsTaken = false
    var labelSelector = ""
    var fieldSelector = ""
    var allNamespaces = false
    /// Every object of the types (`delete --all`).
    var all = false
    var subresource = ""
    var chunkSize = 0
    /// Whether types alone select all their objects.
    var typesSelectAll = true

    init(_ arguments: ParsedArguments) {
        words = arguments.positionals
        filenames = arguments[Self.filenameFlag]
        kustomization = arguments[Self.kustomizeFlag]
        isRecursive = arguments[Self.recursiveFlag]
        labelSelector = arguments[Self.selectorFlag].trimmingSpace()
        fieldSelector = arguments[Self.fieldSelectorFlag].trimmingSpace()
        allNamespaces = arguments[Self.allNamespacesFlag]
        chunkSize = Int(clamping: arguments[Self.chunkSizeFlag])
    }

    /// Selects as commands do that change objects: types alone select nothing, and with `--all` everything; a selector or
    /// a name counts for more than `--all` (cli-runtime's `ResourceTypeOrNameArgs`).
    mutating func selectChanged(all isForAll: Bool) {
        let isTypeAlone = words.count == 1 && !words[0].contains("/")
        all = isForAll && isTypeAlone && labelSelector.isEmpty && fieldSelector.isEmpty
        typesSelectAll = false
        chunkSize = 0
    }

    init(words: [String]) {
        self.words = words
    }

    /// Whether nothing at all is selected.
    var isEmpty: Bool { words.isEmpty && !hasManifests }

    /// Whether manifests are named, with `-f` or `-k`.
    var hasManifests: Bool { !filenames.isEmpty || !kustomization.isEmpty }

    /// What is asked of each collection.
    var query: ListQuery {
        var query = ListQuery()
        query.labelSelector = labelSelector
        query.fieldSelector = fieldSelector
        query.limit = chunkSize
        return query
    }

    /// The label selector as objects are compared with it; nil where there is none.
    func labelQuery() throws(SelectionError) -> LabelQuery? {
        guard !labelSelector.isEmpty else { return nil }
        do {
            return try LabelQuery(labelSelector)
        } catch {
            throw .badSelector(labelSelector, error)
        }
    }

    /// What the selection means on a server.
    enum Resolved: Sendable {
        /// The objects of `filenames` or of `kustomization`.
        case manifests
        /// The objects of these types that match the selectors.
        case collections([RESTMapping])
        case objects([SelectedObject])
    }

    /// Asks the server what the words mean; the checks and their order are cli-runtime's.
    func resolve(in cluster: Cluster) async throws -> Resolved {
        let arguments = try await expandingCategories(try ResourceArguments(words), in: cluster)
        if all, !labelSelector.isEmpty || !fieldSelector.isEmpty { throw SelectionError.allWithSelector }
        if hasManifests {
            guard let refusal = refusalBesideManifests(arguments) else { return .manifests }
            // What is wrong with the files' names is told before it.
            if kustomization.isEmpty { _ = try namedManifests() }
            throw refusal
        }
        if all || !labelSelector.isEmpty || !fieldSelector.isEmpty {
            return .collections(unique(try await mappings(try types(besideSelector: arguments), in: cluster)))
        }
        switch arguments {
        case .none: throw SelectionError.nothing
        case .pairs(let pairs):
            let types = try await mappings(pairs.map(\.type), in: cluster)
            return .objects(try zip(pairs, types).map { try object($0.name, $1, in: cluster) })
        case .names(let type, let names):
            let mapping = try await mapping(type, in: cluster)
            return .objects(try names.map { try object($0, mapping, in: cluster) })
        case .types(let types):
            let mappings = unique(try await mappings(types, in: cluster))
            guard typesSelectAll else { throw SelectionError.typeWithoutName }
            guard subresource.isEmpty else { throw SelectionError.subresourceOfCollection }
            return .collections(mappings)
        }
    }

    /// Why words may not stand beside manifests; nil where there are none.
    private func refusalBesideManifests(_ arguments: ResourceArguments) -> SelectionError? {
        switch arguments {
        case .none: nil
        case .types, .names: .typeWithManifests
        case .pairs: .pairWithManifests
        }
    }

    private func types(besideSelector arguments: ResourceArguments) throws(SelectionError) -> [String] {
        switch arguments {
        case .none: throw .selectorWithoutType
        case .names: throw .nameWithSelector
        case .pairs: throw .pairWithSelector
        case .types(let types):
            guard subresource.isEmpty else { throw .subresourceOfCollection }
            return types
        }
    }

    /// Puts the resources of a category such as "all" in the place of its name.
    private func expandingCategories(
        _ arguments: ResourceArguments, in cluster: Cluster
    ) async throws -> ResourceArguments {
        guard case .types(let types) = arguments else { return arguments }
        var expanded: [String] = []
        for type in types {
            if let members = try await cluster.discovery.resources(inCategory: type) {
                expanded += members.map(\.groupResource)
            } else {
                expanded.append(type)
            }
        }
        return .types(expanded)
    }

    private func mappings(_ types: [String], in cluster: Cluster) async throws -> [RESTMapping] {
        var mappings: [RESTMapping] = []
        for type in types { mappings.append(try await mapping(type, in: cluster)) }
        return mappings
    }

    private func mapping(_ type: String, in cluster: Cluster) async throws -> RESTMapping {
        guard let mapping = try await cluster.discovery.mapping(forArgument: type) else {
            throw SelectionError.unknownType(type)
        }
        try await cluster.warnOfLowerPriority(thanShortName: type)
        return mapping
    }

    private func unique(_ mappings: [RESTMapping]) -> [RESTMapping] {
        var kept: [RESTMapping] = []
        for mapping in mappings where !kept.contains(where: { $0.gvk == mapping.gvk }) { kept.append(mapping) }
        return kept
    }

    private func object(_ name: String, _ mapping: RESTMapping, in cluster: Cluster) throws -> SelectedObject {
        if name.isEmpty { throw SelectionError.emptyName }
        if mapping.isNamespaced, allNamespaces { throw SelectionError.nameAcrossNamespaces }
        return SelectedObject(
            mapping: mapping, namespace: mapping.isNamespaced ? cluster.namespace : nil, name: name,
            subresource: subresource.isEmpty ? nil : subresource)
    }

    /// The namespace whose collections are meant; nil for all of them.
    func namespace(in cluster: Cluster) -> String? {
        allNamespaces ? nil : cluster.namespace
    }
}
