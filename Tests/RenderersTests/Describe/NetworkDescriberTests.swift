import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Services, what is behind them and what leads to them, as kubectl describes them.
struct NetworkDescriberTests {
    private let fixture = Fixture()

    private func model<Model: Decodable>(_ name: String) throws -> Model {
        try fixture.json("describe/network/\(name).json").decoded()
    }

    private func slices(of service: String) throws -> [EndpointSlice] {
        let slices: [EndpointSlice] = try model("slices")
        return slices.filter { $0.metadata.labels["kubernetes.io/service-name"] == service }
    }

    @Test(arguments: ["full", "headless", "bare"])
    func describesServices(name: String) throws {
        let describer = ServiceDescriber(
            try model("service-\(name)"), slices: try slices(of: name), events: nil)
        try DescribeGolden.compare(describer, "network/service-\(name)")
    }

    @Test(arguments: ["endpoints-full", "endpoints-bare"])
    func describesEndpoints(name: String) throws {
        try DescribeGolden.compare(EndpointsDescriber(try model(name), events: nil), "network/\(name)")
    }

    @Test(arguments: ["slice-full-1", "slice-odd", "slice-bare"])
    func describesEndpointSlices(name: String) throws {
        try DescribeGolden.compare(EndpointSliceDescriber(try model(name), events: nil), "network/\(name)")
    }

    @Test(arguments: ["ingress-full", "ingress-no-rules", "ingress-bare"])
    func describesIngresses(name: String) throws {
        var services: [String: IngressDescriber.BackendService] = [:]
        for name in ["full", "headless"] {
            let service: Service = try model("service-\(name)")
            services[name] = .found(ports: service.spec.ports, slices: try slices(of: name))
        }
        services["missing"] = .failed("services \"missing\" not found")
        let describer = IngressDescriber(try model(name), services: services, events: nil)
        try DescribeGolden.compare(describer, "network/\(name)")
    }

    @Test(arguments: ["class-outer", "class-bare"])
    func describesIngressClasses(name: String) throws {
        try DescribeGolden.compare(IngressClassDescriber(try model(name), events: nil), "network/\(name)")
    }

    @Test(arguments: ["policy-full", "policy-closed", "policy-bare"])
    func describesNetworkPolicies(name: String) throws {
        try DescribeGolden.compare(NetworkPolicyDescriber(try model(name)), "network/\(name)")
    }

    @Test func tellsTheZoneOfTimes() throws {
        let zone = ZoneOffset.fixed(secondsEast: 7200, abbreviation: "CEST")
        let bytes = NetworkPolicyDescriber(try model("policy-full")).render(now: .zero, zone: zone)
        #expect(
            String(decoding: bytes, as: UTF8.self).contains("\nCreated on:   2026-01-02 05:04:05 +0200 CEST\n"))
    }
}
