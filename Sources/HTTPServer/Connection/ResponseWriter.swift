package import HTTPTransport
import Synchronization
import SystemIO

/// Writes the response to one request; used by one task, the request's handler.
package final class ResponseWriter: Sendable {
    private struct State {
        var answer: ResponsePlan.Answer?
        /// nil until the head is sent.
        var plan: ResponsePlan?
        /// How much of the body has been sent, in bytes.
        var sent = 0
        var isTaken = false
    }

    /// How many bytes of a body without a length are kept back, in case they are all of it (Go's buffer).
    private static let kept = 2048
    /// The longest rest of a request's body that is read only so that the connection can go on.
    static let largestRest = 256 * 1024

    private let socket: SocketConnection
    private let input: ConnectionInput
    private let request: RequestHead
    private let requestBody: RequestBody
    private let state = Mutex(State())

    init(_ socket: SocketConnection, _ input: ConnectionInput, _ request: RequestHead, _ body: RequestBody) {
        self.socket = socket
        self.input = input
        self.request = request
        requestBody = body
    }

    /// Says status and fields; nothing is sent before the body begins or `flush` is called.
    ///
    /// Later calls count nothing.
    package func begin(_ status: Int, _ headers: HTTPHeaders = [:]) {
        state.withLock { state in
            if state.answer == nil { state.answer = ResponsePlan.Answer(status: status, headers: headers) }
        }
    }

    /// Appends to the body.
    package func write(_ bytes: [UInt8]) async throws(HTTPServerError) {
        begin(200)
        if bytes.isEmpty { return }
        if hasBegun {
            try await send(framed(bytes))
            return
        }
        let isKept = state.withLock { state -> Bool in
            state.answer?.start += bytes
            return state.answer?.headers["Content-Length"] == nil && (state.answer?.start.count ?? 0) <= Self.kept
        }
        if !isKept { try await sendHead(isWhole: false) }
    }

    /// Sends what has been said and written so far.
    package func flush() async throws(HTTPServerError) {
        begin(200)
        if !hasBegun { try await sendHead(isWhole: false) }
    }

    /// Answers with a text and nothing else (Go's `http.Error`).
    package func fail(_ status: Int, _ text: String, _ headers: HTTPHeaders = [:]) async throws(HTTPServerError) {
        var headers = headers
        headers["Content-Length"] = nil
        headers["Content-Type"] = "text/plain; charset=utf-8"
        headers["X-Content-Type-Options"] = "nosniff"
        begin(status, headers)
        try await write(Array("\(text)\n".utf8))
    }

    /// Sends the client elsewhere (Go's `http.Redirect`).
    package func redirect(_ location: String) async throws(HTTPServerError) {
        var headers = HTTPHeaders()
        headers.add("Location", location)
        if request.method == "GET" || request.method == "HEAD" {
            headers.add("Content-Type", "text/html; charset=utf-8")
        }
        begin(301, headers)
        guard request.method == "GET" else { return }
        let text = "<a href=\"\(HTMLText.escaped(location))\">Moved Permanently</a>.\n\n"
        try await write(Array(text.utf8))
    }

    /// Takes the connection over; it is no longer HTTP, and this writer is of no more use.
    package func takeConnection() -> TakenConnection {
        state.withLock { $0.isTaken = true }
        return TakenConnection(socket, input)
    }

    // MARK: For the connection

    var isTaken: Bool { state.withLock { $0.isTaken } }

    /// Whether something has been sent already.
    package var hasBegun: Bool { state.withLock { $0.plan != nil } }

    /// Sends the rest once the handler is done; returns whether the connection may go on.
    func finish() async throws(HTTPServerError) -> Bool {
        begin(200)
        if !hasBegun { try await sendHead(isWhole: true) }
        let (plan, sent) = state.withLock { ($0.plan, $0.sent) }
        switch plan?.body {
        case .chunked: try await send(Array("0\r\n\r\n".utf8))
        // A body that is too short must not be taken for a whole one.
        case .length(let length) where sent < length: throw .abandoned
        default: break
        }
        return plan?.closes == false
    }

    private func sendHead(isWhole: Bool) async throws(HTTPServerError) {
        let tooLong = (requestBody.length ?? 0) > Self.largestRest
        let mustClose = !requestBody.hasEnded && (requestBody.isUninvited || tooLong)
        let (head, start) = state.withLock { state -> ([UInt8], [UInt8]) in
            guard var answer = state.answer else { return ([], []) }
            answer.isWhole = isWhole
            let plan = ResponsePlan(for: request, answer, mustClose: mustClose, now: HTTPDate.now())
            state.plan = plan
            state.answer?.start = []
            return (plan.head, answer.start)
        }
        // One piece for what belongs together.
        try await send(head + framed(start))
    }

    /// The bytes as they stand in the body; those past its announced length are dropped.
    private func framed(_ bytes: [UInt8]) -> [UInt8] {
        state.withLock { state in
            guard let plan = state.plan, !bytes.isEmpty else { return [] }
            switch plan.body {
            case .none: return []
            case .rest: return bytes
            case .chunked: return Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
            case .length(let length):
                let fitting = bytes.count <= length - state.sent ? bytes : Array(bytes.prefix(length - state.sent))
                state.sent += fitting.count
                return fitting
            }
        }
    }

    private func send(_ bytes: [UInt8]) async throws(HTTPServerError) {
        do { try await socket.send(bytes) } catch { throw .connection(error) }
    }
}
