import Glibc
import SystemIO
import TestSupport
import Testing

@testable import HTTPTransport

/// What each way to fail is reported as; `TransportError` tells what kubectl prints for it.
@Suite(.timeLimit(.minutes(2)))
struct CurlFailureTests {
    /// Sends a GET and reads the whole body.
    private func outcome(
        _ url: String, timeout: Duration? = nil, options: TransportOptions = TransportOptions()
    ) async throws -> TransportError {
        do throws(TransportError) {
            let response = try await CurlTransport(options).send(HTTPRequest(url: url, timeout: timeout))
            _ = try await response.body.collect(limit: 100 << 20)
        } catch {
            return error
        }
        throw SystemError(operation: "no failure", path: nil, code: 0)
    }

    /// The outcome of a request that is answered with `bytes`, after which the connection is closed.
    private func outcome(answer: String, reset: Bool = false, timeout: Duration? = nil) async throws -> TransportError {
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write(answer)
            if timeout != nil { connection.waitForEnd() }
            connection.close(reset: reset)
        }
        return try await outcome(server.url, timeout: timeout)
    }

    @Test func refused() async throws {
        var port: UInt16 = 0
        do { port = try LoopbackServer { _ in }.port }
        let address = "127.0.0.1:\(port)"
        let found = try await outcome("http://\(address)/x")
        #expect(found == .connectFailed(server: address, address: address, code: ECONNREFUSED, throughProxy: false))
    }

    @Test func refusedByAProxy() async throws {
        let options = TransportOptions(proxy: .url("http://127.0.0.1:1"))
        let found = try await outcome("http://a.example:8080/x", options: options)
        #expect(
            found
                == .connectFailed(
                    server: "a.example:8080", address: "127.0.0.1:1", code: ECONNREFUSED, throughProxy: true))
    }

    @Test func unknownHost() async throws {
        let found = try await outcome("http://nope.invalid/")
        #expect(found == .hostNotFound(host: "nope.invalid", resolver: NameServer.first(), throughProxy: false))
    }

    @Test(arguments: ["", "foo", "ftp://127.0.0.1/", "http://", "http://127.0.0.1:99999/", "file:///etc/passwd"])
    func noHTTPURL(url: String) async throws {
        let scheme = RequestURL(url)?.scheme ?? ""
        #expect(try await outcome(url) == .unsupportedURL(url: url, scheme: scheme))
    }

    @Test(arguments: [
        ("Authorization", "Bearer a\r\nX: y", false), ("X", "a\0", false), ("X\r\nY", "a", true), ("", "a", true),
        ("X Y", "a", true),
    ])
    func noHeader(name: String, value: String, isName: Bool) async throws {
        let request = HTTPRequest(url: "http://127.0.0.1:1/", headers: [name: value])
        await #expect(throws: TransportError.invalidHeader(name: name, isName: isName)) {
            try await CurlTransport().send(request)
        }
    }

    @Test func closedBeforeTheResponse() async throws {
        #expect(try await outcome(answer: "") == .endOfStream(inBody: false))
    }

    @Test func resetBeforeTheResponse() async throws {
        let found = try await outcome(answer: "", reset: true)
        guard case .connectionLost(let local, let remote, ECONNRESET, writing: false) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(local.hasPrefix("127.0.0.1:") && remote.hasPrefix("127.0.0.1:") && local != remote)
    }

    @Test(arguments: ["Content-Length: 100\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"])
    func closedInTheBody(rest: String) async throws {
        #expect(try await outcome(answer: "HTTP/1.1 200 OK\r\n" + rest) == .endOfStream(inBody: true))
    }

    @Test func resetInTheBodyAfterWhatHadArrived() async throws {
        let gate = Gate()
        let server = try LoopbackServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
            gate.wait()
            connection.close(reset: true)
        }
        let response = try await CurlTransport().send(HTTPRequest(url: server.url))
        let chunks = response.body.makeAsyncIterator()
        #expect(try await chunks.next() == Array("abc".utf8))
        gate.open()
        do throws(TransportError) {
            _ = try await chunks.next()
            Issue.record("the body ended as if it were whole")
        } catch {
            guard case .connectionLost(_, _, ECONNRESET, writing: false) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func timeOutBeforeTheResponse() async throws {
        #expect(try await outcome(answer: "", timeout: .milliseconds(100)) == .timedOut(.awaitingHeaders))
    }

    @Test func timeOutInTheBody() async throws {
        let found = try await outcome(answer: "HTTP/1.1 200 OK\r\n\r\nabc", timeout: .milliseconds(100))
        #expect(found == .timedOut(.readingBody))
    }

    @Test func timeOutOfTheHandshake() async throws {
        let server = try LoopbackServer { $0.waitForEnd() }
        let url = "https://127.0.0.1:\(server.port)/"
        #expect(try await outcome(url, timeout: .milliseconds(100)) == .timedOut(.handshake(ownLimit: false)))
        let options = TransportOptions(handshakeTimeout: .milliseconds(100))
        #expect(try await outcome(url, options: options) == .timedOut(.handshake(ownLimit: true)))
    }

    @Test(arguments: [
        ("HELLO world\r\n\r\n", MalformedResponse.statusCode("world")),
        ("HELLO\r\n\r\n", .line(Array("HELLO".utf8))),
        ("\u{15}\u{03}\u{01}", .line([0x15, 3, 1])),
        ("HTTP/1.1 abc OK\r\n\r\n", .other),
        ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", .other),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", .chunk),
    ])
    func malformed(answer: String, problem: MalformedResponse) async throws {
        #expect(try await outcome(answer: answer) == .malformedResponse(problem))
    }

    @Test func tooManyHeaders() async throws {
        let headers = (0..<400).map { "X-\($0): \(String(repeating: "a", count: 1000))\r\n" }.joined()
        let found = try await outcome(answer: "HTTP/1.1 200 OK\r\n\(headers)\r\n")
        guard case .headersTooLarge = found else {
            Issue.record("\(found)")
            return
        }
    }

    @Test func brokenCompression() async throws {
        let server = try LoopbackServer { connection in
            connection.answerEach { _ in
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\nnot gzip at "
            }
        }
        // Only what is not on loopback is asked for compressed; a proxy brings the test's host here.
        let options = TransportOptions(proxy: .url(server.url))
        #expect(try await outcome("http://a.example/", options: options) == .malformedResponse(.contentEncoding))
    }

    @Test func aProxyThatRefuses() async throws {
        let server = try LoopbackServer { connection in
            connection.answerEach { _ in "HTTP/1.1 403 Not You\r\nContent-Length: 0\r\n\r\n" }
        }
        let options = TransportOptions(proxy: .url(server.url))
        let found = try await outcome("https://a.example/", options: options)
        #expect(found == .proxyRefused(status: 403, statusText: "Not You"))
    }

    @Test func unusableProxy() async throws {
        for proxy in ["ftp://a:1", "nonsense"] {
            let found = try await outcome("http://a.example/", options: TransportOptions(proxy: .url(proxy)))
            #expect(found == .invalidProxy(proxy))
        }
    }
}
