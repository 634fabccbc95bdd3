/// One HTTP request, complete: what is sent is what is in here.
package struct HTTPRequest: Sendable, Hashable {
    package var method: String
    /// The absolute URL, already percent-encoded.
    package var url: String
    package var headers: HTTPHeaders
    package var body: [UInt8]?
    /// A body that is written while it is sent, in place of `body`.
    ///
    /// Such a request is neither retried nor redirected.
    package var upload: RequestUpload?
    /// The most time the whole exchange may take, body included; nil is without limit.
    package var timeout: Duration?
    /// Whether the response is read as a stream (client-go's `Stream` and `Watch`) and not as a whole (`Do`), which is
    /// for `RetryingTransport` to know.
    package var isStreamed: Bool

    package init(
        method: String = "GET", url: String, headers: HTTPHeaders = [:], body: [UInt8]? = nil,
        timeout: Duration? = nil, isStreamed: Bool = false
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.isStreamed = isStreamed
    }
}
