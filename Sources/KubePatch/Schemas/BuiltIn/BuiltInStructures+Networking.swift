extension BuiltInStructures {
    /// The structures of k8s.io/api/networking.
    static let networking: [BuiltInTable] = [
        BuiltInTable(
            key: "networking/v1", group: "networking.k8s.io", version: "v1",
            text: """
                HTTPIngressPath: backend=IngressBackend
                HTTPIngressRuleValue: paths=[HTTPIngressPath
                *IPAddress: metadata=meta.ObjectMeta spec=IPAddressSpec
                IPAddressSpec: parentRef=ParentReference
                IPBlock: except=[
                *Ingress: metadata=meta.ObjectMeta spec=IngressSpec status=IngressStatus
                IngressBackend: service=IngressServiceBackend resource=core/v1.TypedLocalObjectReference
                *IngressClass: metadata=meta.ObjectMeta spec=IngressClassSpec
                IngressClassParametersReference:
                IngressClassSpec: parameters=IngressClassParametersReference
                IngressLoadBalancerIngress: ports=[IngressPortStatus
                IngressLoadBalancerStatus: ingress=[IngressLoadBalancerIngress
                IngressPortStatus:
                IngressRule: http=HTTPIngressRuleValue
                IngressServiceBackend: port=ServiceBackendPort
                IngressSpec: defaultBackend=IngressBackend tls=[IngressTLS rules=[IngressRule
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
                ParentReference:
                ServiceBackendPort:
                *ServiceCIDR: metadata=meta.ObjectMeta spec=ServiceCIDRSpec status=ServiceCIDRStatus
                ServiceCIDRSpec: cidrs=[
                ServiceCIDRStatus: conditions=[meta.Condition/merge/type
                """),
        BuiltInTable(
            key: "networking/v1beta1", group: "networking.k8s.io", version: "v1beta1",
            text: """
                HTTPIngressPath: backend=IngressBackend
                HTTPIngressRuleValue: paths=[HTTPIngressPath
                *IPAddress: metadata=meta.ObjectMeta spec=IPAddressSpec
                IPAddressSpec: parentRef=ParentReference
                *Ingress: metadata=meta.ObjectMeta spec=IngressSpec status=IngressStatus
                IngressBackend: resource=core/v1.TypedLocalObjectReference
                *IngressClass: metadata=meta.ObjectMeta spec=IngressClassSpec
                IngressClassParametersReference:
                IngressClassSpec: parameters=IngressClassParametersReference
                IngressLoadBalancerIngress: ports=[IngressPortStatus
                IngressLoadBalancerStatus: ingress=[IngressLoadBalancerIngress
                IngressPortStatus:
                IngressRule: http=HTTPIngressRuleValue
                IngressSpec: backend=IngressBackend tls=[IngressTLS rules=[IngressRule
                IngressStatus: loadBalancer=IngressLoadBalancerStatus
                IngressTLS: hosts=[
                ParentReference:
                *ServiceCIDR: metadata=meta.ObjectMeta spec=ServiceCIDRSpec status=ServiceCIDRStatus
                ServiceCIDRSpec: cidrs=[
                ServiceCIDRStatus: conditions=[meta.Condition/merge/type
                """),
    ]
}
