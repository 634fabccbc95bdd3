import HTTPTransport
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RequestUploadTests {
    /// Sends pieces to a server that answers with what it got.
    private func echo(_ pieces: [[UInt8]], length: Int?) async throws -> String {
        let server = try LoopbackServer { connection in
            connection.answerEach { request in
                let framing = request.headers["transfer-encoding"] ?? request.headers["content-length"] ?? "none"
                let text = "\(request.method) \(framing) \(String(decoding: request.body, as: UTF8.self))"
                return "HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n\(text)"
            }
        }
        let upload = RequestUpload(length: length)
        var request = HTTPRequest(method: "PATCH", url: server.url)
        request.upload = upload
        let sent = request
        async let response = CurlTransport().send(sent)
        for piece in pieces {
            _ = await upload.write(piece)
            try await Task.sleep(for: .milliseconds(5))
        }
        upload.finish()
        return String(decoding: try await response.body.collect(limit: 1 << 20), as: UTF8.self)
    }

    @Test func aBodyOfKnownLengthIsSentWhileItIsWritten() async throws {
        let text = try await echo([Array("one ".utf8), Array("two".utf8)], length: 7)
        #expect(text == "PATCH 7 one two")
    }

    @Test func aBodyOfUnknownLengthIsSentInChunks() async throws {
        // The server of this test reads no chunks; that they are announced is what it can tell.
        let text = try await echo([Array("x".utf8)], length: nil)
        #expect(text.hasPrefix("PATCH chunked"))
    }

    @Test func aBodyThatCannotBeHadEndsTheTransfer() async throws {
        let server = try LoopbackServer { connection in connection.waitForEnd() }
        let upload = RequestUpload(length: 10)
        var request = HTTPRequest(method: "POST", url: server.url)
        request.upload = upload
        let sent = request
        let response = Task { try await CurlTransport().send(sent) }
        #expect(await upload.write([1]))
        try await Task.sleep(for: .milliseconds(20))
        upload.breakOff()
        await #expect(throws: TransportError.cancelled) { try await response.value }
        #expect(await !upload.write([2]))
    }
}
