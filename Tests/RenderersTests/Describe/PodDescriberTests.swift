import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Pods with everything a pod can have, as kubectl describes them.
struct PodDescriberTests {
    @Test(arguments: [
        "pod-empty", "pod-full", "pod-volumes", "pod-terminating", "pod-terminating-failed", "pod-burstable",
    ])
    func describesAsKubectlDoes(name: String) throws {
        let pod: Pod = try Fixture().json("describe/\(name).json").decoded()
        try DescribeGolden.compare(PodDescriber(pod: pod, events: []), name)
    }
}
