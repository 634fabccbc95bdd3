import KubeClient
import KubeModel
import Renderers

/// Settings, secrets, quotas and priorities.
extension DescriptionSource {
    /// Unlike with other kinds, events that cannot be had are an error, as in kubectl.
    func configMapDescriber(_ object: DescribedObject) async throws(ClientError) -> ConfigMapDescriber {
        async let answer = eventsAnswer(of: object, kind: "ConfigMap")
        let map: ConfigMap = try await model(object)
        return ConfigMapDescriber(map: map, events: try await answer?.get().about(uid: [map.metadata.uid]))
    }

    func secretDescriber(_ object: DescribedObject) async throws(ClientError) -> SecretDescriber {
        SecretDescriber(secret: try await model(object))
    }

    func serviceAccountDescriber(_ object: DescribedObject) async throws(ClientError) -> ServiceAccountDescriber {
        async let events = events(of: object, kind: "ServiceAccount")
        let account: ServiceAccount = try await model(object)
        return ServiceAccountDescriber(account: account, events: await events.about(account.metadata))
    }

    func resourceQuotaDescriber(_ object: DescribedObject) async throws(ClientError) -> ResourceQuotaDescriber {
        ResourceQuotaDescriber(quota: try await model(object))
    }

    func limitRangeDescriber(_ object: DescribedObject) async throws(ClientError) -> LimitRangeDescriber {
        LimitRangeDescriber(range: try await model(object))
    }

    func priorityClassDescriber(_ object: DescribedObject) async throws(ClientError) -> PriorityClassDescriber {
        async let events = events(of: object, kind: "PriorityClass")
        let priorityClass: PriorityClass = try await model(object)
        return PriorityClassDescriber(
            priorityClass: priorityClass, events: await events.about(priorityClass.metadata))
    }
}
