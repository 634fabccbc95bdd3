import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1)))
struct WebSocketConnectionTests {
    static func frame(_ opcode: UInt8, _ payload: [UInt8], isFinal: Bool = true) -> [UInt8] {
        [(isFinal ? 0x80 : 0) | opcode, UInt8(payload.count)] + payload
    }

    /// What a client's frame says: its opcode and its payload without the mask.
    static func unmasked(_ frame: [UInt8]) -> (opcode: UInt8, payload: [UInt8]) {
        let key = frame[2..<6]
        let payload = frame.dropFirst(6).enumerated().map { $0.element ^ key[key.startIndex + $0.offset % 4] }
        return (frame[0] & 0x0F, payload)
    }

    @Test func putsFragmentsTogetherAndAnswersPingsBetweenThem() async throws {
        let line = MemoryConnection()
        let socket = WebSocketConnection(over: line)
        line.deliver(
            Self.frame(2, [1, 2], isFinal: false) + Self.frame(9, [7]) + Self.frame(0, [3], isFinal: false)
                + Self.frame(0, [4]))
        #expect(try await socket.receive() == .binary([1, 2, 3, 4]))
        let answer = try #require(line.sent.first.map(Self.unmasked))
        #expect(answer.opcode == 10)
        #expect(answer.payload == [7])
    }

    @Test func endsInOrderWithCode1000() async throws {
        let line = MemoryConnection()
        let socket = WebSocketConnection(over: line)
        line.deliver(Self.frame(1, Array("text".utf8)) + Self.frame(8, [0x03, 0xE8]))
        #expect(try await socket.receive() == .text("text"))
        #expect(try await socket.receive() == nil)
        #expect(try await socket.receive() == nil)
        let answer = try #require(line.sent.last.map(Self.unmasked))
        #expect(answer.opcode == 8)
        #expect(answer.payload == [0x03, 0xE8])
    }

    @Test(arguments: [
        (frame(8, [0x03, 0xF3] + Array("why".utf8)), WebSocketFault.closed(code: 1011, reason: "why"), [0x03, 0xF3]),
        (frame(8, []), .closed(code: 1005, reason: ""), [0x03, 0xE8]),
        (frame(8, [3]), .malformedFrame(.closeCode), [0x03, 0xEA]),
        (frame(8, [0x03, 0xED]), .malformedFrame(.closeCode), [0x03, 0xEA]),
        (frame(8, [0x03, 0xE8, 0xFF]), .malformedFrame(.encoding), [0x03, 0xEF]),
        (frame(1, [0xC3]), .malformedFrame(.encoding), [0x03, 0xEF]),
        (frame(0, [1]), .malformedFrame(.strayContinuation), [0x03, 0xEA]),
        (frame(2, [1], isFinal: false) + frame(2, [2]), .malformedFrame(.interruptedMessage), [0x03, 0xEA]),
    ])
    func tellsTheServerWhyItEnds(bytes: [UInt8], fault: WebSocketFault, code: [UInt8]) async throws {
        let line = MemoryConnection()
        let socket = WebSocketConnection(over: line)
        line.deliver(bytes)
        await #expect(throws: TransportError.webSocket(fault)) { try await socket.receive() }
        let answer = try #require(line.sent.last.map(Self.unmasked))
        #expect(answer.opcode == 8)
        #expect(answer.payload == code)
    }

    @Test func anEndWithoutACloseFrameIsNoGoodEnd() async {
        let line = MemoryConnection()
        let socket = WebSocketConnection(over: line)
        line.deliver([0x82, 0x05, 1])
        line.end()
        await #expect(throws: TransportError.webSocket(.brokenOff)) { try await socket.receive() }
    }

    /// RFC 6455, section 1.3.
    @Test func knowsTheAnswerToAKey() {
        #expect(WebSocketHandshake.accept("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    }

    @Test func refusesAServerThatDoesNotKnowTheProtocol() async throws {
        let line = MemoryConnection()
        let transport = StubTransport().on(
            "GET", "/", .switching(["Upgrade": "websocket", "Sec-WebSocket-Protocol": "a"], to: line))
        let answer = try await WebSocketHandshake.open(
            HTTPRequest(url: "http://x/"), subprotocols: ["a"], over: transport)
        guard case .mismatch(subprotocol: "a") = answer else {
            Issue.record("taken for a WebSocket: \(answer)")
            return
        }
        #expect(line.isClosed)
    }
}
