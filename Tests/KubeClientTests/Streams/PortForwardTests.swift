import HTTPTransport
import Synchronization
import TestSupport
import Testing

@testable import KubeClient

/// Connections to ports of a pod over SPDY/3.1, whose server's frames are written by hand.
@Suite(.timeLimit(.minutes(1)))
struct PortForwardTests {
    private static func data(_ stream: UInt8, flags: UInt8 = 0, _ text: String) -> [UInt8] {
        [0, 0, 0, stream, flags, 0, 0, UInt8(text.utf8.count)] + text.utf8
    }

    private static func finish(_ stream: UInt8) -> [UInt8] { data(stream, flags: 1, "") }

    @Test func bytesComeToTheirConnection() async throws {
        let line = MemoryConnection()
        let carrier = PortForwardCarrier(SPDYConnection(over: line))
        let one = try await carrier.open(port: 80)
        let two = try await carrier.open(port: 81)
        // Streams 1 and 3 are the first connection's errors and data, 5 and 7 the second's.
        line.deliver(Self.data(7, "two") + Self.data(3, "one") + Self.finish(3) + Self.finish(1))
        #expect(await two.receive() == Array("two".utf8))
        #expect(await one.receive() == Array("one".utf8))
        #expect(await one.receive() == nil)
        #expect(await one.end().isEmpty)
        try await two.send([65, 66])
        #expect(line.sent.last == Self.data(7, "AB"))
        carrier.close()
    }

    @Test func whatTheServerSaysWentWrongIsTold() async throws {
        let line = MemoryConnection()
        let carrier = PortForwardCarrier(SPDYConnection(over: line))
        let stream = try await carrier.open(port: 80)
        line.deliver(Self.data(1, "no such ") + Self.data(1, "port") + Self.finish(1) + Self.finish(3))
        #expect(await stream.receive() == nil)
        #expect(await stream.end() == "no such port")
        carrier.close()
    }

    @Test func leavingAConnectionTakesItsStreamBack() async throws {
        let line = MemoryConnection()
        let carrier = PortForwardCarrier(SPDYConnection(over: line))
        let stream = try await carrier.open(port: 80)
        line.deliver(Self.finish(1))
        #expect(await stream.end().isEmpty)
        // RST_STREAM of stream 3 with status CANCEL.
        #expect(line.sent.last == [0x80, 3, 0, 3, 0, 0, 0, 8, 0, 0, 0, 3, 0, 0, 0, 5])
        carrier.close()
    }

    @Test func theEndOfTheCarrierIsTheEndOfAll() async throws {
        let line = MemoryConnection()
        let carrier = PortForwardCarrier(SPDYConnection(over: line))
        let stream = try await carrier.open(port: 80)
        line.end()
        #expect(await stream.receive() == nil)
        #expect(await stream.end().isEmpty)
        await carrier.waitForEnd()
        #expect(carrier.isOver)
    }

    @Test func aPipeHoldsBackAWriterThatIsTooFast() async {
        let pipe = BytePipe(limit: 4)
        let written = Mutex(0)
        let writer = Task {
            for _ in 0..<3 {
                await pipe.write([1, 2, 3])
                written.withLock { $0 += 1 }
            }
            pipe.finish()
        }
        while !pipe.isFull { await Task.yield() }
        #expect(written.withLock { $0 } < 3)
        var count = 0
        while let bytes = await pipe.read() { count += bytes.count }
        await writer.value
        #expect(count == 9)
    }

    @Test func nobodyWaitsForAReaderThatHasLeft() async {
        let pipe = BytePipe(limit: 1)
        let writer = Task { for _ in 0..<10 { await pipe.write([1]) } }
        pipe.abandon()
        await writer.value
        #expect(await pipe.read() == nil)
    }
}
