import HTTPTransport
import TestSupport
import Testing

@testable import KubeClient

@Suite(.timeLimit(.minutes(1)))
struct RemoteSessionTests {
    static let failure =
        #"{"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":"7"}]}}"#

    // MARK: How it ended

    @Test(arguments: [
        ("", RemoteEnd.success), (#"{"status":"Success"}"#, .success), (failure, .exitCode(7)),
        (#"{"status":"Failure","message":"no"}"#, .failure("no")),
    ])
    func readsTheEnd(message: String, end: RemoteEnd) throws {
        #expect(try RemoteEnd(Array(message.utf8)) == end)
    }

    @Test(arguments: [
        "nonsense", "{}", #"{"status":"Failure","reason":"NonZeroExitCode"}"#,
        #"{"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":"256"}]}}"#,
    ])
    func refusesAnEndThatIsNone(message: String) {
        #expect(throws: RemoteSessionError.malformed(message)) { try RemoteEnd(Array(message.utf8)) }
    }

    // MARK: WebSocket

    private static func frame(_ payload: [UInt8]) -> [UInt8] { [0x82, UInt8(payload.count)] + payload }

    @Test func carriesChannelsOverAWebSocket() async throws {
        let line = MemoryConnection()
        let session = WebSocketSession(WebSocketConnection(over: line), endsInput: true)
        line.deliver(
            Self.frame([1]) + Self.frame([1] + Array("out".utf8)) + Self.frame([2] + Array("err".utf8))
                + Self.frame([9, 9]) + Self.frame([3] + Array(#"{"status":"Su"#.utf8))
                + Self.frame([3] + Array(#"ccess"}"#.utf8)) + [0x88, 2, 3, 0xE8])
        #expect(try await session.next() == .standardOutput(Array("out".utf8)))
        #expect(try await session.next() == .standardError(Array("err".utf8)))
        #expect(try await session.next() == .ended(.success))
        #expect(try await session.next() == nil)
    }

    @Test func anEndThatIsNotToldIsNoSuccess() async {
        let line = MemoryConnection()
        let session = WebSocketSession(WebSocketConnection(over: line), endsInput: true)
        line.deliver([0x88, 2, 3, 0xE8])
        await #expect(throws: RemoteSessionError.endMissing) { try await session.next() }
    }

    @Test func aConnectionThatBreaksIsTold() async throws {
        let line = MemoryConnection()
        let session = WebSocketSession(WebSocketConnection(over: line), endsInput: true)
        line.deliver(Self.frame([1, 65]))
        line.end()
        #expect(try await session.next() == .standardOutput([65]))
        await #expect(throws: RemoteSessionError.transport(.webSocket(.brokenOff))) { try await session.next() }
    }

    @Test func endsTheInputByAMessageOfItsOwn() async throws {
        let line = MemoryConnection()
        let session = WebSocketSession(WebSocketConnection(over: line), endsInput: true)
        try await session.send([65])
        try await session.finishInput()
        try await session.resize(columns: 80, rows: 24)
        let payloads = line.sent.map { frame in
            frame.dropFirst(6).enumerated().map { $0.element ^ frame[2 + $0.offset % 4] }
        }
        #expect(
            payloads == [[0, 65], [255, 0], [4] + Array("{\"Width\":80,\"Height\":24}\n".utf8)])
    }

    // MARK: SPDY

    private static func data(_ stream: UInt8, flags: UInt8 = 0, _ payload: [UInt8]) -> [UInt8] {
        [0, 0, 0, stream, flags, 0, 0, UInt8(payload.count)] + payload
    }

    private static func command(stdin: Bool = true, tty: Bool = false) -> RemoteCommand {
        RemoteCommand(.exec(["a"]), namespace: "n", pod: "p", container: "c", stdin: stdin, stderr: !tty, tty: tty)
    }

    @Test func carriesStreamsOverSPDY() async throws {
        let line = MemoryConnection()
        let session = try await SPDYSession(SPDYConnection(over: line), for: Self.command())
        #expect(line.sent.count == 4)
        line.deliver(
            Self.data(5, Array("out".utf8)) + Self.data(7, flags: 1, Array("err".utf8)) + Self.data(5, flags: 1, [])
                + Self.data(1, flags: 1, Array(Self.failure.utf8)))
        #expect(try await session.next() == .standardOutput(Array("out".utf8)))
        #expect(try await session.next() == .standardError(Array("err".utf8)))
        #expect(try await session.next() == .ended(.exitCode(7)))
        #expect(try await session.next() == nil)
    }

    @Test func endsTheInputOfItsStreamAlone() async throws {
        let line = MemoryConnection()
        let session = try await SPDYSession(SPDYConnection(over: line), for: Self.command())
        try await session.send([65])
        try await session.finishInput()
        #expect(Array(line.sent.suffix(2)) == [Self.data(3, [65]), Self.data(3, flags: 1, [])])
        line.deliver(Self.data(3, flags: 1, []) + Self.data(5, [1]))
        #expect(try await session.next() == .standardOutput([1]))
        await #expect(throws: RemoteSessionError.inputClosed) { try await session.send([66]) }
    }

    @Test func aConnectionThatEndsBeforeItsStreamsIsNoSuccess() async throws {
        let line = MemoryConnection()
        let session = try await SPDYSession(SPDYConnection(over: line), for: Self.command(tty: true))
        line.deliver(Self.data(5, flags: 1, [1]))
        line.end()
        #expect(try await session.next() == .standardOutput([1]))
        await #expect(throws: RemoteSessionError.endMissing) { try await session.next() }
    }

    @Test(arguments: [true, false])
    func whatWasToldOfTheEndCountsWhereStreamsAreLeftOpen(breaks: Bool) async throws {
        let line = MemoryConnection()
        let session = try await SPDYSession(SPDYConnection(over: line), for: Self.command())
        line.deliver(Self.data(5, [65]) + Self.data(1, Array(Self.failure.utf8)))
        line.end(breaks ? .failure(.endOfStream(inBody: true)) : .success(()))
        #expect(try await session.next() == .standardOutput([65]))
        #expect(try await session.next() == .ended(.exitCode(7)))
        #expect(try await session.next() == nil)
    }

    // MARK: Which of the two

    private static let path =
        "/api/v1/namespaces/n/pods/p/exec?command=a&container=c&stderr=true&stdin=true&stdout=true"

    @Test func fallsBackToSPDYWhereTheServerDoesNotSwitchToAWebSocket() async throws {
        let line = MemoryConnection()
        let transport = StubTransport()
            .on("GET", Self.path, .text("no", status: 403))
            .on("POST", Self.path, .switching(["Connection": "Upgrade", "Upgrade": "SPDY/3.1"], to: line))
        let session = try await APIClient(transport).open(Self.command())
        #expect(session is SPDYSession)
        #expect(transport.requests[0].headers["Sec-WebSocket-Protocol"] == "v5.channel.k8s.io")
        #expect(
            transport.requests[1].headers.values("X-Stream-Protocol-Version")
                == ["v5.channel.k8s.io", "v4.channel.k8s.io"])
    }

    @Test func tellsWhatTheServerSaysToBoth() async throws {
        let transport = StubTransport()
            .on("GET", Self.path, .text("no", status: 400))
            .on("POST", Self.path, .json(#"{"kind":"Status","status":"Failure","message":"not now"}"#, status: 400))
        let client = APIClient(transport)
        await #expect(throws: ClientError.upgradeRefused("not now")) { _ = try await client.open(Self.command()) }
    }
}
