import Testing

@testable import HTTPTransport

struct WebSocketFrameTests {
    /// RFC 6455, section 5.7.
    @Test func masksAsTheRFCsExample() {
        let frame = WebSocketFrame.encoded(
            .text, payload: Array("Hello".utf8), mask: UInt32(bigEndian: 0x37fa_213d))
        #expect(frame == [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58])
    }

    @Test(arguments: [0, 1, 7, 8, 9, 125, 126, 127, 0xFFFF, 0x1_0000, 100_001])
    func encodesEveryLengthSoThatUnmaskingGivesItBack(count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let mask: UInt32 = 0xdead_beef
        let frame = WebSocketFrame.encoded(.binary, prefix: [9], payload: payload, mask: mask)
        let total = count + 1
        let headSize = total < 126 ? 2 : total <= 0xFFFF ? 4 : 10
        let key = Array(frame[headSize..<headSize + 4])
        let body = frame[(headSize + 4)...].enumerated().map { $0.element ^ key[$0.offset % 4] }
        #expect(body == [9] + payload)
        #expect(frame[1] & 0x80 != 0)
    }

    @Test func readsFramesHoweverTheyAreCut() throws {
        let bytes: [UInt8] =
            [0x01, 0x03] + Array("Hel".utf8) + [0x89, 0x00] + [0x80, 0x02] + Array("lo".utf8)
            + [0x82, 126, 0x01, 0x00] + [UInt8](repeating: 7, count: 256)
        let expected = [
            WebSocketFrame(opcode: .text, isFinal: false, payload: Array("Hel".utf8)),
            WebSocketFrame(opcode: .ping, isFinal: true, payload: []),
            WebSocketFrame(opcode: .continuation, isFinal: true, payload: Array("lo".utf8)),
            WebSocketFrame(opcode: .binary, isFinal: true, payload: [UInt8](repeating: 7, count: 256)),
        ]
        for size in [1, 2, 3, 5, 64, bytes.count] {
            var parser = WebSocketFrameParser()
            var frames: [WebSocketFrame] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                parser.feed(Array(bytes[start..<min(start + size, bytes.count)]))
                while let frame = try parser.next() { frames.append(frame) }
            }
            #expect(frames == expected)
        }
    }

    @Test(arguments: [
        ([0xC2, 0x00], WebSocketFault.malformedFrame(.reservedBits)), ([0x83, 0x00], .malformedFrame(.opcode(3))),
        ([0x82, 0x80, 0, 0, 0, 0], .malformedFrame(.masked)), ([0x09, 0x00], .malformedFrame(.controlFrame)),
        ([0x89, 0x7E, 0, 200], .malformedFrame(.controlFrame)),
        ([0x82, 127, 0xFF, 0, 0, 0, 0, 0, 0, 0], .tooLarge(limit: WebSocketFrameParser.limit)),
        ([0x82, 127, 0, 0, 0, 0, 0x7F, 0, 0, 0], .tooLarge(limit: WebSocketFrameParser.limit)),
    ])
    func refusesWhatNoServerMaySend(bytes: [UInt8], fault: WebSocketFault) {
        var parser = WebSocketFrameParser()
        parser.feed(bytes)
        #expect(throws: TransportError.webSocket(fault)) { try parser.next() }
    }
}
