import Glibc
import Synchronization
import TestSupport
import Testing

@testable import HTTPTransport

/// The rules of client-go's with_retry.go.
@Suite struct RetryingTransportTests {
    private let stub = StubTransport()
    private let clock = InstantClock()
    private let url = "http://a.example/x"

    private func busy(_ seconds: String, status: Int = 429) -> StubResponse {
        .text("", status: status, headers: ["Retry-After": seconds])
    }

    private func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await RetryingTransport(stub, clock: clock).send(request)
    }

    @Test(arguments: [429, 500, 503, 599])
    func waitsAsLongAsTheServerAsks(status: Int) async throws {
        stub.on("GET", "/x", busy("7", status: status)).on("GET", "/x", busy("0", status: status))
            .on("GET", "/x", .text("ok"))
        #expect(try await send(HTTPRequest(url: url)).status == 200)
        #expect(clock.sleeps == [.seconds(7), .zero])
    }

    @Test func tellsOfEachRetryAfterItsDelay() async throws {
        stub.on("GET", "/x", busy("2")).on("GET", "/x", busy("3")).on("GET", "/x", .text("ok"))
        let told = Mutex<[RetryingTransport.Retry]>([])
        let transport = RetryingTransport(stub, clock: clock) { retry in told.withLock { $0.append(retry) } }
        _ = try await transport.send(HTTPRequest(url: url))
        #expect(
            told.withLock { $0 } == [
                RetryingTransport.Retry(delay: .seconds(2), attempt: 1, url: url),
                RetryingTransport.Retry(delay: .seconds(3), attempt: 2, url: url),
            ])
    }

    @Test(arguments: [(404, "1"), (429, ""), (429, "soon"), (503, "Wed, 21 Oct 2015 07:28:00 GMT"), (200, "1")])
    func otherwiseTheResponseStands(status: Int, retryAfter: String) async throws {
        stub.on("GET", "/x", busy(retryAfter, status: status))
        #expect(try await send(HTTPRequest(url: url)).status == status)
        #expect(clock.sleeps == [])
    }

    @Test func everyMethodIsRetriedWhenTheServerAsks() async throws {
        stub.on("POST", "/x", body: .text("b"), busy("1")).on("POST", "/x", body: .text("b"), .text("ok"))
        let request = HTTPRequest(method: "POST", url: url, body: Array("b".utf8), isStreamed: true)
        #expect(try await send(request).status == 200)
    }

    @Test func theEleventhAnswerStands() async throws {
        stub.on("GET", "/x", repeated: true, busy("1"))
        #expect(try await send(HTTPRequest(url: url, isStreamed: true)).status == 429)
        #expect(stub.requests.count == 11)
        #expect(clock.sleeps.count == 10)
    }

    @Test(arguments: [
        TransportError.endOfStream(inBody: false),
        .connectionLost(local: "a", remote: "b", code: ECONNRESET, writing: false),
    ])
    func aGETIsSentAgainAfterABrokenConnection(failure: TransportError) async throws {
        stub.on("GET", "/x", .failure(failure)).on("GET", "/x", .text("ok"))
        #expect(try await send(HTTPRequest(url: url)).status == 200)
        #expect(clock.sleeps == [.seconds(1)])
    }

    @Test func nothingElseIsSentAgainAfterAFailure() async throws {
        let eof = TransportError.endOfStream(inBody: false)
        stub.on("POST", "/x", .failure(eof))
        await #expect(throws: eof) { try await send(HTTPRequest(method: "POST", url: url)) }
        stub.on("GET", "/x", .failure(eof))
        await #expect(throws: eof) { try await send(HTTPRequest(url: url, isStreamed: true)) }
        let refused = TransportError.connectFailed(server: "s", address: "a", code: ECONNREFUSED, throughProxy: false)
        stub.on("GET", "/x", .failure(refused))
        await #expect(throws: refused) { try await send(HTTPRequest(url: url)) }
        #expect(clock.sleeps == [])
    }

    @Test func theLastFailureStands() async throws {
        stub.on("GET", "/x", repeated: true, .failure(.endOfStream(inBody: false)))
        await #expect(throws: TransportError.endOfStream(inBody: false)) { try await send(HTTPRequest(url: url)) }
        #expect(stub.requests.count == 11)
    }

    @Test func theTimeLimitHoldsForAllAttemptsTogether() async throws {
        stub.on("GET", "/x", repeated: true, busy("2"))
        await #expect(throws: TransportError.timedOut(.awaitingRetry(after: nil))) {
            try await send(HTTPRequest(url: url, timeout: .seconds(5)))
        }
        #expect(stub.requests.map(\.timeout) == [.seconds(5), .seconds(3), .seconds(1)])
        #expect(clock.sleeps == [.seconds(2), .seconds(2), .seconds(1)])
    }

    @Test func theTimeLimitTellsOfTheLastFailure() async throws {
        let eof = TransportError.endOfStream(inBody: false)
        stub.on("GET", "/x", repeated: true, .failure(eof))
        await #expect(throws: TransportError.timedOut(.awaitingRetry(after: eof))) {
            try await send(HTTPRequest(url: url, timeout: .milliseconds(1500)))
        }
    }

    @Test func inAStreamEachAttemptHasItsOwnTimeLimit() async throws {
        stub.on("GET", "/x", busy("9")).on("GET", "/x", .text("ok"))
        _ = try await send(HTTPRequest(url: url, timeout: .seconds(5), isStreamed: true))
        #expect(stub.requests.map(\.timeout) == [.seconds(5), .seconds(5)])
    }

    @Test func cancellationEndsTheWait() async throws {
        stub.on("GET", "/x", busy("3600"))
        let (stub, url) = (stub, url)
        let task = Task { () async -> TransportError? in
            do throws(TransportError) {
                _ = try await RetryingTransport(stub).send(HTTPRequest(url: url))
                return nil
            } catch {
                return error
            }
        }
        while stub.requests.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value == .cancelled)
    }
}
