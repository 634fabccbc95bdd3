import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// What decides how many pods there are, as kubectl describes it.
struct ScalingDescriberTests {
    private let fixture = Fixture()

    private func model<Model: Decodable>(_ name: String) throws -> Model {
        try fixture.json("describe/scaling/\(name).json").decoded()
    }

    @Test(arguments: ["autoscaler-full", "autoscaler-unmeasured", "autoscaler-oddly-measured", "autoscaler-bare"])
    func describesAutoscalers(name: String) throws {
        let describer = HorizontalPodAutoscalerDescriber(try model(name), events: nil)
        try DescribeGolden.compare(describer, "scaling/\(name)")
    }

    @Test(arguments: ["autoscaler-v1-full", "autoscaler-v1-sparse"])
    func describesAutoscalersOfTheFirstVersion(name: String) throws {
        let describer = HorizontalPodAutoscalerV1Describer(try model(name), events: nil)
        try DescribeGolden.compare(describer, "scaling/\(name)")
    }

    @Test(arguments: ["budget-full", "budget-most", "budget-bare"])
    func describesDisruptionBudgets(name: String) throws {
        try DescribeGolden.compare(PodDisruptionBudgetDescriber(try model(name), events: nil), "scaling/\(name)")
    }
}
