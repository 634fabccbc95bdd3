import HTTPTransport
import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import KubeClient

@Suite struct ContinuedWatchTests {
    private let transport = StubTransport()
    private let clock = InstantClock()
    private let request = APIRequest.watch(
        ResourceLocation(GroupVersionResource(group: "", version: "v1", resource: "pods")), query: ListQuery())

    private static func target(from version: String) -> String {
        "/api/v1/pods?allowWatchBookmarks=true&resourceVersion=\(version)&watch=true"
    }

    private static func event(_ type: String, _ name: String, version: String) -> String {
        #"{"type":"\#(type)","object":{"metadata":{"name":"\#(name)","resourceVersion":"\#(version)"}}}"# + "\n"
    }

    private static let refused = StubResponse.failure(
        .connectFailed(server: "here", address: "here", code: 111, throughProxy: false))
    private static let gone =
        #"{"type":"ERROR","object":{"kind":"Status","status":"Failure","reason":"Expired","code":410,"message":"old"}}"#

    private func arrange(from version: String, _ events: [String], ending: StubResponse.Ending = .complete) {
        transport.on("GET", Self.target(from: version), .chunks(events, ending: ending))
    }

    /// What is told until there are so many things.
    private func told(
        _ count: Int, from version: String = "5", restartingFrom restart: String = ""
    ) async -> ([String], error: ClientError?) {
        var told: [String] = []
        var watch = ContinuedWatch(APIClient(transport), request, from: version, clock: clock)
        do {
            while told.count < count, let occurrence = try await watch.next() {
                switch occurrence {
                case .event(let event): told.append("\(event.type) \(event.object?["metadata"]?["name"]?.string ?? "")")
                case .outage: told.append("outage")
                case .expired(let version):
                    told.append("expired since \(version)")
                    watch.restart(from: restart)
                }
            }
            return (told, nil)
        } catch {
            return (told, error)
        }
    }

    @Test func `it goes on with the last change after the server ended the watch`() async {
        arrange(from: "5", [Self.event("ADDED", "a", version: "6")])
        arrange(from: "6", [Self.event("MODIFIED", "a", version: "8")])
        let (told, error) = await told(2)
        #expect(told == ["ADDED a", "MODIFIED a"])
        #expect(error == nil)
    }

    @Test(arguments: [
        TransportError.connectionLost(local: "a", remote: "b", code: 104, writing: false), .endOfStream(inBody: true),
    ])
    func `it goes on with the last whole change after the connection broke`(failure: TransportError) async {
        let half = String(Self.event("ADDED", "b", version: "7").prefix(30))
        arrange(from: "5", [Self.event("ADDED", "a", version: "6"), half], ending: .failure(failure))
        arrange(from: "6", [Self.event("ADDED", "b", version: "7")])
        #expect(await told(2).0 == ["ADDED a", "ADDED b"])
    }

    @Test func `bookmarks are not told, and tell how far it is`() async {
        arrange(from: "5", [Self.event("BOOKMARK", "", version: "90")])
        arrange(from: "90", [Self.event("DELETED", "a", version: "91")])
        #expect(await told(1).0 == ["DELETED a"])
    }

    @Test func `a server that is away is asked again, and that is told once`() async {
        arrange(from: "5", [Self.event("ADDED", "a", version: "6")])
        for _ in 1...5 { transport.on("GET", Self.target(from: "6"), Self.refused) }
        arrange(from: "6", [Self.event("ADDED", "b", version: "7")])
        #expect(await told(3).0 == ["ADDED a", "outage", "ADDED b"])
        #expect(clock.sleeps.count == 6)
        #expect(clock.sleeps == clock.sleeps.sorted())
    }

    @Test func `what the server forgot is told with where it was`() async {
        arrange(from: "5", [Self.event("ADDED", "a", version: "6"), Self.gone])
        arrange(from: "40", [Self.event("ADDED", "b", version: "41")])
        #expect(await told(3, restartingFrom: "40").0 == ["ADDED a", "expired since 6", "ADDED b"])
    }

    @Test func `a first request that fails is an error`() async {
        transport.on("GET", "/api/v1/pods?allowWatchBookmarks=true&watch=true", Self.refused)
        let (told, error) = await told(1, from: "")
        #expect(told.isEmpty)
        guard case .transport(.connectFailed, _, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a server that goes away after the list is asked again`() async {
        transport.on("GET", Self.target(from: "5"), Self.refused)
        arrange(from: "5", [Self.event("ADDED", "a", version: "6")])
        #expect(await told(1).0 == ["ADDED a"])
    }

    @Test func `a first request that is refused after the list is an error`() async {
        let status = #"{"kind":"Status","status":"Failure","reason":"Forbidden","code":403,"message":"no"}"#
        transport.on("GET", Self.target(from: "5"), .json(status, status: 403))
        #expect(await told(1).error == .status(APIStatus(code: 403, reason: "Forbidden", message: "no")))
    }

    @Test func `a refusal that lasts ends it`() async {
        arrange(from: "5", [Self.event("ADDED", "a", version: "6")])
        let status = #"{"kind":"Status","status":"Failure","reason":"Forbidden","code":403,"message":"no"}"#
        for _ in 1...6 { transport.on("GET", Self.target(from: "6"), .json(status, status: 403)) }
        let (_, error) = await told(3)
        #expect(error == .status(APIStatus(code: 403, reason: "Forbidden", message: "no")))
    }

    @Test func `a watch that cannot be gone on with begins anew`() async throws {
        for name in ["a", "b"] {
            transport.on("GET", "/api/v1/pods?watch=true", .chunks([Self.event("ADDED", name, version: "6")]))
        }
        var watch = ContinuedWatch(APIClient(transport), request, from: "", goesOn: .anew, clock: clock)
        for name in ["a", "b"] {
            guard case .event(.added(let object)) = try await watch.next() else {
                Issue.record("no event")
                return
            }
            #expect(object["metadata"]?["name"]?.string == name)
        }
    }
}
