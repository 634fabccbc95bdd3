import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Objects that are described with nothing but themselves, as kubectl describes them.
struct ObjectDescriberTests {
    private func model<Model: Decodable>(_ name: String) throws -> Model {
        try Fixture().json("describe/\(name).json").decoded()
    }

    @Test func settings() throws {
        try DescribeGolden.compare(ConfigMapDescriber(map: model("config-map"), events: nil), "config-map")
        try DescribeGolden.compare(SecretDescriber(secret: model("secret")), "secret")
        try DescribeGolden.compare(
            ServiceAccountDescriber(account: model("service-account"), events: nil), "service-account")
        try DescribeGolden.compare(
            PriorityClassDescriber(priorityClass: model("priority-class"), events: nil), "priority-class")
    }

    @Test func amounts() throws {
        try DescribeGolden.compare(ResourceQuotaDescriber(quota: model("resource-quota")), "resource-quota")
        try DescribeGolden.compare(LimitRangeDescriber(range: model("limit-range")), "limit-range")
    }

    @Test func storage() throws {
        for name in ["volume-failed", "volume-unknown", "volume-cinder"] {
            try DescribeGolden.compare(PersistentVolumeDescriber(volume: model(name), events: nil), name)
        }
        try DescribeGolden.compare(
            StorageClassDescriber(storageClass: model("storage-class"), events: nil), "storage-class")
        try DescribeGolden.compare(
            VolumeAttributesClassDescriber(attributesClass: model("volume-attributes-class"), events: nil),
            "volume-attributes-class")
        try DescribeGolden.compare(CSINodeDescriber(node: model("csi-node"), events: nil), "csi-node")
    }

    @Test func aClaimWithItsUsers() throws {
        try DescribeGolden.compare(
            PersistentVolumeClaimDescriber(claim: model("claim"), pods: model("claim-pods"), events: nil), "claim")
    }

    @Test func access() throws {
        try DescribeGolden.compare(RoleDescriber(role: model("role")), "role")
        try DescribeGolden.compare(RoleBindingDescriber(binding: model("role-binding")), "role-binding")
        let wish: CertificateSigningRequest = try model("certificate-request")
        let request = try CertificateRequest(pem: wish.spec.request.bytes)
        try DescribeGolden.compare(
            CertificateSigningRequestDescriber(object: wish, request: request, events: nil), "certificate-request")
    }

    @Test func addresses() throws {
        try DescribeGolden.compare(IPAddressDescriber(address: model("ip-address"), events: nil), "ip-address")
        try DescribeGolden.compare(ServiceCIDRDescriber(ranges: model("service-cidr"), events: nil), "service-cidr")
    }

    @Test(arguments: ["pod-ephemeral", "pod-sidecars"])
    func podsOfNewerServers(name: String) throws {
        try DescribeGolden.compare(PodDescriber(pod: model(name), events: nil), name)
    }

    @Test func rulesAreTakenApartAndPutTogether() {
        let rules = [
            PolicyRule(verbs: ["list", "get"], apiGroups: ["b", "a"], resources: ["x/y"]),
            PolicyRule(verbs: ["get", "watch"], apiGroups: ["a"], resources: ["x/y"]),
            PolicyRule(verbs: ["get"], nonResourceURLs: ["/z"]),
        ]
        #expect(
            PolicyRule.compacted(rules) == [
                PolicyRule(verbs: ["get"], nonResourceURLs: ["/z"]),
                PolicyRule(verbs: ["list", "get", "watch"], apiGroups: ["a"], resources: ["x/y"]),
                PolicyRule(verbs: ["list", "get"], apiGroups: ["b"], resources: ["x/y"]),
            ])
        #expect(PolicyRule.compacted(rules).map(\.resourceText) == ["", "x.a/y", "x.b/y"])
    }

    /// A rule that fits into an object could have more parts than fit into memory.
    @Test func rulesOfTooManyPartsStayAsTheyAre() {
        let words = (0..<2000).map { "w\($0)" }
        let rule = PolicyRule(verbs: words, apiGroups: words, resources: words, resourceNames: words)
        #expect(PolicyRule.compacted([rule]) == [rule])
        let long = PolicyRule(verbs: (0..<100_000).map { "v\($0)" }, apiGroups: [""], resources: ["pods"])
        #expect(PolicyRule.compacted([long, long]) == [long])
    }
}
