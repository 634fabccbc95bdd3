import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1)))
struct SPDYConnectionTests {
    /// A control frame as a server sends it.
    static func control(_ kind: UInt8, flags: UInt8 = 0, _ payload: [UInt8]) -> [UInt8] {
        [0x80, 3, 0, kind, flags, 0, 0, UInt8(payload.count)] + payload
    }

    static func data(_ stream: UInt8, flags: UInt8 = 0, _ payload: [UInt8]) -> [UInt8] {
        [0, 0, 0, stream, flags, 0, 0, UInt8(payload.count)] + payload
    }

    @Test func opensStreamsWithOddNumbersAndStoredHeaders() async throws {
        let line = MemoryConnection()
        let connection = SPDYConnection(over: line)
        #expect(try await connection.open([("streamType", "error")], isLast: true) == 1)
        #expect(try await connection.open([("streamType", "stdin")]) == 3)
        let plain: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 10] + Array("streamtype".utf8) + [0, 0, 0, 5] + Array("error".utf8)
        let size = UInt8(plain.count)
        let block: [UInt8] = [0x78, 0x01, 0, size, 0, ~size, 0xFF] + plain + [0, 0, 0, 0xFF, 0xFF]
        #expect(
            line.sent[0] == [0x80, 3, 0, 1, 1, 0, 0, UInt8(block.count + 10), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0] + block)
        // The zlib stream goes on: only the first block begins with its head.
        #expect(line.sent[1].dropFirst(18).first == 0)
        #expect(line.sent[1][4] == 0)
    }

    @Test func sendsInFramesThatLetOthersHaveTheirTurn() async throws {
        let line = MemoryConnection()
        let connection = SPDYConnection(over: line)
        let bytes = (0..<150_000).map { UInt8(truncatingIfNeeded: $0) }
        try await connection.send(bytes, on: 3)
        try await connection.finish(3)
        try await connection.reset(5)
        #expect(line.sent.map(\.count) == [65544, 65544, 18936, 8, 16])
        #expect(Array(line.sent[..<3].map { $0.dropFirst(8) }.joined()) == bytes)
        #expect(line.sent[3] == [0, 0, 0, 3, 1, 0, 0, 0])
        #expect(line.sent[4] == [0x80, 3, 0, 3, 0, 0, 0, 8, 0, 0, 0, 5, 0, 0, 0, 5])
    }

    @Test func tellsWhatComesHoweverItIsCut() async throws {
        let bytes =
            Self.control(2, [0, 0, 0, 1]) + Self.data(1, [1, 2, 3]) + Self.control(4, [0, 0, 0, 0])
            + Self.control(9, [0, 0, 0, 1, 0, 0, 1, 0]) + Self.data(3, flags: 1, [4]) + Self.data(1, flags: 1, [])
            + Self.control(3, [0, 0, 0, 5, 0, 0, 0, 2])
        for size in [1, 3, 8, bytes.count] {
            let line = MemoryConnection()
            let connection = SPDYConnection(over: line)
            for start in stride(from: 0, to: bytes.count, by: size) {
                line.deliver(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            line.end()
            var events: [SPDYConnection.Event] = []
            while let event = try await connection.receive() { events.append(event) }
            #expect(
                events == [
                    .accepted(stream: 1), .data(stream: 1, [1, 2, 3]), .data(stream: 3, [4]), .finished(stream: 3),
                    .finished(stream: 1), .reset(stream: 5, status: 2),
                ])
        }
    }

    @Test func answersTheServersPingsAndNotTheAnswersToItsOwn() async throws {
        let line = MemoryConnection()
        let connection = SPDYConnection(over: line)
        line.deliver(Self.control(6, [0, 0, 0, 2]) + Self.control(6, [0, 0, 0, 1]))
        line.end()
        #expect(try await connection.receive() == nil)
        #expect(line.sent == [Self.control(6, [0, 0, 0, 2])])
    }

    @Test(arguments: [
        (control(7, [0, 0, 0, 1, 0, 0, 0, 1]), SPDYFault.goneAway(status: 1)),
        (control(1, [0, 0, 0, 2, 0, 0, 0, 0, 0, 0]), .unexpectedStream),
        ([0x80, 2, 0, 6, 0, 0, 0, 4, 0, 0, 0, 1], .malformedFrame),
        (control(3, [0, 0, 0, 1]), .malformedFrame), (control(6, [1]), .malformedFrame),
        (Array("HTTP/1.1 400 Bad Request\r\n".utf8).map { $0 | 0x80 }, .malformedFrame),
    ])
    func refusesWhatIsNoFrame(bytes: [UInt8], fault: SPDYFault) async {
        let line = MemoryConnection()
        let connection = SPDYConnection(over: line)
        // Behind it comes as much as any length asks for.
        line.deliver(bytes + [UInt8](repeating: 0, count: 16 << 20))
        await #expect(throws: TransportError.spdy(fault)) { try await connection.receive() }
    }
}
