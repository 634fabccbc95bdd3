import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Namespaces with quotas and limits, as kubectl describes them.
struct NamespaceDescriberTests {
    private let fixture = Fixture()

    @Test func describesAsKubectlDoes() throws {
        let full = NamespaceDescriber(
            namespace: try fixture.json("describe/namespace-full.json").decoded(),
            quotas: try fixture.json("describe/namespace-quotas.json").decoded(),
            limitRanges: try fixture.json("describe/namespace-limits.json").decoded())
        try DescribeGolden.compare(full, "namespace-full")
        let bare = NamespaceDescriber(
            namespace: try fixture.json("describe/namespace-bare.json").decoded(), quotas: [], limitRanges: [])
        try DescribeGolden.compare(bare, "namespace-bare")
    }

    @Test func leavesOutWhatTheServerDoesNotHave() throws {
        let namespace: Namespace = try fixture.json("describe/namespace-bare.json").decoded()
        let bytes = NamespaceDescriber(namespace: namespace, quotas: nil, limitRanges: nil)
            .render(now: .zero, zone: .utc)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "Name:         bare\nLabels:       <none>\nAnnotations:  <none>\nStatus:       Active\n")
    }
}
