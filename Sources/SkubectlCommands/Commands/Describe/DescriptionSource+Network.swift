import KubeClient
import KubeModel
import Renderers

/// Services, what is behind them, and what leads to them.
extension DescriptionSource {
    func serviceDescriber(_ object: DescribedObject) async throws(ClientError) -> ServiceDescriber {
        async let events = events(of: object, kind: "Service")
        async let slices = endpointSlices(ofService: object.selected.name, in: object.selected.namespace)
        let service: Service = try await model(object)
        // kubectl passes over slices that it cannot have.
        let found = if case .success(let found) = await slices { found } else { [EndpointSlice]() }
        return ServiceDescriber(service, slices: found, events: await events.about(service.metadata))
    }

    func endpointsDescriber(_ object: DescribedObject) async throws(ClientError) -> EndpointsDescriber {
        async let events = events(of: object, kind: "Endpoints")
        let endpoints: Endpoints = try await model(object)
        return EndpointsDescriber(endpoints, events: await events.about(endpoints.metadata))
    }

    func endpointSliceDescriber(_ object: DescribedObject) async throws(ClientError) -> EndpointSliceDescriber {
        async let events = events(of: object, kind: "EndpointSlice")
        let slice: EndpointSlice = try await model(object)
        return EndpointSliceDescriber(slice, events: await events.about(slice.metadata))
    }

    func ingressDescriber(_ object: DescribedObject) async throws(ClientError) -> IngressDescriber {
        async let events = events(of: object, kind: "Ingress")
        let ingress: Ingress = try await model(object)
        let names = Set(ingress.spec.backends.compactMap { $0.service?.name }).sorted()
        let namespace = ingress.metadata.namespace
        let services = await SideBySide.map(names) { name in await backendService(name, in: namespace) }
        return IngressDescriber(
            ingress, services: Dictionary(uniqueKeysWithValues: zip(names, services)),
            events: await events.about(ingress.metadata))
    }

    func ingressClassDescriber(_ object: DescribedObject) async throws(ClientError) -> IngressClassDescriber {
        async let events = events(of: object, kind: "IngressClass")
        let ingressClass: IngressClass = try await model(object)
        return IngressClassDescriber(ingressClass, events: await events.about(ingressClass.metadata))
    }

    func networkPolicyDescriber(_ object: DescribedObject) async throws(ClientError) -> NetworkPolicyDescriber {
        NetworkPolicyDescriber(try await model(object))
    }

    // MARK: - Parts

    private func endpointSlices(
        ofService name: String, in namespace: String?
    ) async -> Result<[EndpointSlice], ClientError> {
        let resource = GroupVersionResource(group: "discovery.k8s.io", version: "v1", resource: "endpointslices")
        return await all(
            EndpointSlice.self, at: ResourceLocation(resource, namespace: namespace),
            .labeled("kubernetes.io/service-name=\(name)"))
    }

    private func backendService(
        _ name: String, in namespace: String
    ) async -> IngressDescriber.BackendService {
        async let slices = endpointSlices(ofService: name, in: namespace)
        let services = GroupVersionResource(group: "", version: "v1", resource: "services")
        let location = ResourceLocation(services, namespace: namespace, name: name)
        do throws(ClientError) {
            let service = try decode(Service.self, try await cluster.client.json(.get(location)))
            return .found(ports: service.spec.ports, slices: try await slices.get())
        } catch {
            // Of two errors kubectl tells that of the slices, for which it asks first.
            if case .failure(let error) = await slices { return .failed(error.message) }
            return .failed(error.message)
        }
    }
}
