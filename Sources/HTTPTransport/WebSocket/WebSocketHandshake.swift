import StdlibExtensions

/// How a connection becomes a WebSocket (RFC 6455, section 4).
package enum WebSocketHandshake {
    /// What a server answered.
    package enum Answer: Sendable {
        /// The connection, and the one of the offered subprotocols that the server took.
        case open(WebSocketConnection, subprotocol: String)
        /// The server does not switch, or not to this: its status, and its body where it has one.
        case refused(HTTPResponse)
        /// The server switched to something that was not offered, or did not show that it knows the protocol.
        case mismatch(subprotocol: String?)
    }

    /// Asks for a WebSocket; `request` has the URL and the headers besides the handshake's own.
    package static func open(
        _ request: HTTPRequest, subprotocols: [String], over transport: any Transport
    ) async throws(TransportError) -> Answer {
        let key = Base64.encode((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        var request = request
        request.method = "GET"
        request.headers.add("Upgrade", "websocket")
        request.headers.add("Connection", "Upgrade")
        request.headers.add("Sec-WebSocket-Key", key)
        request.headers.add("Sec-WebSocket-Version", "13")
        if !subprotocols.isEmpty {
            request.headers.add("Sec-WebSocket-Protocol", subprotocols.joined(separator: ", "))
        }
        switch try await transport.upgrade(request) {
        case .refused(let response): return .refused(response)
        case .switched(let headers, let connection):
            let chosen = headers["Sec-WebSocket-Protocol"]
            guard headers["Sec-WebSocket-Accept"] == accept(key),
                headers.values("Upgrade").contains(where: { $0.lowercased() == "websocket" }),
                headers["Sec-WebSocket-Extensions"] == nil, let chosen, subprotocols.contains(chosen)
            else {
                connection.close()
                return .mismatch(subprotocol: chosen)
            }
            return .open(WebSocketConnection(over: connection), subprotocol: chosen)
        }
    }

    /// What a server that knows the protocol answers to a key.
    package static func accept(_ key: String) -> String {
        Base64.encode(SHA1.hash(Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)))
    }
}
