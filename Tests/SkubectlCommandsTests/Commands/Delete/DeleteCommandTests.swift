import HTTPTransport
import TestSupport
import Testing

@testable import SkubectlCommands

@Suite struct DeleteCommandTests {
    private let server: StubbedServer

    init() throws {
        server = try StubbedServer(resources: ["v1 configmaps ConfigMap", "v1 pods Pod"])
    }

    private func accept(_ path: String, uid: String) {
        server.transport.on(
            "DELETE", path,
            .json(#"{"kind":"Status","status":"Success","details":{"uid":"\#(uid)"}}"#))
    }

    private func pod(_ name: String, uid: String) -> String {
        #"{"metadata":{"name":"\#(name)","namespace":"web","uid":"\#(uid)"}}"#
    }

    private func list(_ items: [String], of resource: String = "pods", name: String? = nil) {
        let field = name.map { "fieldSelector=metadata.name%3D\($0)&" } ?? ""
        server.arrange(
            "/api/v1/namespaces/web/\(resource)?\(field)limit=500",
            #"{"metadata":{"resourceVersion":"5"},"items":[\#(items.joined(separator: ","))]}"#)
    }

    private func watch(_ events: [String], name: String? = nil, ending: StubResponse.Ending = .open) {
        let field = name.map { "fieldSelector=metadata.name%3D\($0)&" } ?? ""
        server.transport.on(
            "GET",
            "/api/v1/namespaces/web/pods?allowWatchBookmarks=true&\(field)resourceVersion=5&timeoutSeconds=30&watch=true",
            .chunks(events, ending: ending))
    }

    @Test func oneThatIsGoneAtOnce() async {
        accept("/api/v1/namespaces/web/configmaps/a", uid: "1")
        list([], of: "configmaps", name: "a")
        let answer = await server.run(["delete", "configmap", "a"])
        #expect(answer.code == 0)
        #expect(answer.output == "configmap \"a\" deleted from web namespace\n")
    }

    @Test func manyAreWaitedForWithOneListAndOneWatch() async {
        for number in 0..<6 { accept("/api/v1/namespaces/web/pods/p\(number)", uid: "\(number)") }
        list([pod("p1", uid: "1"), pod("p2", uid: "new"), pod("other", uid: "9")])
        watch([#"{"type":"DELETED","object":\#(pod("p1", uid: "1"))}"#])
        let answer = await server.run(["delete", "pod"] + (0..<6).map { "p\($0)" })
        #expect(answer.code == 0)
        #expect(answer.output == (0..<6).map { "pod \"p\($0)\" deleted from web namespace\n" }.joined())
    }

    @Test func anObjectOfTheSameNameIsNotWaitedFor() async {
        accept("/api/v1/namespaces/web/pods/a", uid: "old")
        list([pod("a", uid: "new")], name: "a")
        #expect(await server.run(["delete", "pod", "a"]).code == 0)
    }

    @Test func aWatchThatBreaksDoesNotEndTheWait() async {
        accept("/api/v1/namespaces/web/pods/a", uid: "1")
        list([pod("a", uid: "1")], name: "a")
        watch([], name: "a", ending: .failure(.endOfStream(inBody: true)))
        watch([#"{"type":"DELETED","object":\#(pod("a", uid: "1"))}"#], name: "a")
        #expect(await server.run(["delete", "pod", "a"]).code == 0)
    }

    @Test func theFirstThatIsStillThereIsTold() async {
        for name in ["a", "b"] {
            accept("/api/v1/namespaces/web/pods/\(name)", uid: name)
            list([pod(name, uid: name)], name: name)
            watch([], name: name)
        }
        let answer = await server.run(["delete", "pod", "a", "b", "--timeout=200ms"])
        #expect(answer.code == 1)
        #expect(answer.errors == "error: timed out waiting for the condition on pods/a\n")
    }

    @Test func whoMayNotLookDoesNotWait() async {
        accept("/api/v1/namespaces/web/pods/a", uid: "1")
        server.arrange(
            "/api/v1/namespaces/web/pods?fieldSelector=metadata.name%3Da&limit=500", "no", status: 403)
        #expect(await server.run(["delete", "pod", "a"]).code == 0)
    }

    @Test func whatIsRefusedIsToldInOrder() async {
        accept("/api/v1/namespaces/web/pods/a", uid: "1")
        server.transport.on("DELETE", "/api/v1/namespaces/web/pods/b", .text("no", status: 403))
        server.transport.on(
            "DELETE", "/api/v1/namespaces/web/pods/c",
            .failure(.connectFailed(server: "127.0.0.1:1", address: "127.0.0.1:1", code: 111, throughProxy: false)))
        let answer = await server.run(["delete", "pod", "a", "b", "c"])
        #expect(answer.code == 1)
        #expect(answer.output == "pod \"a\" deleted from web namespace\n")
        #expect(
            answer.errors == """
                Error from server (Forbidden): no (delete pods b)
                The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?

                """)
    }
}
