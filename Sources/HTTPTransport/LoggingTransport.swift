package import SystemIO

/// Writes every request and response to the log as client-go does at `-v=6` to `-v=9`, credentials masked.
///
/// - 6: one line a response, with the time it took
/// - 7: the request with its headers, the status
/// - 8: besides, the headers of the response
/// - 9: the request as a curl command, and where the time went.
package struct LoggingTransport: Transport {
    private let base: any Transport
    private let log: DiagnosticLog

    package init(_ base: any Transport, log: DiagnosticLog) {
        self.base = base
        self.log = log
    }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard log.isEnabled(6) else { return try await base.send(request) }
        return try await logging(request) { () async throws(TransportError) in
            let response = try await base.send(request)
            return (response, Answer(response))
        }
    }

    package func upgrade(_ request: HTTPRequest) async throws(TransportError) -> UpgradeAnswer {
        guard log.isEnabled(6) else { return try await base.upgrade(request) }
        return try await logging(request) { () async throws(TransportError) in
            let answer = try await base.upgrade(request)
            switch answer {
            case .refused(let response): return (answer, Answer(response))
            case .switched(let headers, _): return (answer, Answer(status: 101, headers: headers))
            }
        }
    }

    /// What is logged of a response.
    private struct Answer {
        let status: Int
        let statusText: String
        let headers: HTTPHeaders
        let timings: TransferTimings?

        init(_ response: HTTPResponse) {
            status = response.status
            statusText = response.statusText
            headers = response.headers
            timings = response.timings
        }

        init(status: Int, headers: HTTPHeaders) {
            self.status = status
            statusText = HTTPStatus.text(status)
            self.headers = headers
            timings = nil
        }
    }

    private func logging<Result>(
        _ request: HTTPRequest, _ send: () async throws(TransportError) -> (Result, Answer)
    ) async throws(TransportError) -> Result {
        logRequest(request)
        let start = ContinuousClock.now
        do {
            let (result, answer) = try await send()
            let elapsed = start.duration(to: .now)
            logTrace(request, answer.timings)
            logResponse(request, answer, elapsed)
            return result
        } catch {
            let elapsed = start.duration(to: .now)
            logFailure(error)
            logResponse(request, nil, elapsed)
            throw error
        }
    }

    // MARK: Before

    private func logRequest(_ request: HTTPRequest) {
        var fields: [LogField] = []
        if log.isEnabled(9) {
            fields.append(LogField("curlCommand", .text(HeaderText.curlCommand(request))))
        } else if log.isEnabled(7) {
            fields.append(LogField("verb", .text(request.method)))
            fields.append(LogField("url", .text(request.url)))
            fields.append(LogField("headers", .text(HeaderText.lines(request.headers))))
        }
        if !fields.isEmpty { log.write(7, "round_trippers.go:527", "Request", fields) }
    }

    // MARK: After

    private func logTrace(_ request: HTTPRequest, _ timings: TransferTimings?) {
        guard log.isEnabled(9), let timings, let address = timings.address else { return }
        if let url = RequestURL(request.url), InternetAddress(url.host) == nil {
            logLookup(url.host, address: RequestURL("tcp://" + address)?.host)
        }
        log.write(
            9, "round_trippers.go:562", "HTTP Trace: Dial succeed",
            [LogField("network", .text("tcp")), LogField("address", .text(address))])
    }

    private func logLookup(_ host: String, address: String?) {
        let found = address.map { "[{\"IP\":\"\($0)\",\"Zone\":\"\"}]" } ?? "[]"
        log.write(
            9, "round_trippers.go:547", "HTTP Trace: DNS Lookup resolved",
            [LogField("host", .text(host)), LogField("address", .raw(found))])
    }

    private func logFailure(_ error: TransportError) {
        switch error {
        case .hostNotFound(let host, _, _): logLookup(host, address: nil)
        case .connectFailed(_, let address, let code, _):
            let reason = SystemError(operation: "connect", path: nil, code: code).goText
            log.write(
                9, "round_trippers.go:560", "HTTP Trace: Dial failed",
                [
                    LogField("network", .text("tcp")), LogField("address", .text(address)),
                    LogField("err", .text("dial tcp \(address): \(reason)")),
                ])
        default: break
        }
    }

    private func logResponse(_ request: HTTPRequest, _ response: Answer?, _ elapsed: Duration) {
        let isFull = log.isEnabled(9)
        var fields: [LogField] = []
        if isFull || !log.isEnabled(7) {
            fields.append(LogField("verb", .text(request.method)))
            fields.append(LogField("url", .text(request.url)))
        }
        fields.append(LogField("status", .text(response.map { "\($0.status) \($0.statusText)" } ?? "")))
        if log.isEnabled(8) {
            fields.append(LogField("headers", .text(response.map { HeaderText.lines($0.headers) } ?? "")))
        }
        fields.append(Self.milliseconds("milliseconds", elapsed))
        if isFull { fields += Self.details(response?.timings ?? TransferTimings(), elapsed) }
        log.write(6, "round_trippers.go:632", "Response", fields)
    }

    private static func details(_ timings: TransferTimings, _ elapsed: Duration) -> [LogField] {
        var fields: [LogField] = []
        if timings.connectionWasReused {
            fields.append(milliseconds("getConnectionMilliseconds", .zero))
        } else {
            fields.append(milliseconds("dnsLookupMilliseconds", timings.lookup))
            fields.append(milliseconds("dialMilliseconds", timings.dial))
            fields.append(milliseconds("tlsHandshakeMilliseconds", timings.handshake))
        }
        if timings.serverProcessing != .zero {
            fields.append(milliseconds("serverProcessingMilliseconds", timings.serverProcessing))
        }
        return fields
    }

    private static func milliseconds(_ name: String, _ duration: Duration) -> LogField {
        LogField(name, .number(Int64(duration.milliseconds)))
    }
}
