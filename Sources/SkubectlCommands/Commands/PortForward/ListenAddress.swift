import SystemIO

/// An address to listen on.
struct ListenAddress: Hashable {
    /// As written.
    let text: String
    let isIPv6: Bool
    /// Whether it is enough that one of these addresses can be listened on, as for those of localhost.
    let isOptional: Bool

    /// Reads addresses as client-go does: each once, in the order of their texts.
    static func list(_ texts: [String]) throws -> [ListenAddress] {
        if texts.isEmpty { throw CommandError.failed("you must specify at least 1 address") }
        var addresses: [String: ListenAddress] = [:]
        for text in texts {
            if text == "localhost" {
                for (address, isIPv6) in [("127.0.0.1", false), ("::1", true)] where addresses[address] == nil {
                    addresses[address] = ListenAddress(text: address, isIPv6: isIPv6, isOptional: true)
                }
            } else if let endpoint = SocketEndpoint(address: text, port: 0) {
                addresses[text] = ListenAddress(
                    text: text, isIPv6: endpoint.host.contains(":"), isOptional: false)
            } else {
                throw CommandError.failed("\(text) is not a valid IP")
            }
        }
        return addresses.values.sorted { $0.text < $1.text }
    }

    /// Address and port as Go joins them.
    func joined(_ port: UInt16) -> String { isIPv6 ? "[\(text)]:\(port)" : "\(text):\(port)" }
}

/// A port that is listened on.
struct LocalListener: Sendable {
    let socket: SocketListener
    let localPort: UInt16
    /// The place of its port in the list of those that are forwarded.
    let place: Int

    /// Listens for a port on each address; a port that the system chooses is the same on all of them.
    ///
    /// - Parameters:
    ///   - tell: Called with a line for each address that is listened on.
    /// - Returns: What is listened on, and why that is not enough.
    static func open(
        _ port: inout ForwardedPort, _ addresses: [ListenAddress], place: Int, _ tell: (String) -> Void
    ) -> (listeners: [LocalListener], failure: String?) {
        var listeners: [LocalListener] = []
        var failures: [String] = []
        var optional = (open: 0, failed: 0)
        var hasFailed = false
        for address in addresses {
            guard let endpoint = SocketEndpoint(address: address.text, port: port.local) else { continue }
            do throws(SystemError) {
                let socket = try SocketListener(on: endpoint)
                port.local = socket.endpoint.port
                tell("Forwarding from \(address.joined(port.local)) -> \(port.remote)\n")
                listeners.append(LocalListener(socket: socket, localPort: port.local, place: place))
                if address.isOptional { optional.open += 1 }
            } catch {
                let network = address.isIPv6 ? "tcp6" : "tcp4"
                failures.append(
                    "unable to create listener: Error listen \(network) \(address.joined(port.local)): "
                        + "\(error.operation): \(error.reason)")
                if address.isOptional { optional.failed += 1 } else { hasFailed = true }
            }
        }
        let isEnough = !hasFailed && (optional.open > 0 || optional.failed == 0)
        let list = failures.joined(separator: " ")
        return (listeners, isEnough ? nil : "Listeners failed to create with the following errors: [\(list)]")
    }
}
