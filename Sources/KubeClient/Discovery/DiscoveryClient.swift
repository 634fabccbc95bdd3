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

    /// Reads everything; throws where `/apis` cannot be read, or `/api` for another reason than that it is not there.
    func snapshot() async throws(ClientError) -> DiscoverySnapshot {
        let roots = try await roots()
        var groups = roots.flatMap(\.groups)
        var failures = roots.flatMap(\.stale).map { DiscoverySnapshot.Failure(groupVersion: $0, reason: .stale) }
        let missing = groups.indices.flatMap { group in
            groups[group].versions.indices.filter { groups[group].versions[$0].resources == nil }.map { (group, $0) }
        }
        let pending = missing.map {
            GroupVersion(group: groups[$0.0].name, version: groups[$0.0].versions[$0.1].version)
        }
        let answers = await SideBySide.map(pending) { await resources(of: $0) }
        for (place, answer) in zip(missing, answers) {
            switch answer {
            case .success(let resources): groups[place.0].versions[place.1].resources = resources
            case .failure(let failure): failures.append(failure)
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

    /// Asks both roots side by side: the core group's first.
    private func roots() async throws(ClientError) -> [DiscoveryDocument.Root] {
        async let core = root("/api")
        async let named = root("/apis")
        let (coreResult, namedResult) = await (core, named)
        return [try coreResult.get(), try namedResult.get()]
    }

    private func root(_ path: String) async -> Result<DiscoveryDocument.Root, ClientError> {
        let request = APIRequest("GET", path: path, parameters: [Self.timeout], accept: Self.accept)
        do {
            return .success(DiscoveryDocument.root(try await client.json(request)))
        } catch .status(let status) {
            // A server that only aggregates others may have no core group (client-go's `downloadLegacy`).
            if path == "/api", status.isNotFound { return .success(DiscoveryDocument.Root()) }
            return .failure(.status(status.unstructured(for: request)))
        } catch let error {
            return .failure(error)
        }
    }

    private func resources(of groupVersion: GroupVersion) async -> Result<[APIResource], DiscoverySnapshot.Failure> {
        let request = APIRequest("GET", path: groupVersion.path, parameters: [Self.timeout])
        do {
            let document = try await client.json(request)
            if let resources = DiscoveryDocument.resources(in: document, of: groupVersion) {
                return .success(resources)
            }
        } catch .status(let status) where status.isNotFound && groupVersion.isCore {
            // As in client-go, this counts as an empty answer.
        } catch let error {
            return .failure(.init(groupVersion: groupVersion, reason: .request(error)))
        }
        return .failure(.init(groupVersion: groupVersion, reason: .empty))
    }
}

extension GroupVersion {
    fileprivate var isCore: Bool { group.isEmpty && version == "v1" }
}
