import HTTPTransport
import JSONModel
import KubeModel

/// Asks a server what it has: in two requests where it can aggregate, else one for each version side by side.
struct DiscoveryClient: Sendable {
    let client: APIClient

    /// As client-go asks; servers before 1.26 answer with plain JSON of the older kinds.
    private static let accept = [
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList",
        "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList",
        "application/json",
    ].joined(separator: ",")

    /// client-go's limit on discovery requests, which it also tells the server.
    private static let timeout = APIRequest.Parameter("timeout", "32s")

    /// Reads everything; throws where `/api` or `/apis` cannot be read.
    func snapshot() async throws(ClientError) -> DiscoverySnapshot {
        let roots = try await roots()
        var groups = roots.flatMap(\.groups)
        let missing = groups.indices.flatMap { group in
            groups[group].versions.indices.filter { groups[group].versions[$0].resources == nil }.map { (group, $0) }
        }
        var failures: [DiscoverySnapshot.Failure] = []
        let pending = missing.map {
            GroupVersion(group: groups[$0.0].name, version: groups[$0.0].versions[$0.1].version)
        }
        for (place, outcome) in zip(missing, await resources(of: pending)) {
            switch outcome.result {
            case .success(let resources): groups[place.0].versions[place.1].resources = resources
            case .failure(let error): failures.append(.init(groupVersion: outcome.groupVersion, error: error))
            }
        }
        return DiscoverySnapshot(
            groups: groups, failures: failures, supportsFieldValidation: roots.contains(where: \.isAggregated))
    }

    /// Only the names of groups and versions, as `api-versions` shows them.
    func groupVersions() async throws(ClientError) -> [GroupVersion] {
        try await roots().flatMap(\.groups).flatMap { group in
            group.versions.map { GroupVersion(group: group.name, version: $0.version) }
        }
    }

    /// What `/api` or `/apis` answers.
    private struct Root: Sendable {
        var groups: [APIGroup] = []
        var isAggregated = false
    }

    /// Asks both roots side by side: the core group's first.
    private func roots() async throws(ClientError) -> [Root] {
        async let core = root("/api")
        async let named = root("/apis")
        let (coreResult, namedResult) = await (core, named)
        return [try coreResult.get(), try namedResult.get()]
    }

    private func root(_ path: String) async -> Result<Root, ClientError> {
        let request = APIRequest("GET", path: path, parameters: [Self.timeout], accept: Self.accept)
        do {
            let document = try await client.json(request)
            return .success(
                Root(
                    groups: DiscoveryDocument.groups(in: document) ?? [],
                    isAggregated: DiscoveryDocument.isAggregated(document)))
        } catch let error {
            // A server without one of the two roots has nothing there (client-go does the same).
            if case .status(let status) = error, status.isNotFound || status.isForbidden { return .success(Root()) }
            return .failure(error)
        }
    }

    private struct Outcome: Sendable {
        let groupVersion: GroupVersion
        let result: Result<[APIResource], ClientError>
    }

    private func resources(of groupVersions: [GroupVersion]) async -> [Outcome] {
        await SideBySide.map(groupVersions) { groupVersion in
            Outcome(groupVersion: groupVersion, result: await resources(of: groupVersion))
        }
    }

    private func resources(of groupVersion: GroupVersion) async -> Result<[APIResource], ClientError> {
        do {
            let request = APIRequest("GET", path: groupVersion.path, parameters: [Self.timeout])
            let document = try await client.json(request)
            return .success(DiscoveryDocument.resources(in: document, of: groupVersion) ?? [])
        } catch let error {
            return .failure(error)
        }
    }
}
