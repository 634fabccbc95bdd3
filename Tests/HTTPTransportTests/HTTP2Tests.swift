import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(2)))
struct HTTP2Tests {
    private static func transport() throws -> (CurlTransport, TestCertificates) {
        let certificates = try TestCertificates.shared.get()
        let tls = TLSOptions(authorities: try certificates.bytes("ca.crt"))
        return (CurlTransport(TransportOptions(tls: tls)), certificates)
    }

    /// Sends `count` requests at once and returns the status and size of each answer.
    private static func answers(
        _ transport: CurlTransport, _ server: OpenSSLServer, count: Int
    ) async throws -> [[Int]] {
        try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<count {
                group.addTask {
                    let response = try await transport.send(HTTPRequest(url: server.url, timeout: .seconds(30)))
                    return [response.status, try await response.body.collect(limit: 1 << 20).count]
                }
            }
            var all: [[Int]] = []
            for try await answer in group { all.append(answer) }
            return all
        }
    }

    @Test func requestsSideBySideShareAConnectionThatIsBeingMade() async throws {
        let (transport, certificates) = try Self.transport()
        let server = try OpenSSLServer(certificates, count: 24, answer: .page(3000))
        #expect(try await Self.answers(transport, server, count: 24).allSatisfy { $0 == [200, 3000] })
    }

    @Test(arguments: [(HTTP2Session.Answer.notModified, [304, 0]), (.page(10), [200, 10])])
    func aKeptConnectionTakesManyRequestsAtOnceAgainAndAgain(
        answer: HTTP2Session.Answer, expected: [Int]
    ) async throws {
        let (transport, certificates) = try Self.transport()
        let server = try OpenSSLServer(certificates, count: 12, answer: answer)
        for _ in 0..<10 {
            #expect(try await Self.answers(transport, server, count: 12).allSatisfy { $0 == expected })
        }
    }

    @Test func connectionThatEndsBeforeTheAnswerIsTold() async throws {
        let (transport, certificates) = try Self.transport()
        let server = try OpenSSLServer(certificates, count: 1, answer: .hangUp)
        let error = await #expect(throws: TransportError.self) {
            _ = try await transport.send(HTTPRequest(url: server.url, timeout: .seconds(30)))
        }
        switch error {
        // A connection that is closed with something unread is reset.
        case .endOfStream(inBody: false), .connectionLost: break
        default: Issue.record("\(error as Any)")
        }
    }

    @Test func aStreamThatTheServerEndsIsToldWithItsCode() async throws {
        let (transport, certificates) = try Self.transport()
        let server = try OpenSSLServer(certificates, count: 1, answer: .reset)
        for stream in [1, 3] {
            let reset = StreamReset(stream: stream, code: "INTERNAL_ERROR")
            await #expect(throws: TransportError.http2Failed(reset: reset)) {
                _ = try await transport.send(HTTPRequest(url: server.url, timeout: .seconds(30)))
            }
        }
    }

    @Test func requestsThatAreReadAsAStreamShareNoConnection() async throws {
        let (transport, certificates) = try Self.transport()
        // The one connection of this server is the stream's, which is answered only together with a second request.
        let server = try OpenSSLServer(certificates, count: 2, answer: .page(1))
        let streamed = Task {
            try await transport.send(HTTPRequest(url: server.url, timeout: .seconds(2), isStreamed: true))
        }
        try await Task.sleep(for: .milliseconds(500))
        await #expect(throws: TransportError.self) {
            _ = try await transport.send(HTTPRequest(url: server.url, timeout: .seconds(1)))
        }
        await #expect(throws: TransportError.timedOut(.awaitingHeaders)) { _ = try await streamed.value }
    }
}
