/// Carries HTTP requests to a server and brings the responses back.
///
/// The real one is `CurlTransport`; tests use `StubTransport`.
package protocol Transport: Sendable {
    /// Sends `request` and returns as soon as the status and the headers of the final response are here.
    ///
    /// The body arrives while it is read. Cancelling the task ends the transfer.
    /// Every HTTP status is a response and not an error.
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
