import KubeModel
import StdlibExtensions

/// The first addresses behind a service, and how many more there are.
enum EndpointSummary {
    private static var longest: Int { 3 }

    /// "10.0.0.1:80,[fd00::1]:80", at most three addresses that take traffic, then " + 2 more..."; `<none>` without any
    /// slice, and nothing where slices have no such address.
    ///
    /// - Parameter portName: the name of the port that counts; slices without ports count whatever it is.
    static func text(_ slices: [EndpointSlice], portName: String) -> String {
        guard !slices.isEmpty else { return "<none>" }
        var shown: [String] = []
        var count = 0
        var isCut = false
        func add(_ endpoint: Endpoint, _ port: Int32?) {
            // That there are more is already said by one that is not ready, as it is in kubectl.
            if shown.count == longest { isCut = true }
            guard endpoint.isReady else { return }
            count += 1
            guard !isCut else { return }
            let address = endpoint.addresses.first ?? ""
            shown.append(port.map { hostPort(address, $0) } ?? address)
        }
        for slice in slices {
            if slice.ports.isEmpty {
                for endpoint in slice.endpoints { add(endpoint, nil) }
            }
            for port in slice.ports where (port.name ?? "") == portName {
                for endpoint in slice.endpoints { add(endpoint, port.port ?? 0) }
            }
        }
        return shown.joined(separator: ",") + (isCut ? " + \(count - longest) more..." : "")
    }

    private static func hostPort(_ host: String, _ port: Int32) -> String {
        host.utf8.contains(UInt8(ascii: ":")) || host.utf8.contains(UInt8(ascii: "%"))
            ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
