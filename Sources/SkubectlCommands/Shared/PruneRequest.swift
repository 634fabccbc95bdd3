import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions
import SystemIO

/// Which types `--prune` looks at.
struct PruneRequest: Sendable, Hashable {
    /// The values of `--prune-allowlist`: `group/version/Kind`, with "core" for the group without a name.
    let types: [String]

    private static let usualNamespaced = [
        "/v1/ConfigMap", "/v1/Endpoints", "/v1/PersistentVolumeClaim", "/v1/Pod", "/v1/ReplicationController",
        "/v1/Secret", "/v1/Service", "batch/v1/Job", "batch/v1/CronJob", "networking.k8s.io/v1/Ingress",
        "apps/v1/DaemonSet", "apps/v1/Deployment", "apps/v1/ReplicaSet", "apps/v1/StatefulSet",
    ]
    private static let usualOfCluster = ["/v1/Namespace", "/v1/PersistentVolume"]

    /// The types that the flag names; empty where it is not given.
    func mappings(in cluster: Cluster) async throws -> [RESTMapping] {
        var mappings: [RESTMapping] = []
        for type in types {
            let parts = type.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3 else {
                throw CommandError.failed(
                    "invalid GroupVersionKind format: \(type), please follow <group/version/kind>")
            }
            let kind = GroupVersionKind(
                group: parts[0] == "core" ? "" : parts[0], version: parts[1], kind: parts[2])
            guard let mapping = try await cluster.discovery.mapping(for: kind) else {
                throw CommandError.failed(kind.noMatch)
            }
            mappings.append(mapping)
        }
        return mappings
    }

    /// The types to look at: those that were named, else the usual ones; those in namespaces come first.
    func types(_ named: [RESTMapping], in cluster: Cluster, _ context: CommandContext) async throws -> [RESTMapping] {
        if !named.isEmpty { return named.filter(\.isNamespaced) + named.filter { !$0.isNamespaced } }
        let log = context.log
        log.writePlain(
            0, "prune.go:71",
            "Deprecated: kubectl apply will no longer prune non-namespaced resources by default when used with the "
                + "--namespace flag in a future release. To preserve the current behaviour, list the resources you want "
                + "to target explicitly in the --prune-allowlist flag.", severity: .warning)
        var mappings: [RESTMapping] = []
        for type in Self.usualNamespaced + Self.usualOfCluster {
            let parts = type.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            let kind = GroupVersionKind(group: parts[0], version: parts[1], kind: parts[2])
            guard let mapping = try await cluster.discovery.mapping(for: kind) else {
                let isNamespaced = Self.usualNamespaced.contains(type)
                throw CommandError.failed(
                    "error retrieving RESTMappings to prune: invalid resource \(kind.group)/\(kind.version), "
                        + "Kind=\(kind.kind), Namespaced=\(isNamespaced): \(kind.noMatch)")
            }
            mappings.append(mapping)
        }
        return mappings
    }
}

extension GroupVersionKind {
    /// apimachinery's words for a kind the server does not have.
    fileprivate var noMatch: String {
        "no matches for kind \(kind.goQuoted) in version \(groupVersion.apiVersion.goQuoted)"
    }
}
