package import SystemIO

/// A request with its body still to be read.
package struct ServerRequest: Sendable {
    package var head: RequestHead
    package let body: RequestBody
    /// The client's end of the connection.
    package let peer: SocketEndpoint

    /// The same request about something else.
    package func with(_ target: RequestTarget) -> ServerRequest {
        var request = self
        request.head = RequestHead(
            method: head.method, target: target, minorVersion: head.minorVersion, headers: head.headers,
            host: head.host, framing: head.framing)
        return request
    }
}

/// Answers requests.
package protocol RequestHandler: Sendable {
    /// Writes the response to a request. The task is cancelled when the client goes away.
    ///
    /// What is thrown ends the connection; before the response has begun, a handler answers with an error instead.
    func handle(_ request: ServerRequest, _ response: ResponseWriter) async throws(HTTPServerError)
}
