/// Follows redirects as Go's http.Client does, which client-go leaves to its defaults.
package struct RedirectingTransport: Transport {
    /// How many redirects are followed before the request fails with `.tooManyRedirects`.
    static let limit = 10

    private let base: any Transport

    package init(_ base: any Transport) {
        self.base = base
    }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        if request.upload != nil { return try await base.send(request) }
        let deadline = request.timeout.map { ContinuousClock.now + $0 }
        var next = request
        for _ in 0..<Self.limit {
            let response = try await base.send(next)
            guard let redirect = Redirect(of: next, first: request, response: response) else { return response }
            await response.body.drop(upTo: 2048)
            next = redirect.request
            if let deadline { next.timeout = max(.milliseconds(1), deadline - .now) }
        }
        throw .tooManyRedirects(limit: Self.limit)
    }

    package func upgrade(_ request: HTTPRequest) async throws(TransportError) -> UpgradeAnswer {
        try await base.upgrade(request)
    }
}
