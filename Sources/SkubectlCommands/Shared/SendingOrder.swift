import KubeClient
import KubeModel

/// What of an object decides which others it may be sent beside.
///
/// Commands act as if they sent one object after another. Only where nobody can tell the difference are objects sent side
/// by side: those of one kind, and those of the kinds whose creation no other request looks at. What others may need
/// (namespaces, resource definitions, accounts, quotas, rights, webhooks) ends before the next kind begins.
struct SendingOrder: Sendable, Hashable {
    /// Objects of one stage may be sent side by side.
    let stage: Stage
    /// The object; it is never sent twice at once.
    let location: ResourceLocation

    /// What is sent side by side before anything of another stage begins.
    enum Stage: Sendable, Hashable {
        /// The kinds that no admission and no validation of other objects looks at.
        case independent
        /// A resource on its own, by its group and name.
        case only(String)
    }

    init(_ object: SelectedObject) {
        location = object.location
        let resource = object.mapping.resource.groupResource
        stage = Self.independent.contains(resource) ? .independent : .only(resource)
    }

    private static let independent: Set = [
        "configmaps", "endpoints", "events", "persistentvolumeclaims", "pods", "podtemplates", "replicationcontrollers",
        "secrets", "services", "daemonsets.apps", "deployments.apps", "replicasets.apps", "statefulsets.apps",
        "horizontalpodautoscalers.autoscaling", "cronjobs.batch", "jobs.batch", "leases.coordination.k8s.io",
        "endpointslices.discovery.k8s.io", "ingresses.networking.k8s.io", "networkpolicies.networking.k8s.io",
        "poddisruptionbudgets.policy",
    ]
}
