import HTTPTransport
import Testing

@testable import HTTPServer

@Suite struct RequestHeadParserTests {
    private func parse(_ lines: String...) throws -> RequestHead {
        try RequestHeadParser.parse(Array(lines.map { $0 + "\r\n" }.joined().utf8)[...])
    }

    @Test func aRequestIsReadWhole() throws {
        let head = try parse("GET /api/v1/pods%2Fx?limit=5&a HTTP/1.1", "host: localhost:8001", "accept:  */* ", "X: é")
        #expect(head.method == "GET")
        #expect(head.target.path == "/api/v1/pods/x")
        #expect(head.target.encodedPath == "/api/v1/pods%2Fx")
        #expect(head.target.query == "limit=5&a")
        #expect(head.host == "localhost:8001")
        #expect(head.headers.fields.map(\.name) == ["Accept", "X"])
        #expect(head.headers["Accept"] == "*/*")
        #expect(head.framing == .none)
    }

    @Test func aWholeURLNamesTheHost() throws {
        let head = try parse("GET http://one:80/a?b HTTP/1.1", "Host: other")
        #expect((head.host, head.target.encodedPath, head.target.query) == ("one:80", "/a", "b"))
    }

    @Test func foldedLinesAreOne() throws {
        #expect(try parse("GET / HTTP/1.1", "Host: a", "X: b", "\t c").headers["X"] == "b c")
    }

    @Test(arguments: [
        "GET /", "GET / HTTP/1.1 x", "G@T / HTTP/1.1", "GET / HTTX/1.1", "GET a HTTP/1.1", "GET /%zz HTTP/1.1", "",
    ])
    func badRequestLinesAreRefused(_ line: String) {
        #expect(throws: RequestRefusal.malformed) { try parse(line, "Host: a") }
    }

    @Test(arguments: [
        "Content-Length: +3", "Content-Length: 0x3", "Content-Length: 3, 3", "Content-Length:",
        "Content-Length: 99999999999999999999", "no colon", ": no name", "X: a\u{1}b", "X\u{1}: b",
    ])
    func badFieldsAreRefused(_ line: String) {
        #expect(throws: RequestRefusal.malformed) { try parse("GET / HTTP/1.1", "Host: a", line) }
    }

    @Test func bodiesHaveOneLength() throws {
        func framing(_ lines: String...) throws -> BodyFraming {
            try RequestHeadParser.parse(
                Array((["POST / HTTP/1.1", "Host: a"] + lines).map { $0 + "\r\n" }.joined().utf8)[...]
            ).framing
        }
        #expect(try framing("Content-Length: 3") == .length(3))
        #expect(try framing("Content-Length: 3", "Content-Length: 3") == .length(3))
        #expect(try framing("Content-Length: 0") == .none)
        #expect(try framing("Transfer-Encoding: chunked") == .chunked)
        #expect(throws: RequestRefusal.malformed) { try framing("Content-Length: 3", "Content-Length: 4") }
        #expect(throws: RequestRefusal.unsupportedEncoding) { try framing("Transfer-Encoding: gzip, chunked") }
        #expect(throws: RequestRefusal.unsupportedEncoding) {
            try framing("Transfer-Encoding: chunked", "Transfer-Encoding: chunked")
        }
    }

    @Test func aLengthBesideAnEncodingIsDropped() throws {
        let head = try parse("POST / HTTP/1.1", "Host: a", "Content-Length: 3", "Transfer-Encoding: chunked")
        #expect(head.framing == .chunked)
        #expect(head.headers.fields.isEmpty)
        let old = try parse("POST / HTTP/1.0", "Content-Length: 3", "Transfer-Encoding: chunked")
        #expect(old.framing == .length(3))
    }

    @Test func hostsAreChecked() {
        #expect(throws: RequestRefusal(status: 400, detail: "missing required Host header")) {
            try parse("GET / HTTP/1.1")
        }
        #expect(throws: RequestRefusal(status: 400, detail: "malformed Host header")) {
            try parse("GET / HTTP/1.1", "Host: a b")
        }
        #expect(throws: RequestRefusal.malformed) { try parse("GET / HTTP/1.1", "Host: a", "Host: a") }
        #expect(throws: RequestRefusal(status: 400, detail: "invalid header name")) {
            try parse("GET / HTTP/1.1", "Host: a", "A b: c")
        }
        #expect(throws: RequestRefusal.unsupportedVersion) { try parse("GET / HTTP/2.0", "Host: a") }
    }

    @Test(arguments: [
        ("/a b", "/a%20b"), ("/a|b", "/a%7Cb"), ("/é", "/%C3%A9"), ("/(x)!*'", "/(x)!*'"), ("/%41", "/%41"),
    ])
    func pathsAreSentInAFormThatMayBeSent(written: String, sent: String) {
        // A space can come from a rewritten path only, so the target is read as it is.
        let target = RequestTarget(Array(written.utf8)[...], method: "GET")
        #expect(target?.encodedPath == sent)
    }

    @Test func chunkSizesAreHexadecimalDigits() throws {
        #expect(try RequestBody.chunkSize(Array("1aF".utf8)) == 0x1AF)
        #expect(try RequestBody.chunkSize(Array("10;name=value".utf8)) == 16)
        for line in ["", "-1", "+1", "0x10", " 1", "g", "1 0", "1111111111111111"] {
            #expect(throws: HTTPServerError.malformedBody) { try RequestBody.chunkSize(Array(line.utf8)) }
        }
    }
}
