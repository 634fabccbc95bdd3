/// The fields that hold names of other resources, where nothing else is configured.
enum StandardReferences {
    typealias NameReference = TransformerConfiguration.NameReference

    static let all: [NameReference] =
        ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"].map { kind in
            NameReference(
                kind: ResourceKind(kind: kind),
                referrers: [spec("spec/scaleTargetRef/name", "HorizontalPodAutoscaler")])
        } + [configMap, secret, service] + roles + [
            serviceAccount, claim, volume, storageClass, priorityClass, ingressClass, admissionPolicy,
        ]

    private static func spec(_ path: String, _ kind: String, group: String = "", version: String = "") -> FieldSpec {
        FieldSpec(kind: ResourceKind(group: group, version: version, kind: kind), path: path)
    }

    /// The same fields in the pods of all kinds of workloads; `fields` begin at the pod's `spec`.
    private static func inPods(_ fields: [String], templates: Bool) -> [FieldSpec] {
        let workloads = ["Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job"]
        var specs = fields.map { spec("spec/\($0)", "Pod", version: "v1") }
        if templates { specs += fields.map { spec("template/spec/\($0)", "PodTemplate") } }
        for kind in workloads { specs += fields.map { spec("spec/template/spec/\($0)", kind) } }
        return specs + fields.map { spec("spec/jobTemplate/spec/template/spec/\($0)", "CronJob") }
    }

    private static let configMap = NameReference(
        kind: ResourceKind(version: "v1", kind: "ConfigMap"),
        referrers: inPods(
            [
                "volumes/configMap/name", "containers/env/valueFrom/configMapKeyRef/name",
                "initContainers/env/valueFrom/configMapKeyRef/name", "containers/envFrom/configMapRef/name",
                "initContainers/envFrom/configMapRef/name", "volumes/projected/sources/configMap/name",
            ], templates: true) + [
                spec("spec/configSource/configMap", "Node"), spec("rules/resourceNames", "Role"),
                spec("rules/resourceNames", "ClusterRole"),
                spec("metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap", "Ingress"),
            ])

    private static let secret = NameReference(
        kind: ResourceKind(version: "v1", kind: "Secret"),
        referrers: inPods(
            [
                "volumes/secret/secretName", "containers/env/valueFrom/secretKeyRef/name",
                "initContainers/env/valueFrom/secretKeyRef/name", "containers/envFrom/secretRef/name",
                "initContainers/envFrom/secretRef/name", "imagePullSecrets/name",
                "volumes/projected/sources/secret/name",
            ], templates: true) + [
                spec("spec/tls/secretName", "Ingress"),
                spec("metadata/annotations/ingress.kubernetes.io\\/auth-secret", "Ingress"),
                spec("metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret", "Ingress"),
                spec("metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret", "Ingress"),
                spec("imagePullSecrets/name", "ServiceAccount"),
                spec("parameters/secretName", "StorageClass"), spec("parameters/adminSecretName", "StorageClass"),
                spec("parameters/userSecretName", "StorageClass"), spec("parameters/secretRef", "StorageClass"),
                spec("rules/resourceNames", "Role"), spec("rules/resourceNames", "ClusterRole"),
                spec(
                    "spec/template/spec/containers/env/valueFrom/secretKeyRef/name", "Service",
                    group: "serving.knative.dev", version: "v1"),
                spec("spec/azureFile/secretName", "PersistentVolume"),
            ])

    private static let service = NameReference(
        kind: ResourceKind(version: "v1", kind: "Service"),
        referrers: [
            spec("spec/serviceName", "StatefulSet", group: "apps"),
            spec("spec/rules/http/paths/backend/serviceName", "Ingress"),
            spec("spec/backend/serviceName", "Ingress"),
            spec("spec/rules/http/paths/backend/service/name", "Ingress"),
            spec("spec/defaultBackend/service/name", "Ingress"),
            spec("spec/service/name", "APIService", group: "apiregistration.k8s.io"),
            spec(
                "webhooks/clientConfig/service", "ValidatingWebhookConfiguration",
                group: "admissionregistration.k8s.io"),
            spec(
                "webhooks/clientConfig/service", "MutatingWebhookConfiguration",
                group: "admissionregistration.k8s.io"),
        ])

    private static let rbac = "rbac.authorization.k8s.io"

    private static let roles = [
        NameReference(
            kind: ResourceKind(group: rbac, kind: "Role"),
            referrers: [spec("roleRef/name", "RoleBinding", group: rbac)]),
        NameReference(
            kind: ResourceKind(group: rbac, kind: "ClusterRole"),
            referrers: [
                spec("roleRef/name", "RoleBinding", group: rbac),
                spec("roleRef/name", "ClusterRoleBinding", group: rbac),
            ]),
    ]

    /// A field of the pods of the workloads that name accounts, claims and priorities.
    private static func inWorkloads(_ field: String) -> [FieldSpec] {
        [
            spec("spec/\(field)", "Pod"), spec("spec/template/spec/\(field)", "StatefulSet"),
            spec("spec/template/spec/\(field)", "Deployment"),
            spec("spec/template/spec/\(field)", "ReplicationController"),
            spec("spec/jobTemplate/spec/template/spec/\(field)", "CronJob"),
            spec("spec/template/spec/\(field)", "Job"), spec("spec/template/spec/\(field)", "DaemonSet"),
        ]
    }

    private static let serviceAccount = NameReference(
        kind: ResourceKind(version: "v1", kind: "ServiceAccount"),
        referrers: [
            spec("subjects", "RoleBinding", group: rbac), spec("subjects", "ClusterRoleBinding", group: rbac),
        ] + inWorkloads("serviceAccountName"))

    private static let claim = NameReference(
        kind: ResourceKind(version: "v1", kind: "PersistentVolumeClaim"),
        referrers: inWorkloads("volumes/persistentVolumeClaim/claimName"))

    private static let volume = NameReference(
        kind: ResourceKind(version: "v1", kind: "PersistentVolume"),
        referrers: [
            spec("spec/volumeName", "PersistentVolumeClaim"), spec("rules/resourceNames", "ClusterRole"),
        ])

    private static let storageClass = NameReference(
        kind: ResourceKind(group: "storage.k8s.io", version: "v1", kind: "StorageClass"),
        referrers: [
            spec("spec/storageClassName", "PersistentVolume"), spec("spec/storageClassName", "PersistentVolumeClaim"),
            spec("spec/volumeClaimTemplates/spec/storageClassName", "StatefulSet"),
        ])

    private static let priorityClass = NameReference(
        kind: ResourceKind(group: "scheduling.k8s.io", version: "v1", kind: "PriorityClass"),
        referrers: inWorkloads("priorityClassName"))

    /// The group is kustomize's own mistake: no such reference is ever found.
    private static let ingressClass = NameReference(
        kind: ResourceKind(group: "networking.k8s.io/v1", version: "v1", kind: "IngressClass"),
        referrers: [spec("spec/ingressClassName", "Ingress")])

    private static let admissionPolicy = NameReference(
        kind: ResourceKind(group: "admissionregistration.k8s.io", kind: "ValidatingAdmissionPolicy"),
        referrers: [
            spec(
                "spec/policyName", "ValidatingAdmissionPolicyBinding", group: "admissionregistration.k8s.io")
        ])
}
