/// Carries HTTP requests to a server and brings the responses back.
///
/// The real one is `CurlTransport`; tests use `StubTransport`.
package protocol Transport: Sendable {
    /// Sends `request` and returns as soon as the status and the headers of the final response are here.
    ///
    /// The body arrives while it is read. Cancelling the task ends the transfer.
    /// Every HTTP status is a response and not an error.
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse

    /// Asks the server to switch to another protocol, over a connection of its own, HTTP/1.1.
    ///
    /// `request` has the `Connection` and `Upgrade` fields and what else the protocol wants; its `timeout` holds until the
    /// answer is here. It is neither retried nor redirected.
    func upgrade(_ request: HTTPRequest) async throws(TransportError) -> UpgradeAnswer
}
