import Glibc
import Synchronization
import SystemIO
import TestSupport
import Testing

@testable import HTTPTransport

/// Every test has a server of its own on loopback.
@Suite(.timeLimit(.minutes(2)))
struct CurlTransportTests {
    static let empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"

    static func response(_ body: String, _ headers: String = "") -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    // MARK: Requests

    @Test func sendsTheRequestAsGivenAndNothingElse() async throws {
        let seen = Mutex<LoopbackRequest?>(nil)
        let server = try LoopbackServer { connection in
            connection.answerEach { request in
                seen.withLock { $0 = request }
                return Self.empty
            }
        }
        let transport = CurlTransport()
        let request = HTTPRequest(
            method: "PATCH", url: server.url + "/a/../b%2Fc?x=1&y=%20", headers: ["X-Empty": "", "Accept": "a/b"],
            body: Array("{}".utf8))
        _ = try await transport.send(request)
        let got = try #require(seen.withLock { $0 })
        #expect(got.method == "PATCH")
        #expect(got.target == "/a/../b%2Fc?x=1&y=%20")
        #expect(got.body == Array("{}".utf8))
        #expect(
            got.headers == ["host": "127.0.0.1:\(server.port)", "x-empty": "", "accept": "a/b", "content-length": "2"])
    }

    @Test(arguments: ["GET", "DELETE", "OPTIONS", "PROPFIND", "POST", "PUT", "PATCH"])
    func sendsMethodsWithoutABody(method: String) async throws {
        let server = try LoopbackServer { connection in
            connection.answerEach { Self.response("\($0.method) \($0.headers["content-length"] ?? "none")") }
        }
        let response = try await CurlTransport().send(HTTPRequest(method: method, url: server.url))
        let body = String(decoding: try await response.body.collect(limit: 100), as: UTF8.self)
        #expect(body == method + (["POST", "PUT", "PATCH"].contains(method) ? " 0" : " none"))
    }

    @Test func headHasNoBody() async throws {
        let server = try LoopbackServer { connection in
            connection.answerEach { _ in "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n" }
        }
        let response = try await CurlTransport().send(HTTPRequest(method: "HEAD", url: server.url))
        #expect(response.headers["content-length"] == "12")
        #expect(try await response.body.collect(limit: 100) == [])
    }

    @Test func sendsALargeBody() async throws {
        let body = [UInt8](repeating: 0x61, count: 5 << 20)
        let server = try LoopbackServer { connection in
            connection.answerEach { Self.response("\($0.body.count)") }
        }
        let response = try await CurlTransport().send(HTTPRequest(method: "POST", url: server.url, body: body))
        #expect(try await response.body.collect(limit: 100) == Array("\(5 << 20)".utf8))
    }

    // MARK: Responses

    @Test func givesStatusTextAndHeaders() async throws {
        let server = try LoopbackServer { connection in
            connection.answerEach { _ in
                "HTTP/1.1 409 Not So Good\r\nA: 1\r\na:2 \r\nFolded: x\r\n  y\r\nContent-Length: 0\r\n\r\n"
            }
        }
        let response = try await CurlTransport().send(HTTPRequest(url: server.url))
        #expect(response.status == 409)
        #expect(response.statusText == "Not So Good")
        #expect(response.headers.values("a") == ["1", "2"])
        #expect(response.timings?.connectionWasReused == false)
        #expect(response.timings?.address == "127.0.0.1:\(server.port)")
    }

    @Test func passesOverInterimAnswers() async throws {
        let server = try LoopbackServer { connection in
            connection.answerEach { _ in "HTTP/1.1 103 Early Hints\r\nX: 1\r\n\r\n" + Self.response("done") }
        }
        let response = try await CurlTransport().send(HTTPRequest(url: server.url))
        #expect(response.status == 200)
        #expect(response.headers["X"] == nil)
        #expect(try await response.body.collect(limit: 100) == Array("done".utf8))
    }

    @Test func readsChunkedBodiesAndIgnoresTrailers() async throws {
        let server = try LoopbackServer { connection in
            connection.answerEach { _ in
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nT: 1\r\n\r\n"
            }
        }
        let response = try await CurlTransport().send(HTTPRequest(url: server.url))
        #expect(try await response.body.collect(limit: 100) == Array("abcdefg".utf8))
        #expect(response.headers["T"] == nil)
    }

    /// The test's host is reached through a proxy, since nothing on loopback is asked for compressed.
    @Test func asksForGzipAndDecodesIt() async throws {
        // `printf hello | gzip -n9`
        let gzip: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x86, 0xA6, 0x10, 0x36, 5, 0,
            0, 0,
        ]
        let server = try LoopbackServer { connection in
            while let request = connection.readRequest() {
                guard request.headers["accept-encoding"] == "gzip" else {
                    connection.write(Self.response(request.headers["accept-encoding"] ?? "plain"))
                    continue
                }
                connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(gzip.count)\r\n\r\n")
                connection.write(gzip)
            }
        }
        var options = TransportOptions(proxy: .url(server.url))
        let response = try await CurlTransport(options).send(HTTPRequest(url: "http://a.example/"))
        #expect(try await response.body.collect(limit: 100) == Array("hello".utf8))
        #expect(response.headers["Content-Encoding"] == nil)
        #expect(response.headers["Content-Length"] == nil)
        options.disableCompression = true
        let plain = try await CurlTransport(options).send(HTTPRequest(url: "http://a.example/"))
        #expect(try await plain.body.collect(limit: 100) == Array("plain".utf8))
        let local = try await CurlTransport().send(HTTPRequest(url: server.url))
        #expect(try await local.body.collect(limit: 100) == Array("plain".utf8))
    }

    /// 30 MB of zeros in 30 KB: what the reader does not want is not unpacked.
    @Test func aCompressedBombIsBoundedByItsReader() async throws {
        let script = "head -c 30000000 /dev/zero | gzip -9"
        let gzip = try ChildProcess(
            path: "/bin/sh", arguments: ["sh", "-c", script], environment: .ofThisProcess()
        ).runBlocking().output
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(gzip.count)\r\n\r\n")
            connection.write(gzip)
            connection.waitForEnd()
        }
        let transport = CurlTransport(TransportOptions(proxy: .url(server.url)))
        let response = try await transport.send(HTTPRequest(url: "http://a.example/"))
        await #expect(throws: TransportError.bodyTooLarge(limit: 1 << 20)) {
            try await response.body.collect(limit: 1 << 20)
        }
        let again = try await transport.send(HTTPRequest(url: "http://a.example/"))
        var count = 0
        for try await chunk in again.body { count += chunk.count }
        #expect(count == 30_000_000)
    }

    @Test func aProxyIsAskedForTheWholeURL() async throws {
        let server = try LoopbackServer { connection in connection.answerEach { Self.response($0.target) } }
        let rules = ProxyRules(environment: ["http_proxy": server.url, "no_proxy": "b.example"])
        let transport = CurlTransport(TransportOptions(proxy: .environment(rules)))
        let response = try await transport.send(HTTPRequest(url: "http://a.example/x?y"))
        #expect(try await response.body.collect(limit: 100) == Array("http://a.example/x?y".utf8))
    }

    @Test func refusesABodyPastTheReadersLimit() async throws {
        let server = try LoopbackServer { connection in connection.answerEach { _ in Self.response("12345") } }
        let response = try await CurlTransport().send(HTTPRequest(url: server.url))
        await #expect(throws: TransportError.bodyTooLarge(limit: 4)) {
            try await response.body.collect(limit: 4)
        }
    }

    @Test func handsTheBodyOnWhileItArrives() async throws {
        let gate = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n\r\nfirst\n")
            connection.waitForEnd()
            gate.continuation.finish()
        }
        let response = try await CurlTransport().send(HTTPRequest(url: server.url))
        var chunks = response.body.makeAsyncIterator()
        #expect(try await chunks.next() == Array("first\n".utf8))
        _ = consume response
        // The body's last holder lets it go: the server sees the connection close.
        chunks = HTTPBody { () async throws(TransportError) in nil }.makeAsyncIterator()
        for await _ in gate.stream {}
    }

    // MARK: Connections

    @Test func keepsTheConnectionForSequentialRequests() async throws {
        let server = try LoopbackServer { connection in connection.answerEach { Self.response($0.target) } }
        let transport = CurlTransport()
        for number in 0..<20 {
            let response = try await transport.send(HTTPRequest(url: server.url + "/\(number)"))
            #expect(try await response.body.collect(limit: 100) == Array("/\(number)".utf8))
            #expect(response.timings?.connectionWasReused == (number > 0))
        }
        #expect(server.connectionCount == 1)
    }

    @Test func sendsManyRequestsAtOnce() async throws {
        let server = try LoopbackServer { connection in connection.answerEach { Self.response($0.target) } }
        let transport = CurlTransport()
        let bodies = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let response = try await transport.send(HTTPRequest(url: server.url + "/\(number)"))
                    return String(decoding: try await response.body.collect(limit: 100), as: UTF8.self)
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(bodies == Set((0..<50).map { "/\($0)" }))
    }

    @Test func aConnectionClosedWhileIdleIsReplaced() async throws {
        let server = try LoopbackServer { connection in
            guard let request = connection.readRequest() else { return }
            connection.write(Self.response(request.target))
        }
        let transport = CurlTransport()
        for number in 0..<5 {
            let response = try await transport.send(HTTPRequest(url: server.url + "/\(number)"))
            #expect(try await response.body.collect(limit: 100) == Array("/\(number)".utf8))
        }
        #expect(server.connectionCount == 5)
    }

    /// The server closes a kept connection just as the next request arrives.
    @Test(arguments: [("GET", true), ("PUT", true), ("POST", false), ("PATCH", false)])
    func aRequestOnAClosedConnectionIsSentAgainIfThatIsSafe(method: String, isSentAgain: Bool) async throws {
        let server = try LoopbackServer { connection in
            guard let first = connection.readRequest() else { return }
            connection.write(Self.response(first.target))
            // Reading the second request and closing without an answer leaves the client in doubt.
            guard first.target == "/first" else { return }
            _ = connection.readRequest()
        }
        let transport = CurlTransport()
        let first = try await transport.send(HTTPRequest(url: server.url + "/first"))
        _ = try await first.body.collect(limit: 100)
        let request = HTTPRequest(method: method, url: server.url + "/second")
        if isSentAgain {
            let response = try await transport.send(request)
            #expect(try await response.body.collect(limit: 100) == Array("/second".utf8))
            #expect(server.connectionCount == 2)
        } else {
            await #expect(throws: TransportError.endOfStream(inBody: false)) { try await transport.send(request) }
        }
    }

    // MARK: Ending

    @Test func aSlowReaderHoldsTheServerBack() async throws {
        let total = 64 << 20
        let sent = Mutex(0)
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
            let block = [UInt8](repeating: 1, count: 1 << 20)
            while sent.withLock({ $0 }) < total, connection.write(block) { sent.withLock { $0 += block.count } }
        }
        let response = try await CurlTransport().send(HTTPRequest(url: server.url))
        var received = 0
        var most = 0
        for try await chunk in response.body {
            received += chunk.count
            most = max(most, sent.withLock { $0 } - received)
            // Leaves the other side time to run ahead as far as it can.
            for _ in 0..<10 { await Task.yield() }
        }
        #expect(received == total)
        // The buffer, what the kernel holds on both sides, and a block.
        #expect(most < 24 << 20)
    }

    @Test func cancellingTheTaskEndsTheTransferBeforeItsResponse() async throws {
        let (requests, arrived) = AsyncStream<Void>.makeStream()
        let (ends, ended) = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            arrived.finish()
            connection.waitForEnd()
            ended.finish()
        }
        let transport = CurlTransport()
        let task = Task { () async -> TransportError? in
            do throws(TransportError) {
                _ = try await transport.send(HTTPRequest(url: server.url))
                return nil
            } catch {
                return error
            }
        }
        for await _ in requests {}
        task.cancel()
        #expect(await task.value == .cancelled)
        for await _ in ends {}
    }

    @Test func cancellingTheTaskEndsTheTransferInItsBody() async throws {
        let (ends, ended) = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n\r\nstart")
            connection.waitForEnd()
            ended.finish()
        }
        let transport = CurlTransport()
        let (starts, started) = AsyncStream<Void>.makeStream()
        let task = Task { () async -> TransportError? in
            do throws(TransportError) {
                for try await _ in try await transport.send(HTTPRequest(url: server.url)).body { started.finish() }
                return nil
            } catch {
                return error
            }
        }
        for await _ in starts {}
        task.cancel()
        #expect(await task.value == .cancelled)
        for await _ in ends {}
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let server = try LoopbackServer { $0.answerEach { _ in Self.empty } }
        let transport = CurlTransport()
        let task = Task { () async -> TransportError? in
            withUnsafeCurrentTask { $0?.cancel() }
            do throws(TransportError) {
                _ = try await transport.send(HTTPRequest(url: server.url))
                return nil
            } catch {
                return error
            }
        }
        #expect(await task.value == .cancelled)
    }

    @Test func aBodyOutlivesItsTransport() async throws {
        let server = try LoopbackServer { $0.answerEach { _ in Self.response("still here") } }
        func send() async throws -> HTTPBody { try await CurlTransport().send(HTTPRequest(url: server.url)).body }
        let body = try await send()
        #expect(try await body.collect(limit: 100) == Array("still here".utf8))
    }
}
