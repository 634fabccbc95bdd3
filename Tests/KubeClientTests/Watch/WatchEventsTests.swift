import HTTPTransport
import JSONModel
import KubeModel
import Synchronization
import TestSupport
import Testing

@testable import KubeClient

@Suite struct WatchEventsTests {
    private let transport = StubTransport()
    private let request = APIRequest.watch(
        ResourceLocation(GroupVersionResource(group: "", version: "v1", resource: "pods")), query: ListQuery())

    /// All events of a watch with such an answer, and how it ended.
    private func watch(_ response: StubResponse) async -> (events: [WatchEvent], error: ClientError?) {
        transport.on("GET", "/api/v1/pods?watch=true", response)
        do {
            return await events(try await APIClient(transport).watch(request))
        } catch {
            return ([], error)
        }
    }

    private func events(_ watch: WatchEvents) async -> (events: [WatchEvent], error: ClientError?) {
        var events: [WatchEvent] = []
        do {
            for try await event in watch { events.append(event) }
            return (events, nil)
        } catch {
            return (events, error)
        }
    }

    /// A body that comes `size` bytes at a time.
    private func body(_ text: String, size: Int) -> HTTPBody {
        let rest = Mutex(Array(text.utf8)[...])
        return HTTPBody { () async throws(TransportError) -> [UInt8]? in
            rest.withLock { rest in
                let chunk = Array(rest.prefix(size))
                rest = rest.dropFirst(size)
                return chunk.isEmpty ? nil : chunk
            }
        }
    }

    @Test func eventsOfEveryType() async {
        let (events, error) = await watch(
            .chunks([
                """
                {"type": "ADDED", "object": {"n": 1}}
                {"type": "MODIFIED", "object": {"n": 2}}
                {"type": "DELETED", "object": {"n": 3}}
                {"type": "BOOKMARK", "object": {"metadata": {"resourceVersion": "7"}}}

                """
            ]))
        #expect(error == nil)
        #expect(
            events == [
                .added(["n": 1]), .modified(["n": 2]), .deleted(["n": 3]),
                .bookmark(["metadata": ["resourceVersion": "7"]]),
            ])
        #expect(events.map(\.type) == ["ADDED", "MODIFIED", "DELETED", "BOOKMARK"])
        #expect(events.last?.object?["metadata"]?["resourceVersion"]?.string == "7")
    }

    @Test(arguments: 1...7)
    func eventsAreCutAnywhere(_ size: Int) async {
        let text = #"{"type":"ADDED","object":{"a":"é😀\n"}}"# + "\n" + #"{"type":"DELETED","object":{}}"# + "\n"
        let response = HTTPResponse(status: 200, headers: [:], body: body(text, size: size))
        let watch = WatchEvents(response: response, request: request, client: APIClient(transport))
        let (events, error) = await events(watch)
        #expect(error == nil)
        #expect(events == [.added(["a": "é😀\n"]), .deleted([:])])
    }

    @Test func severalEventsInOneChunkAndOneInSeveral() async {
        let (events, error) = await watch(
            .chunks([
                #"{"type": "ADDED", "object": {"n": 1}}{"type": "ADDED", "object": {"n": 2}}{"type": "#, #""ADDED", "#,
                "", #""object": {"n": 3}}"#,
            ]))
        #expect(error == nil)
        #expect(events.compactMap { $0.object?["n"]?.int64 } == [1, 2, 3])
    }

    @Test func anErrorIsAnEvent() async {
        let (events, error) = await watch(
            .chunks([
                """
                {"type": "ERROR", "object": {"kind": "Status", "status": "Failure", "message": "too old",
                 "reason": "Expired", "code": 410}}
                """
            ]))
        #expect(error == nil)
        #expect(events == [.error(APIStatus(code: 410, reason: "Expired", message: "too old"))])
        #expect(events.map(\.type) == ["ERROR"])
        #expect(events.first?.object == nil)
    }

    @Test func whatIsNoEventIsPassedOver() async {
        let (events, error) = await watch(
            .chunks([#"{} 5 {"type": "NEW", "object": {}} {"type": "ADDED"} {"type": "ADDED", "object": null}"#]))
        #expect(error == nil)
        #expect(events == [.added(.null)])
    }

    @Test func whatCameBeforeAMistakeCounts() async {
        let (events, error) = await watch(
            .chunks([#"{"type": "ADDED", "object": {"n": 1}} {"type": "ADDED", "object": {"n": 2}} nope"#]))
        #expect(events.count == 2)
        guard case .malformedResponse(.invalidCharacter) = error else {
            Issue.record("threw \(String(describing: error))")
            return
        }
    }

    /// client-go ends a watch without a word in each of these cases.
    @Test(arguments: [
        StubResponse.Ending.complete, .failure(.endOfStream(inBody: true)), .failure(.timedOut(.readingBody)),
        .failure(.connectionLost(local: "a", remote: "b", code: 104, writing: false)),
    ])
    func aWatchEnds(_ ending: StubResponse.Ending) async {
        let (events, error) = await watch(
            .chunks([#"{"type": "ADDED", "object": {"n": 1}} {"type": "ADD"#], ending: ending))
        #expect(events == [.added(["n": 1])])
        #expect(error == nil)
    }

    @Test func otherFailuresAreTold() async {
        let failure = TransportError.http2Failed(reset: nil)
        let (events, error) = await watch(
            .chunks([#"{"type": "ADDED", "object": {}}"#], ending: .failure(failure)))
        #expect(events.count == 1)
        #expect(error == .brokenBody(failure, isStreamed: true))
    }

    @Test func aRefusalIsNoWatch() async {
        let (events, error) = await watch(DiscoveryAnswers.failure(410, "Expired"))
        #expect(events.isEmpty)
        #expect(error == .status(APIStatus(code: 410, reason: "Expired", message: "sorry")))
    }
}
