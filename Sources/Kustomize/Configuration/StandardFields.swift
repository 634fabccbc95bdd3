/// The fields labels, annotations, namespaces, images, replicas and variables go to where nothing else is configured.
enum StandardFields {
    private static func spec(_ path: String, _ kind: String = "", group: String = "", version: String = "") -> FieldSpec
    {
        FieldSpec(kind: ResourceKind(group: group, version: version, kind: kind), path: path)
    }

    private static func created(
        _ path: String, _ kind: String = "", group: String = "", version: String = ""
    ) -> FieldSpec {
        FieldSpec(kind: ResourceKind(group: group, version: version, kind: kind), path: path, creates: true)
    }

    static let namespace = [
        created("metadata/name", "Namespace"),
        created("spec/service/namespace", "APIService", group: "apiregistration.k8s.io"),
        spec(
            "spec/conversion/webhook/clientConfig/service/namespace", "CustomResourceDefinition",
            group: "apiextensions.k8s.io"),
    ]

    /// Labels of objects and of the templates in them.
    static let labels =
        [created("metadata/labels")]
        + templates("labels", statefulSetGroup: "apps")
        + [created("spec/volumeClaimTemplates[]/metadata/labels", "StatefulSet", group: "apps")]
        + jobs("labels")

    static let annotations =
        [created("metadata/annotations")] + templates("annotations", statefulSetGroup: "") + jobs("annotations")

    private static func templates(_ field: String, statefulSetGroup: String) -> [FieldSpec] {
        let path = "spec/template/metadata/\(field)"
        return [
            created(path, "ReplicationController", version: "v1"), created(path, "Deployment"),
            created(path, "ReplicaSet"), created(path, "DaemonSet"),
            created(path, "StatefulSet", group: statefulSetGroup),
        ]
    }

    private static func jobs(_ field: String) -> [FieldSpec] {
        [
            created("spec/template/metadata/\(field)", "Job", group: "batch"),
            created("spec/jobTemplate/metadata/\(field)", "CronJob", group: "batch"),
            created("spec/jobTemplate/spec/template/metadata/\(field)", "CronJob", group: "batch"),
        ]
    }

    /// The selectors that must know the labels of what they select.
    static let selectors =
        [
            created("spec/selector", "Service", version: "v1"),
            created("spec/selector", "ReplicationController", version: "v1"),
            created("spec/selector/matchLabels", "Deployment"),
        ] + podSelectors("Deployment") + [
            created("spec/selector/matchLabels", "ReplicaSet"), created("spec/selector/matchLabels", "DaemonSet"),
            created("spec/selector/matchLabels", "StatefulSet", group: "apps"),
        ] + podSelectors("StatefulSet") + [
            spec("spec/selector/matchLabels", "Job", group: "batch"),
            spec("spec/jobTemplate/spec/selector/matchLabels", "CronJob", group: "batch"),
            spec("spec/selector/matchLabels", "PodDisruptionBudget", group: "policy"),
            spec("spec/podSelector/matchLabels", "NetworkPolicy", group: "networking.k8s.io"),
            spec("spec/ingress/from/podSelector/matchLabels", "NetworkPolicy", group: "networking.k8s.io"),
            spec("spec/egress/to/podSelector/matchLabels", "NetworkPolicy", group: "networking.k8s.io"),
        ]

    private static func podSelectors(_ kind: String) -> [FieldSpec] {
        let affinities = ["podAffinity", "podAntiAffinity"].flatMap { affinity in
            [
                "affinity/\(affinity)/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm",
                "affinity/\(affinity)/requiredDuringSchedulingIgnoredDuringExecution",
            ]
        }
        return (affinities + ["topologySpreadConstraints"]).map {
            spec("spec/template/spec/\($0)/labelSelector/matchLabels", kind, group: "apps")
        }
    }

    static let images = ["spec/", "spec/template/spec/"].flatMap { prefix in
        ["containers[]/image", "initContainers[]/image", "volumes[]/image/reference"].map { created(prefix + $0) }
    }

    static let replicas = ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"].map {
        created("spec/replicas", $0)
    }

    /// Where `$(NAME)` is replaced.
    static let variables =
        containers("CronJob", "spec/jobTemplate/spec/template/spec/")
        + [spec("spec/jobTemplate/spec/template/volumes/nfs/server", "CronJob")]
        + ["DaemonSet", "Deployment", "Job", "ReplicaSet"].flatMap { kind in
            containers(kind, "spec/template/spec/") + [spec("spec/template/spec/volumes/nfs/server", kind)]
        }
        + [
            spec("spec/template/metadata/annotations", "Deployment"), spec("spec/rules/host", "Ingress"),
            spec("spec/tls/hosts", "Ingress"), spec("spec/tls/secretName", "Ingress"),
        ]
        + containers("Pod", "spec/")
        + [
            spec("spec/volumes/nfs/server", "Pod"), spec("spec/ports/port", "Service"),
            spec("spec/ports/targetPort", "Service"),
        ]
        + containers("StatefulSet", "spec/template/spec/")
        + [
            spec("spec/volumeClaimTemplates/spec/nfs/server", "StatefulSet"),
            spec("spec/nfs/server", "PersistentVolume"), spec("metadata/labels"), spec("metadata/annotations"),
        ]

    private static func containers(_ kind: String, _ prefix: String) -> [FieldSpec] {
        ["containers/", "initContainers/"].flatMap { list in
            ["args", "command", "env/value", "volumeMounts/mountPath"].map { spec(prefix + list + $0, kind) }
        }
    }
}
