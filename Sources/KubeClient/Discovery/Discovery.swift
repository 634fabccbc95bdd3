package import KubeModel

/// What the server has, asked at most once a command, and not at all while the cache on disk is fresh.
package actor Discovery {
    private let discoveryClient: DiscoveryClient
    private let cache: ServerCache
    private var current: (snapshot: DiscoverySnapshot, mapper: RESTMapper)?
    private var isFresh = false

    package init(client: APIClient, cache: ServerCache) {
        discoveryClient = DiscoveryClient(client: client)
        self.cache = cache
    }

    /// The resource that a word of the command line means; nil where the server has none.
    ///
    /// Before that is said, a cached answer is replaced by the server's own.
    package func mapping(forArgument argument: String) async throws(ClientError) -> RESTMapping? {
        if let mapping = try await mapper().mapping(forArgument: argument) { return mapping }
        guard !isFresh else { return nil }
        return try await refresh().mapper.mapping(forArgument: argument)
    }

    /// As `mapping(forArgument:)`, but for names of resources only, not of kinds.
    package func mapping(forResourceArgument argument: String) async throws(ClientError) -> RESTMapping? {
        if let mapping = try await mapper().mapping(forResourceArgument: argument) { return mapping }
        guard !isFresh else { return nil }
        return try await refresh().mapper.mapping(forResourceArgument: argument)
    }

    /// As `mapping(forArgument:)`, but what is known is enough: nothing is asked again for a word that means nothing.
    package func knownMapping(forArgument argument: String) async throws(ClientError) -> RESTMapping? {
        try await mapper().mapping(forArgument: argument)
    }

    /// The resources of this name or short name by priority; empty where the server has none, as it says now.
    package func mappings(forResource name: String) async throws(ClientError) -> [RESTMapping] {
        let mappings = try await mapper().mappings(forResource: name)
        if !mappings.isEmpty || isFresh { return mappings }
        return try await refresh().mapper.mappings(forResource: name)
    }

    /// The other resources that a word would mean were the one it means not there; empty for all but short names.
    package func lowerPriorityResources(forShortName word: String) async throws(ClientError) -> [APIResource] {
        try await mapper().lowerPriorityResources(forShortName: word)
    }

    /// The resource for the kind of an object; nil where the server has none.
    package func mapping(for gvk: GroupVersionKind) async throws(ClientError) -> RESTMapping? {
        if let mapping = try await mapper().mapping(for: gvk) { return mapping }
        guard !isFresh else { return nil }
        return try await refresh().mapper.mapping(for: gvk)
    }

    /// The resources of a category; nil for a word that names none.
    package func resources(inCategory category: String) async throws(ClientError) -> [APIResource]? {
        try await mapper().resources(inCategory: category)
    }

    /// All that the server has: from the cache where `allowingCache`, else as the server says now.
    package func snapshot(allowingCache: Bool) async throws(ClientError) -> DiscoverySnapshot {
        if allowingCache || isFresh { return try await load().snapshot }
        return try await refresh().snapshot
    }

    /// The groups' versions as the server names them now; nothing is cached.
    package func groupVersions() async throws(ClientError) -> [GroupVersion] {
        try await discoveryClient.groupVersions()
    }

    private func mapper() async throws(ClientError) -> RESTMapper {
        try await load().mapper
    }

    private func load() async throws(ClientError) -> (snapshot: DiscoverySnapshot, mapper: RESTMapper) {
        if let current { return current }
        if let cached = cache.document(.discovery).flatMap(DiscoverySnapshot.init(cacheDocument:)) {
            return keep(cached)
        }
        return try await refresh()
    }

    private func refresh() async throws(ClientError) -> (snapshot: DiscoverySnapshot, mapper: RESTMapper) {
        let snapshot = try await discoveryClient.snapshot()
        isFresh = true
        if snapshot.isComplete { cache.store(snapshot.cacheDocument, as: .discovery) }
        return keep(snapshot)
    }

    private func keep(_ snapshot: DiscoverySnapshot) -> (snapshot: DiscoverySnapshot, mapper: RESTMapper) {
        let entry = (snapshot: snapshot, mapper: RESTMapper(snapshot))
        current = entry
        return entry
    }
}
