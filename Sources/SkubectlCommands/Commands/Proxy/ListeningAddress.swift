import SystemIO

/// A host and a port to listen on, read as Go's `net.Listen("tcp", "HOST:PORT")` reads them.
struct ListeningAddress {
    private let host: String
    private let port: UInt16

    init(_ host: String, port: Int) throws {
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        let bare = isBracketed ? String(host.dropFirst().dropLast()) : host
        if !isBracketed, host.contains(":") {
            throw CommandError.failed("listen tcp: address \(host):\(port): too many colons in address")
        }
        guard let port = UInt16(exactly: port) else {
            throw CommandError.failed("listen tcp: address \(port): invalid port")
        }
        self.host = bare
        self.port = port
    }

    /// Listens there.
    ///
    /// The address of all hosts takes both families, as in Go.
    func listen() throws -> SocketListener {
        let all = SocketEndpoint(address: "::", port: port)
        guard var endpoint = host.isEmpty ? all : SocketEndpoint(address: host, port: port) ?? lookedUp() else {
            throw CommandError.failed("listen tcp: lookup \(host): no such host")
        }
        let isForAll = ["0.0.0.0", "::"].contains(endpoint.host)
        if isForAll, let all { endpoint = all }
        do throws(SystemError) {
            return try SocketListener(on: endpoint, isOneFamily: !isForAll)
        } catch {
            throw Self.failure(error, network: "tcp")
        }
    }

    private func lookedUp() -> SocketEndpoint? { SocketEndpoint.lookUp(host, port: port).first }

    /// Why nothing can listen there, in the words of Go's `net.OpError`.
    static func failure(_ error: SystemError, network: String) -> CommandError {
        .failed("listen \(network) \(error.path ?? ""): \(error.operation): \(error.reason)")
    }
}
