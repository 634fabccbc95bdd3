/// The status line and headers of a response, and its body while it arrives.
package struct HTTPResponse: Sendable {
    package let status: Int
    /// The words after the status: the server's own, or those of RFC 9110 where it sent none (HTTP/2).
    package let statusText: String
    package let headers: HTTPHeaders
    package let body: HTTPBody
    /// What was measured on the way; nil where nobody measured.
    package let timings: TransferTimings?

    package init(
        status: Int, statusText: String? = nil, headers: HTTPHeaders, body: HTTPBody, timings: TransferTimings? = nil
    ) {
        self.status = status
        self.statusText = statusText ?? HTTPStatus.text(status)
        self.headers = headers
        self.body = body
        self.timings = timings
    }
}
