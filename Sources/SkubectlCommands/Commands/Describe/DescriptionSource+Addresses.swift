import KubeClient
import KubeModel
import Renderers

/// Addresses of services, which older servers have in networking.k8s.io/v1beta1 alone.
extension DescriptionSource {
    func ipAddressDescriber(_ object: DescribedObject) async throws(ClientError) -> IPAddressDescriber {
        async let events = events(of: object, kind: "IPAddress")
        let address: IPAddress = try await stableOrBeta(object)
        return IPAddressDescriber(address: address, events: await events.about(address.metadata))
    }

    func serviceCIDRDescriber(_ object: DescribedObject) async throws(ClientError) -> ServiceCIDRDescriber {
        async let events = events(of: object, kind: "ServiceCIDR")
        let ranges: ServiceCIDR = try await stableOrBeta(object)
        return ServiceCIDRDescriber(ranges: ranges, events: await events.about(ranges.metadata))
    }

    /// The object in v1, or in v1beta1 where v1 cannot be had.
    private func stableOrBeta<Model: Decodable>(_ object: DescribedObject) async throws(ClientError) -> Model {
        do throws(ClientError) {
            return try await model(object)
        } catch {
            return try await model(object, version: "v1beta1")
        }
    }
}
