import Glibc
import SystemIO
import TestSupport
import Testing

@Suite struct SocketTests {
    private static let loopback = SocketEndpoint.internet(address: [127, 0, 0, 1], port: 0)

    @Test func endpointsAreWrittenAsInGo() {
        #expect(SocketEndpoint(address: "127.0.0.1", port: 80)?.text == "127.0.0.1:80")
        #expect(SocketEndpoint(address: "::1", port: 8001)?.text == "[::1]:8001")
        #expect(SocketEndpoint.unix(path: "/tmp/s").text == "/tmp/s")
        #expect(SocketEndpoint(address: "localhost", port: 80) == nil)
    }

    @Test func bytesGoBothWays() async throws {
        let listener = try SocketListener(on: Self.loopback)
        #expect(listener.endpoint.port != 0)
        let client = try await SocketConnection.connect(to: listener.endpoint)
        let server = try #require(try await listener.accept())
        #expect(server.peer == client.local)
        try await client.send(Array("ping".utf8))
        #expect(try await server.receive() == Array("ping".utf8))
        try await server.send(Array("pong".utf8))
        server.finishSending()
        #expect(try await client.receive() == Array("pong".utf8))
        #expect(try await client.receive() == nil)
        // Half closed: the other direction still works.
        try await client.send(Array("more".utf8))
        #expect(try await server.receive() == Array("more".utf8))
    }

    @Test func sendingWaitsForAReceiverThatIsSlow() async throws {
        let listener = try SocketListener(on: Self.loopback)
        let client = try await SocketConnection.connect(to: listener.endpoint)
        let server = try #require(try await listener.accept())
        let size = 32 << 20
        async let sent: Void = client.send([UInt8](repeating: 7, count: size))
        try await Task.sleep(for: .milliseconds(50))
        var count = 0
        while count < size, let bytes = try await server.receive() {
            #expect(bytes.count <= SocketConnection.largestChunk)
            count += bytes.count
        }
        try await sent
        #expect(count == size)
    }

    @Test func aResetIsAnErrorOfTheOtherEndAlone() async throws {
        let listener = try SocketListener(on: Self.loopback)
        let client = try await SocketConnection.connect(to: listener.endpoint)
        let server = try #require(try await listener.accept())
        let other = try await SocketConnection.connect(to: listener.endpoint)
        let otherServer = try #require(try await listener.accept())
        client.close(reset: true)
        await #expect(throws: SystemError(operation: "read", path: nil, code: ECONNRESET)) {
            try await server.receive()
        }
        await #expect(throws: SystemError.self) { try await server.send([1]) }
        try await other.send([1])
        #expect(try await otherServer.receive() == [1])
    }

    @Test func closingWakesWhoWaits() async throws {
        let listener = try SocketListener(on: Self.loopback)
        let client = try await SocketConnection.connect(to: listener.endpoint)
        let waiting = Task { () -> Int32? in
            do { _ = try await client.receive() } catch let error as SystemError { return error.code }
            return nil
        }
        try await Task.sleep(for: .milliseconds(20))
        client.close()
        #expect(try await waiting.value == EBADF)
    }

    @Test func cancellationWakesWhoWaits() async throws {
        let listener = try SocketListener(on: Self.loopback)
        let client = try await SocketConnection.connect(to: listener.endpoint)
        let waiting = Task { () -> Int32? in
            do { _ = try await client.receive() } catch let error as SystemError { return error.code }
            return nil
        }
        let accepting = Task { () -> Bool in
            let server = try await listener.accept()
            // What nobody holds is closed, which would wake the other one.
            defer { server?.close() }
            return try await listener.accept() == nil
        }
        try await Task.sleep(for: .milliseconds(20))
        waiting.cancel()
        accepting.cancel()
        #expect(try await waiting.value == ECANCELED)
        #expect(try await accepting.value)
    }

    @Test func aPortThatIsTakenIsToldWithItsCall() throws {
        let listener = try SocketListener(on: Self.loopback)
        let error = #expect(throws: SystemError.self) { try SocketListener(on: listener.endpoint) }
        #expect(error == SystemError(operation: "bind", path: listener.endpoint.text, code: EADDRINUSE))
    }

    @Test func unixSocketsAreTheirUsersAlone() async throws {
        let folder = try TemporaryDirectory()
        let path = "\(folder.path)/s"
        let listener = try SocketListener(on: .unix(path: path))
        #expect(try FileSystem.linkStatus(path).specialKind == .socket)
        #expect(try FileSystem.linkStatus(path).permissions & 0o077 == 0)
        let client = try await SocketConnection.connect(to: .unix(path: path))
        let server = try #require(try await listener.accept())
        try await client.send([1, 2, 3])
        #expect(try await server.receive() == [1, 2, 3])
        let long = String(repeating: "x", count: 200)
        #expect(throws: SystemError.self) { try SocketListener(on: .unix(path: "\(folder.path)/\(long)")) }
    }

    @Test func hundredsOfConnectionsNeedNoThreadEach() async throws {
        let listener = try SocketListener(on: Self.loopback)
        let serving = Task {
            try await withThrowingDiscardingTaskGroup { group in
                while let connection = try await listener.accept() {
                    group.addTask {
                        while let bytes = try await connection.receive() { try await connection.send(bytes) }
                        connection.close()
                    }
                }
            }
        }
        let echoes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let client = try await SocketConnection.connect(to: listener.endpoint)
                    let word = Array("connection \(number)".utf8)
                    try await client.send(word)
                    client.finishSending()
                    var echo: [UInt8] = []
                    while let bytes = try await client.receive() { echo += bytes }
                    return echo == word
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(echoes == 300)
        listener.close()
        try await serving.value
    }

    @Test func aConnectionToNobodyIsRefused() async throws {
        let listener = try SocketListener(on: Self.loopback)
        let endpoint = listener.endpoint
        listener.close()
        await #expect(throws: SystemError(operation: "connect", path: endpoint.text, code: ECONNREFUSED)) {
            try await SocketConnection.connect(to: endpoint)
        }
    }
}
