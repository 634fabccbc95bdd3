extension BuiltInStructures {
    /// The structures of k8s.io/api/extensions.
    static let extensions: [BuiltInTable] = [
        BuiltInTable(
            key: "extensions/v1beta1", group: "extensions", version: "v1beta1",
            text: """
                *DaemonSet: metadata=meta.ObjectMeta spec=DaemonSetSpec status=DaemonSetStatus
                DaemonSetCondition:
                DaemonSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  updateStrategy=DaemonSetUpdateStrategy
                DaemonSetStatus: conditions=[DaemonSetCondition/merge/type
                DaemonSetUpdateStrategy: rollingUpdate=RollingUpdateDaemonSet
                *Deployment: metadata=meta.ObjectMeta spec=DeploymentSpec status=DeploymentStatus
                DeploymentCondition:
                DeploymentSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                  strategy=DeploymentStrategy/retainKeys rollbackTo=RollbackConfig
                DeploymentStatus: conditions=[DeploymentCondition/merge/type
                DeploymentStrategy: rollingUpdate=RollingUpdateDeployment
                HTTPIngressPath: backend=IngressBackend
                HTTPIngressRuleValue: paths=[HTTPIngressPath
                IPBlock: except=[
                *Ingress: metadata=meta.ObjectMeta spec=IngressSpec status=IngressStatus
                IngressBackend: resource=core/v1.TypedLocalObjectReference
                IngressLoadBalancerIngress: ports=[IngressPortStatus
                IngressLoadBalancerStatus: ingress=[IngressLoadBalancerIngress
                IngressPortStatus:
                IngressRule: http=HTTPIngressRuleValue
                IngressSpec: backend=IngressBackend tls=[IngressTLS rules=[IngressRule
                IngressStatus: loadBalancer=IngressLoadBalancerStatus
                IngressTLS: hosts=[
                *NetworkPolicy: metadata=meta.ObjectMeta spec=NetworkPolicySpec
                NetworkPolicyEgressRule: ports=[NetworkPolicyPort to=[NetworkPolicyPeer
                NetworkPolicyIngressRule: ports=[NetworkPolicyPort from=[NetworkPolicyPeer
                NetworkPolicyPeer: podSelector=meta.LabelSelector namespaceSelector=meta.LabelSelector
                  ipBlock=IPBlock
                NetworkPolicyPort:
                NetworkPolicySpec: podSelector=meta.LabelSelector ingress=[NetworkPolicyIngressRule
                  egress=[NetworkPolicyEgressRule policyTypes=[
                *ReplicaSet: metadata=meta.ObjectMeta spec=ReplicaSetSpec status=ReplicaSetStatus
                ReplicaSetCondition:
                ReplicaSetSpec: selector=meta.LabelSelector template=core/v1.PodTemplateSpec
                ReplicaSetStatus: conditions=[ReplicaSetCondition/merge/type
                RollbackConfig:
                RollingUpdateDaemonSet:
                RollingUpdateDeployment:
                *Scale: metadata=meta.ObjectMeta spec=ScaleSpec status=ScaleStatus
                ScaleSpec:
                ScaleStatus: selector={
                """)
    ]
}
