import JSONModel
import KubeClient
import KubeModel

/// Which resources can be scaled.
struct ScaleSubresources {
    let cluster: Cluster

    /// Those of Kubernetes itself, about which nobody need be asked.
    private static let known: Set<String> = [
        "deployments.apps", "replicasets.apps", "statefulsets.apps", "replicationcontrollers",
    ]

    /// Refuses a resource without the subresource `scale`.
    func require(_ mapping: RESTMapping) async throws {
        if Self.known.contains(mapping.resource.groupResource) { return }
        let gvr = mapping.gvr
        let list = try await cluster.client.json(APIRequest(path: gvr.groupVersion.path))
        let name = "\(gvr.resource)/scale"
        guard (list["resources"]?.array ?? []).contains(where: { $0["name"]?.string == name }) else {
            throw CommandError.failed(
                "cannot autoscale a \(mapping.gvk.kind): could not find scale subresource for \(gvr.group)/\(gvr.version), "
                    + "Resource=\(gvr.resource) in discovery information")
        }
    }
}
