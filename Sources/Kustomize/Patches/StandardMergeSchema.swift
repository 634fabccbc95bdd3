/// How the lists of Kubernetes' own types are merged: the merge keys of the OpenAPI document of Kubernetes 1.21, which is
/// the one kustomize has built in.
///
/// Only types in which a list is merged are told of; all other lists are replaced.
enum StandardMergeSchema {
    /// A type a line: its name, then its fields.
    ///
    /// `a:T` is of type T, `a[k]:T` a list merged by the key `k` with elements
    /// of type T, `a[]` a list of texts whose elements are merged.
    static let types = """
        ObjectMeta finalizers[] ownerReferences[uid]
        WebhookConfiguration metadata:ObjectMeta webhooks[name]
        OnlyMetadata metadata:ObjectMeta
        Conditions conditions[type]
        WithConditions metadata:ObjectMeta status:Conditions
        Container env[name] ports[containerPort,protocol] volumeDevices[devicePath] volumeMounts[mountPath]
        EphemeralContainer env[name] volumeDevices[devicePath] volumeMounts[mountPath]
        EphemeralVolumeSource volumeClaimTemplate:OnlyMetadata
        Volume ephemeral:EphemeralVolumeSource
        PodSpec containers[name]:Container ephemeralContainers[name]:EphemeralContainer hostAliases[ip] \
            imagePullSecrets[name] initContainers[name]:Container \
            topologySpreadConstraints[topologyKey,whenUnsatisfiable] volumes[name]:Volume
        PodTemplateSpec metadata:ObjectMeta spec:PodSpec
        WorkloadSpec template:PodTemplateSpec
        Workload metadata:ObjectMeta spec:WorkloadSpec status:Conditions
        JobTemplateSpec metadata:ObjectMeta spec:WorkloadSpec
        CronJobSpec jobTemplate:JobTemplateSpec
        CronJob metadata:ObjectMeta spec:CronJobSpec
        CSINodeSpec drivers[name]
        CSINode metadata:ObjectMeta spec:CSINodeSpec
        ComponentStatus conditions[type] metadata:ObjectMeta
        NodeSpec podCIDRs[]
        NodeStatus addresses[type] conditions[type]
        Node metadata:ObjectMeta spec:NodeSpec status:NodeStatus
        PodStatus conditions[type] podIPs[ip]
        Pod metadata:ObjectMeta spec:PodSpec status:PodStatus
        PodTemplate metadata:ObjectMeta template:PodTemplateSpec
        ServiceSpec ports[port,protocol]
        Service metadata:ObjectMeta spec:ServiceSpec status:Conditions
        ServiceAccount metadata:ObjectMeta secrets[name]
        """

    /// Types with a version and the kinds that have them.
    static let kinds = """
        WebhookConfiguration admissionregistration.k8s.io/v1 MutatingWebhookConfiguration \
            ValidatingWebhookConfiguration
        WebhookConfiguration admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration \
            ValidatingWebhookConfiguration
        OnlyMetadata apiextensions.k8s.io/v1 CustomResourceDefinition
        OnlyMetadata apiextensions.k8s.io/v1beta1 CustomResourceDefinition
        OnlyMetadata apps/v1 ControllerRevision
        OnlyMetadata authentication.k8s.io/v1 TokenRequest TokenReview
        OnlyMetadata authentication.k8s.io/v1beta1 TokenReview
        OnlyMetadata authorization.k8s.io/v1 LocalSubjectAccessReview SelfSubjectAccessReview \
            SelfSubjectRulesReview SubjectAccessReview
        OnlyMetadata authorization.k8s.io/v1beta1 LocalSubjectAccessReview SelfSubjectAccessReview \
            SelfSubjectRulesReview SubjectAccessReview
        OnlyMetadata autoscaling/v1 HorizontalPodAutoscaler Scale
        OnlyMetadata autoscaling/v2beta1 HorizontalPodAutoscaler
        OnlyMetadata autoscaling/v2beta2 HorizontalPodAutoscaler
        OnlyMetadata certificates.k8s.io/v1 CertificateSigningRequest
        OnlyMetadata certificates.k8s.io/v1beta1 CertificateSigningRequest
        OnlyMetadata coordination.k8s.io/v1 Lease
        OnlyMetadata coordination.k8s.io/v1beta1 Lease
        OnlyMetadata discovery.k8s.io/v1 EndpointSlice
        OnlyMetadata discovery.k8s.io/v1beta1 EndpointSlice
        OnlyMetadata events.k8s.io/v1 Event
        OnlyMetadata events.k8s.io/v1beta1 Event
        OnlyMetadata extensions/v1beta1 Ingress
        OnlyMetadata flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema PriorityLevelConfiguration
        OnlyMetadata networking.k8s.io/v1 Ingress IngressClass NetworkPolicy
        OnlyMetadata networking.k8s.io/v1beta1 Ingress IngressClass
        OnlyMetadata node.k8s.io/v1 RuntimeClass
        OnlyMetadata node.k8s.io/v1beta1 RuntimeClass
        OnlyMetadata policy/v1beta1 Eviction PodSecurityPolicy
        OnlyMetadata rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding Role RoleBinding
        OnlyMetadata rbac.authorization.k8s.io/v1beta1 ClusterRole ClusterRoleBinding Role RoleBinding
        OnlyMetadata scheduling.k8s.io/v1 PriorityClass
        OnlyMetadata scheduling.k8s.io/v1beta1 PriorityClass
        OnlyMetadata storage.k8s.io/v1 CSIDriver StorageClass VolumeAttachment
        OnlyMetadata storage.k8s.io/v1beta1 CSIDriver CSIStorageCapacity StorageClass VolumeAttachment
        OnlyMetadata v1 Binding ConfigMap Endpoints Event LimitRange PersistentVolume ResourceQuota Secret
        WithConditions apiregistration.k8s.io/v1 APIService
        WithConditions apiregistration.k8s.io/v1beta1 APIService
        WithConditions policy/v1 PodDisruptionBudget
        WithConditions policy/v1beta1 PodDisruptionBudget
        WithConditions v1 Namespace PersistentVolumeClaim
        Workload apps/v1 DaemonSet Deployment ReplicaSet StatefulSet
        Workload batch/v1 Job
        Workload v1 ReplicationController
        CronJob batch/v1 CronJob
        CronJob batch/v1beta1 CronJob
        CSINode storage.k8s.io/v1 CSINode
        CSINode storage.k8s.io/v1beta1 CSINode
        ComponentStatus v1 ComponentStatus
        Node v1 Node
        Pod v1 Pod
        PodTemplate v1 PodTemplate
        Service v1 Service
        ServiceAccount v1 ServiceAccount
        """
}
