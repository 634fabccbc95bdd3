import HTTPServer
import HTTPTransport
import KubeClient
import Renderers
import StdlibExtensions
import SystemIO

/// The server that requests are passed on to.
struct ProxiedServer {
    /// Scheme and authority.
    private let origin: String
    /// The path of the server's URL without a slash at its end; empty for none.
    let path: String
    private let appendsPath: Bool

    init(_ url: String, appendsPath: Bool) {
        let start = url.range(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let end = start.firstIndex(of: "/") ?? url.endIndex
        origin = String(url[..<end])
        path = String(url[end...])
        self.appendsPath = appendsPath
    }

    /// The URL of a request with this target.
    func url(for target: RequestTarget) -> String {
        let path = target.encodedPath
        let query = target.query.map { "?" + $0.escapingFragment } ?? ""
        return origin + (appendsPath ? self.path : "") + (path.hasPrefix("/") ? path : "/\(path)") + query
    }
}

extension String {
    /// In a query that has come in a request a hash means itself, and in a URL that it ends.
    fileprivate var escapingFragment: String {
        contains("#") ? split(separator: "#", omittingEmptySubsequences: false).joined(separator: "%23") : self
    }

    fileprivate func range(of needle: String) -> Range<Index>? {
        guard let (before, after) = cut(at: needle) else { return nil }
        return before.endIndex..<after.startIndex
    }
}

/// Passes requests on to the API server and its responses back, each while it arrives (apimachinery's
/// `UpgradeAwareHandler` over Go's `httputil.ReverseProxy`).
struct APIProxy: RequestHandler {
    let server: ProxiedServer
    let forwarder: RequestForwarder
    let log: DiagnosticLog

    /// The most that is passed on of a response to a request to switch protocols that was refused, in bytes.
    private static let largestRefusal = 16 << 20

    func handle(_ request: ServerRequest, _ response: ResponseWriter) async throws(HTTPServerError) {
        if request.head.isUpgrade {
            try await upgrade(request, response)
        } else if request.body.length == 0 {
            try await relay(message(for: request), to: response)
        } else {
            try await relayWithBody(request, response)
        }
    }

    private func message(for request: ServerRequest) -> HTTPRequest {
        HTTPRequest(
            method: request.head.method, url: server.url(for: request.head.target),
            headers: ForwardedHeaders.request(request), isStreamed: true)
    }

    // MARK: - Responses

    private func relay(_ message: HTTPRequest, to response: ResponseWriter) async throws(HTTPServerError) {
        let answer: HTTPResponse
        do { answer = try await forwarder.send(message) } catch {
            return try await refuse(Self.reason(error), response)
        }
        let headers = ForwardedHeaders.response(answer.headers)
        response.begin(answer.status, headers)
        // Who waits for events wants to know at once that they will come. Only the type may have to wait for the body.
        if headers["Content-Length"] == nil || headers["Content-Type"] != nil { try await response.flush() }
        do {
            for try await chunk in answer.body { try await response.write(chunk) }
        } catch let error as HTTPServerError {
            throw error
        } catch {
            // The client sees that the response is not whole.
            throw .abandoned
        }
    }

    /// Sends a request while its body still arrives.
    private func relayWithBody(
        _ request: ServerRequest, _ response: ResponseWriter
    ) async throws(HTTPServerError) {
        let upload = RequestUpload(length: request.body.length)
        var message = message(for: request)
        message.upload = upload
        let sent = message
        let result = await withTaskGroup(of: Result<Void, HTTPServerError>?.self) { group in
            group.addTask {
                await Self.pass(request.body, to: upload)
                return nil
            }
            group.addTask {
                do throws(HTTPServerError) {
                    try await relay(sent, to: response)
                    return .success(())
                } catch {
                    return .failure(error)
                }
            }
            var outcome: Result<Void, HTTPServerError> = .failure(.abandoned)
            for await ended in group {
                guard let ended else { continue }
                outcome = ended
                // With the response here, nobody waits for the rest of the body.
                group.cancelAll()
            }
            return outcome
        }
        try result.get()
    }

    private static func pass(_ body: RequestBody, to upload: RequestUpload) async {
        do throws(HTTPServerError) {
            while let piece = try await body.next() {
                guard await upload.write(piece) else { return }
            }
            upload.finish()
        } catch {
            upload.breakOff()
        }
    }

    private func refuse(_ reason: String, _ response: ResponseWriter) async throws(HTTPServerError) {
        log.writePlain(
            0, "proxy_server.go:147", TerminalText.escaped("Error while proxying request: \(reason)"),
            severity: .error)
        try await response.fail(500, reason)
    }

    /// The words of Go's transport for a failure.
    private static func reason(_ error: ClientError) -> String {
        if case .transport(let error, _, _) = error { error.message } else { error.message }
    }

    // MARK: - Other protocols

    private func upgrade(_ request: ServerRequest, _ response: ResponseWriter) async throws(HTTPServerError) {
        var message = HTTPRequest(
            method: request.head.method, url: server.url(for: request.head.target),
            headers: ForwardedHeaders.upgrade(request))
        message.isStreamed = true
        let answer: UpgradeAnswer
        do { answer = try await forwarder.upgrade(message) } catch {
            return try await refuse("error dialing backend: \(Self.reason(error))", response)
        }
        switch answer {
        case .switched(let headers, let connection):
            await ConnectionRelay(client: response.takeConnection(), server: connection).run(after: headers)
        case .refused(let refusal) where refusal.status < 400:
            let reason = "invalid upgrade response: status code \(refusal.status)"
            log.write(
                0, "upgradeaware.go:367", "Proxy upgrade error", [LogField("err", .text(reason))], severity: .error)
            try await refuse(reason, response)
        case .refused(let refusal):
            try await passOn(refusal, to: response.takeConnection())
        }
    }

    /// Hands a refusal to the client as it is, after which the connection ends (Go's `Response.Write`).
    private func passOn(_ refusal: HTTPResponse, to client: TakenConnection) async throws(HTTPServerError) {
        let body: [UInt8]
        do { body = try await refusal.body.collect(limit: Self.largestRefusal) } catch { throw .abandoned }
        var headers = refusal.headers
        for name in ["Content-Length", "Transfer-Encoding", "Trailer"] { headers[name] = nil }
        var head = "HTTP/1.1 \(refusal.status) \(refusal.statusText)\r\nContent-Length: \(body.count)\r\n"
        for field in headers.inGoOrder { head += "\(field.name): \(field.value)\r\n" }
        try await client.send(Array((head + "\r\n").utf8) + body)
    }
}
