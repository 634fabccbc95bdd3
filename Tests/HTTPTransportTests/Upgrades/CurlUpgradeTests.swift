import Synchronization
import TestSupport
import Testing

@testable import HTTPTransport

/// Every test has a server of its own on loopback.
@Suite(.timeLimit(.minutes(2)))
struct CurlUpgradeTests {
    static let switching = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"

    private static func switched(
        _ server: LoopbackServer, headers: HTTPHeaders = [:]
    ) async throws -> any ByteConnection {
        let answer = try await CurlTransport().upgrade(HTTPRequest(url: server.url + "/a?b", headers: headers))
        guard case .switched(let headers, let connection) = answer else {
            throw TransportError.malformedResponse(.other)
        }
        #expect(headers["upgrade"] == "x")
        return connection
    }

    @Test func sendsTheRequestAndCarriesBytesBothWays() async throws {
        let seen = Mutex<LoopbackRequest?>(nil)
        let server = try LoopbackServer { connection in
            let request = connection.readRequest()
            seen.withLock { $0 = request }
            // The first bytes of the other protocol come with the head.
            connection.write(Self.switching + "first")
            while let bytes = connection.read(count: 4) { connection.write(bytes.reversed()) }
        }
        let connection = try await Self.switched(server, headers: ["Upgrade": "x", "Connection": "Upgrade"])
        #expect(try await connection.receive() == Array("first".utf8))
        try await connection.send(Array("abcd".utf8))
        #expect(try await connection.receive() == Array("dcba".utf8))
        let request = try #require(seen.withLock { $0 })
        #expect(request.method == "GET")
        #expect(request.target == "/a?b")
        #expect(
            request.headers == ["host": "127.0.0.1:\(server.port)", "upgrade": "x", "connection": "Upgrade"])
    }

    @Test func carriesMuchInOrderWithBothSidesSlow() async throws {
        let total = 8 << 20
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write(Self.switching)
            var left = total
            while left > 0, let bytes = connection.read(count: min(left, 100_000)) {
                left -= bytes.count
                connection.write(bytes)
            }
        }
        let connection = try await Self.switched(server)
        let sender = Task {
            for start in stride(from: 0, to: total, by: 65536) {
                try await connection.send((start..<start + 65536).map { UInt8(truncatingIfNeeded: $0 / 7) })
            }
        }
        var position = 0
        while let bytes = try await connection.receive() {
            for byte in bytes {
                if byte != UInt8(truncatingIfNeeded: position / 7) {
                    Issue.record("wrong byte at \(position)")
                    return
                }
                position += 1
            }
        }
        try await sender.value
        #expect(position == total)
    }

    @Test func handsOnARefusalWithItsBody() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n")
            connection.waitForEnd()
        }
        guard case .refused(let response) = try await CurlTransport().upgrade(HTTPRequest(url: server.url)) else {
            Issue.record("not refused")
            return
        }
        #expect(response.status == 403)
        #expect(try await response.body.collect(limit: 100) == Array("no".utf8))
    }

    @Test func anAnswerThatEndsEarlyIsNone() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 101 Switching")
        }
        await #expect(throws: TransportError.endOfStream(inBody: false)) {
            try await CurlTransport().upgrade(HTTPRequest(url: server.url))
        }
    }

    @Test func whoWaitsLearnsOfTheEnd() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write(Self.switching + "all")
        }
        let connection = try await Self.switched(server)
        #expect(try await connection.receive() == Array("all".utf8))
        #expect(try await connection.receive() == nil)
    }

    @Test func readsWhatAServerThatTakesNoMoreHasSaid() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            // Closing with something unread resets the connection.
            connection.write(Self.switching + "last words")
            _ = connection.readSome()
        }
        let connection = try await Self.switched(server)
        let sender = Task {
            while true { try await connection.send([UInt8](repeating: 0, count: 100_000)) }
        }
        await #expect(throws: TransportError.self) { try await sender.value }
        #expect(try await connection.receive() == Array("last words".utf8))
    }

    @Test func closingWakesWhoWaits() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write(Self.switching)
            connection.waitForEnd()
        }
        let connection = try await Self.switched(server)
        let reader = Task { try await connection.receive() }
        try await Task.sleep(for: .milliseconds(50))
        connection.close()
        await #expect(throws: TransportError.cancelled) { try await reader.value }
    }

    @Test func cancellingEndsTheWaitForAnAnswer() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.waitForEnd()
        }
        let task = Task { try await CurlTransport().upgrade(HTTPRequest(url: server.url)) }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await #expect(throws: TransportError.cancelled) { _ = try await task.value }
    }

    @Test func aLimitHoldsUntilTheAnswer() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.waitForEnd()
        }
        await #expect(throws: TransportError.timedOut(.awaitingHeaders)) {
            try await CurlTransport().upgrade(HTTPRequest(url: server.url, timeout: .milliseconds(100)))
        }
    }
}
