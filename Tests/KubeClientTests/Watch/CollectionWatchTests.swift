import HTTPTransport
import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import KubeClient

@Suite struct CollectionWatchTests {
    private let transport = StubTransport()
    private let clock = InstantClock()
    private let location = ResourceLocation(GroupVersionResource(group: "", version: "v1", resource: "pods"))

    private static let list = "/api/v1/pods?limit=500"

    private static func watch(from version: String) -> String {
        "/api/v1/pods?allowWatchBookmarks=true&resourceVersion=\(version)&timeoutSeconds=30&watch=true"
    }

    private static func event(_ type: String, _ name: String, version: String) -> String {
        #"{"type":"\#(type)","object":{"metadata":{"name":"\#(name)","resourceVersion":"\#(version)"}}}"# + "\n"
    }

    private static let refused = StubResponse.failure(
        .connectFailed(server: "here", address: "here", code: 111, throughProxy: false))

    private func list(_ names: [String], version: String) {
        let items = names.map { #"{"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
        transport.on(
            "GET", Self.list, .json(#"{"metadata":{"resourceVersion":"\#(version)"},"items":[\#(items)]}"#))
    }

    private func watch(from version: String, _ events: [String]) {
        transport.on("GET", Self.watch(from: version), .chunks(events))
    }

    /// What is told until `last` is: changes as "listed a b", "added c".
    private func follow(until last: String) async -> (told: [String], error: ClientError?) {
        var told: [String] = []
        do {
            try await CollectionWatch(APIClient(transport), location, clock: clock).follow { change in
                told.append(Self.text(change))
                return told.last == last
            }
            return (told, nil)
        } catch {
            return (told, error)
        }
    }

    @Test func itemsHaveTheKindOfTheirList() async throws {
        let page = #"{"kind":"PodList","apiVersion":"v1","metadata":{},"items":[{"metadata":{"name":"a"}},7]}"#
        transport.on("GET", Self.list, .json(page))
        var items: [JSONValue] = []
        try await CollectionWatch(APIClient(transport), location, clock: clock).follow { change in
            if case .listed(let listed) = change { items = listed }
            return true
        }
        #expect(items == [["metadata": ["name": "a"], "kind": "Pod", "apiVersion": "v1"], 7])
    }

    private static func text(_ change: CollectionWatch.Change) -> String {
        func name(_ object: JSONValue) -> String { object["metadata"]?["name"]?.string ?? "?" }
        return switch change {
        case .listed(let items): (["listed"] + items.map(name)).joined(separator: " ")
        case .added(let object): "added \(name(object))"
        case .modified(let object): "modified \(name(object))"
        case .deleted(let object): "deleted \(name(object))"
        }
    }

    @Test func aListAndWhatComesAfterIt() async {
        list(["a", "b"], version: "5")
        watch(
            from: "5",
            [
                Self.event("ADDED", "c", version: "6"), Self.event("BOOKMARK", "", version: "7"),
                Self.event("MODIFIED", "a", version: "8"), Self.event("DELETED", "b", version: "9"),
            ])
        let (told, error) = await follow(until: "deleted b")
        #expect(error == nil)
        #expect(told == ["listed a b", "added c", "modified a", "deleted b"])
    }

    @Test func aListIsEnoughForWhoHasSeenEnough() async {
        list([], version: "5")
        #expect(await follow(until: "listed").told == ["listed"])
    }

    @Test func aListInParts() async {
        transport.on(
            "GET", Self.list, .json(#"{"metadata":{"continue":"k"},"items":[{"metadata":{"name":"a"}}]}"#)
        ).on(
            "GET", "/api/v1/pods?continue=k&limit=500",
            .json(#"{"metadata":{"resourceVersion":"3"},"items":[{"metadata":{"name":"b"}}]}"#))
        #expect(await follow(until: "listed a b").told == ["listed a b"])
    }

    @Test func aWatchThatEndsGoesOnFromItsLastChange() async {
        list(["a"], version: "5")
        watch(from: "5", [Self.event("MODIFIED", "a", version: "6")])
        watch(from: "6", [Self.event("BOOKMARK", "", version: "9")])
        watch(from: "9", [Self.event("DELETED", "a", version: "10")])
        let (told, error) = await follow(until: "deleted a")
        #expect(error == nil)
        #expect(told == ["listed a", "modified a", "deleted a"])
    }

    @Test(arguments: [
        StubResponse.chunks([], ending: .failure(.endOfStream(inBody: true))),
        .chunks([], ending: .failure(.timedOut(.readingBody))),
        .chunks([], ending: .failure(.connectionLost(local: "l", remote: "r", code: 104, writing: false))),
        .chunks([], ending: .failure(.http2Failed(reset: nil))),
        .chunks([#"{"type": "ADD"#], ending: .failure(.endOfStream(inBody: true))),
        refused, .failure(.endOfStream(inBody: false)), .failure(.timedOut(.awaitingHeaders)),
        .text("starting", status: 503), .text("slowly", status: 429), .text("no", status: 403),
        .text("no", status: 401),
        .text("garbage"),
    ])
    func whatMayPassDoesNotEndIt(_ response: StubResponse) async {
        list(["a"], version: "5")
        transport.on("GET", Self.watch(from: "5"), response)
        watch(from: "5", [Self.event("DELETED", "a", version: "6")])
        let (told, error) = await follow(until: "deleted a")
        #expect(error == nil)
        #expect(told == ["listed a", "deleted a"])
        #expect(clock.sleeps == [.milliseconds(500)])
    }

    @Test func aServerThatIsAwayIsAskedLessAndLessOften() async {
        list(["a"], version: "5")
        for _ in 0..<6 { transport.on("GET", Self.watch(from: "5"), Self.refused) }
        watch(from: "5", [Self.event("DELETED", "a", version: "6")])
        #expect(await follow(until: "deleted a").error == nil)
        #expect(
            clock.sleeps == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(5), .seconds(5)])
    }

    @Test(arguments: [
        StubResponse.json(#"{"kind":"Status","status":"Failure","reason":"Expired","code":410}"#, status: 410),
        .json(#"{"type":"ERROR","object":{"kind":"Status","status":"Failure","reason":"Gone","code":410}}"#),
    ])
    func whatIsForgottenIsListedAnew(_ response: StubResponse) async {
        list(["a", "b"], version: "5")
        transport.on("GET", Self.watch(from: "5"), response)
        list(["b"], version: "20")
        watch(from: "20", [Self.event("DELETED", "b", version: "21")])
        let (told, error) = await follow(until: "deleted b")
        #expect(error == nil)
        #expect(told == ["listed a b", "listed b", "deleted b"])
        #expect(clock.sleeps.isEmpty)
    }

    @Test func aRefusalFromTheStartEndsIt() async {
        transport.on("GET", Self.list, .text("no", status: 403))
        guard case .status(let status) = await follow(until: "listed").error else {
            Issue.record("nothing was thrown")
            return
        }
        #expect(status.isForbidden)
    }

    @Test func aRefusalThatStaysEndsIt() async {
        list(["a"], version: "5")
        for _ in 0..<6 { transport.on("GET", Self.watch(from: "5"), .text("no", status: 403)) }
        let (told, error) = await follow(until: "deleted a")
        #expect(told == ["listed a"])
        #expect(error != nil)
    }

    @Test func aListMayTakeLongerEachTime() async {
        transport.on("GET", Self.list, Self.refused)
        list([], version: "5")
        #expect(await follow(until: "listed").error == nil)
        #expect(transport.requests.map(\.timeout) == [.seconds(30), .seconds(60)])
    }

    @Test func cancellationEndsIt() async {
        list(["a"], version: "5")
        transport.on("GET", Self.watch(from: "5"), .chunks([], ending: .open))
        let task = Task { await follow(until: "deleted a").error }
        while transport.requests.count < 2 { await Task.yield() }
        task.cancel()
        guard case .transport(.cancelled, _, _) = await task.value else {
            Issue.record("it was not cancelled")
            return
        }
    }

    @Test func metadataAlone() async throws {
        list(["a"], version: "5")
        watch(from: "5", [Self.event("DELETED", "a", version: "6")])
        try await CollectionWatch(APIClient(transport), location, form: .metadata, clock: clock).follow { change in
            if case .deleted = change { true } else { false }
        }
        #expect(
            transport.requests.map { $0.headers["Accept"] } == [
                APIRequest.acceptMetadata, APIRequest.acceptMetadataOfOne,
            ])
    }
}
