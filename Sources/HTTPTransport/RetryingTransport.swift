import Glibc

/// Sends a request again when the server asks for it, as client-go does.
///
/// A response of status 429, or of 500 and above, is retried when it has a Retry-After in whole seconds, after that
/// time. Unless its response is streamed, a GET whose connection was reset or closed before the response is sent again
/// a second later, and the time limit of a request holds for all its attempts together and not for each. After ten
/// retries the last outcome stands.
package struct RetryingTransport: Transport {
    /// A retry that is about to be made, for the log: `with_retry.go:234] "Got a Retry-After response" delay="1s"
    /// attempt=1 url="…"` at level 4, written after the delay.
    package struct Retry: Sendable, Hashable {
        package let delay: Duration
        /// Counts from 1.
        package let attempt: Int
        package let url: String
    }

    /// The most retries of a request.
    static let limit = 10

    private let base: any Transport
    /// The time since the transport was made.
    private let now: @Sendable () -> Duration
    private let sleep: @Sendable (Duration) async throws -> Void
    private let onRetry: @Sendable (Retry) -> Void

    package init<C: Clock<Duration>>(
        _ base: any Transport, clock: C = ContinuousClock(),
        onRetry: @escaping @Sendable (Retry) -> Void = { _ in }
    ) {
        self.base = base
        self.onRetry = onRetry
        let origin = clock.now
        now = { origin.duration(to: clock.now) }
        sleep = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
    }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        if request.upload != nil { return try await base.send(request) }
        let start = now()
        var attempt = 0
        var next = request
        while true {
            let delay: Duration
            var previous: TransportError?
            do {
                let response = try await base.send(next)
                guard attempt < Self.limit, let asked = Self.delay(askedBy: response) else { return response }
                await response.body.drop(upTo: 2048)
                delay = asked
            } catch {
                guard attempt < Self.limit, mayRetry(request, after: error) else { throw error }
                delay = .seconds(1)
                previous = error
            }
            attempt += 1
            if !request.isStreamed, let limit = request.timeout {
                let left = limit - (now() - start)
                guard delay < left else {
                    try await pause(max(.zero, left))
                    throw .timedOut(.awaitingRetry(after: previous))
                }
                next.timeout = left - delay
            }
            try await pause(delay)
            onRetry(Retry(delay: delay, attempt: attempt, url: request.url))
        }
    }

    package func upgrade(_ request: HTTPRequest) async throws(TransportError) -> UpgradeAnswer {
        try await base.upgrade(request)
    }

    private func pause(_ duration: Duration) async throws(TransportError) {
        do {
            try await sleep(duration)
        } catch {
            // Nothing but cancellation ends a sleep early.
            throw .cancelled
        }
    }

    private func mayRetry(_ request: HTTPRequest, after error: TransportError) -> Bool {
        guard !request.isStreamed, request.method == "GET" else { return false }
        switch error {
        case .endOfStream: return true
        case .connectionLost(_, _, let code, _): return code == ECONNRESET
        default: return false
        }
    }

    /// How long the server wants to be left alone; nil where the response is to be handed on.
    private static func delay(askedBy response: HTTPResponse) -> Duration? {
        guard response.status == 429 || response.status >= 500, let value = response.headers["Retry-After"],
            let seconds = Int32(value)
        else { return nil }
        return .seconds(max(0, seconds))
    }
}
