import KubeClient
import KubeModel
import Renderers

/// What decides how many pods there are.
extension DescriptionSource {
    /// autoscaling/v2 tells more than autoscaling/v1, whatever version was asked for; what fails in it is tried in the
    /// other.
    func autoscalerDescriber(_ object: DescribedObject) async throws(ClientError) -> any Describer {
        async let events = events(of: object, kind: "HorizontalPodAutoscaler")
        if let autoscaler = await autoscalerV2(object) {
            return HorizontalPodAutoscalerDescriber(autoscaler, events: await events.about(autoscaler.metadata))
        }
        let autoscaler: HorizontalPodAutoscalerV1 = try await model(object)
        return HorizontalPodAutoscalerV1Describer(autoscaler, events: await events.about(autoscaler.metadata))
    }

    private func autoscalerV2(_ object: DescribedObject) async -> HorizontalPodAutoscaler? {
        do throws(ClientError) {
            let argument = "horizontalpodautoscalers.v2.autoscaling"
            guard try await cluster.discovery.knownMapping(forArgument: argument) != nil else { return nil }
            return try await model(object, version: "v2")
        } catch {
            return nil
        }
    }

    func podDisruptionBudgetDescriber(
        _ object: DescribedObject
    ) async throws(ClientError) -> PodDisruptionBudgetDescriber {
        async let events = events(of: object, kind: "PodDisruptionBudget")
        let budget: PodDisruptionBudget = try await model(object)
        return PodDisruptionBudgetDescriber(budget, events: await events.about(budget.metadata))
    }
}
