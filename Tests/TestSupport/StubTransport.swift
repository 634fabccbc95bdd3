package import HTTPTransport
import Synchronization
package import Testing

/// A transport that answers the requests a test expects and no others.
///
/// A request nothing is arranged for fails the test, and so does an arranged answer that was never asked for: the
/// latter when the transport goes away, or at `verify()`.
package final class StubTransport: Transport {
    /// What a request's body has to be.
    package enum Body: Sendable {
        case anything
        case nothing
        /// These characters exactly.
        case text(String)
        case matching(@Sendable (String) -> Bool)

        func accepts(_ body: [UInt8]?) -> Bool {
            switch self {
            case .anything: true
            case .nothing: body == nil
            case .text(let text): body.map { $0 == Array(text.utf8) } ?? false
            case .matching(let condition): body.map { condition(String(decoding: $0, as: UTF8.self)) } ?? false
            }
        }
    }

    private struct Stub {
        let method: String
        let target: String
        let body: Body
        let isRepeatable: Bool
        let response: StubResponse
        let location: SourceLocation
        var uses = 0

        func accepts(_ request: HTTPRequest) -> Bool {
            (uses == 0 || isRepeatable) && method == request.method && target == StubTransport.target(of: request.url)
                && body.accepts(request.body)
        }
    }

    private struct State {
        var stubs: [Stub] = []
        var requests: [HTTPRequest] = []
    }

    private let state = Mutex(State())

    package init() {}

    deinit {
        verify()
    }

    /// Every request so far, in the order they were sent.
    package var requests: [HTTPRequest] { state.withLock { $0.requests } }

    /// Method and target of every request so far: `GET /api/v1/pods?limit=500`.
    package var lines: [String] { requests.map { "\($0.method) \(Self.target(of: $0.url))" } }

    /// Arranges an answer.
    ///
    /// `target` is the path with its query, as sent; the first stub that fits answers.
    ///
    /// Unless `repeated`, a stub answers once.
    @discardableResult
    package func on(
        _ method: String, _ target: String, body: Body = .anything, repeated: Bool = false,
        _ response: StubResponse, at location: SourceLocation = #_sourceLocation
    ) -> StubTransport {
        let stub = Stub(
            method: method, target: target, body: body, isRepeatable: repeated, response: response, location: location)
        state.withLock { $0.stubs.append(stub) }
        return self
    }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        try await answer(to: request).make()
    }

    package func upgrade(_ request: HTTPRequest) async throws(TransportError) -> UpgradeAnswer {
        let stub = try answer(to: request)
        if case .switching(let headers, let connection) = stub.kind { return .switched(headers, connection) }
        return .refused(try await stub.make())
    }

    private func answer(to request: HTTPRequest) throws(TransportError) -> StubResponse {
        if Task.isCancelled { throw .cancelled }
        let response: StubResponse? = state.withLock { state in
            state.requests.append(request)
            guard let index = state.stubs.firstIndex(where: { $0.accepts(request) }) else { return nil }
            state.stubs[index].uses += 1
            return state.stubs[index].response
        }
        guard let response else {
            let body = request.body.map { " with body \(String(decoding: $0, as: UTF8.self))" } ?? ""
            Issue.record("unexpected request: \(request.method) \(Self.target(of: request.url))\(body)")
            throw .unsupportedURL(url: request.url, scheme: "unexpected")
        }
        return response
    }

    /// Fails the test for every stub that has not been used, and forgets all of them.
    package func verify() {
        let unused = state.withLock { state in
            defer { state.stubs = [] }
            return state.stubs.filter { $0.uses == 0 }
        }
        for stub in unused {
            Issue.record("request never sent: \(stub.method) \(stub.target)", sourceLocation: stub.location)
        }
    }

    /// The path and query of an absolute URL.
    private static func target(of url: String) -> String {
        guard let scheme = url.firstIndex(of: ":"), url[scheme...].hasPrefix("://") else { return url }
        let authority = url[url.index(scheme, offsetBy: 3)...]
        return authority.firstIndex(of: "/").map { String(authority[$0...]) } ?? "/"
    }
}
