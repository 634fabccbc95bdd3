import HTTPTransport
import TestSupport
import Testing

/// `logs -f` over connections that break.
@Suite struct LogsFollowTests {
    private static let pod = "/api/v1/namespaces/web/pods/p"
    private static let log = "/api/v1/namespaces/web/pods/p/log?container=main&follow=true"
    private static let cut = StubResponse.Ending.failure(.endOfStream(inBody: true))

    private func cluster() throws -> StubbedServer { try StubbedServer(resources: ["v1 pods Pod"]) }

    private static func lines(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { "2026-11-29T05:54:0\($0).000000000Z line \($0)\n" }.joined()
    }

    private func arrangePod(_ server: StubbedServer, restarts: Int = 0, isRunning: Bool = true, uid: String = "u") {
        let state = isRunning ? #"{"running":{"startedAt":"2026-11-29T05:54:00Z"}}"# : #"{"terminated":{"exitCode":0}}"#
        server.arrange(
            Self.pod,
            #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"p","namespace":"web","uid":"\#(uid)"},"#
                + #""spec":{"containers":[{"name":"main"}]},"status":{"containerStatuses":[{"name":"main","#
                + #""restartCount":\#(restarts),"state":\#(state)}]}}"#)
    }

    private func arrangeLog(
        _ server: StubbedServer, _ query: String = "", _ text: String, ending: StubResponse.Ending = .complete
    ) {
        server.transport.on(
            "GET", "\(Self.log)\(query)", .chunks([text], contentType: "text/plain", ending: ending))
    }

    private static let sinceTwo = "&sinceTime=2026-11-29T05%3A54%3A02Z&timestamps=true"

    @Test func `a connection that breaks is taken up again`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2) + "2026-11-29T05:54:03.0000", ending: Self.cut)
        arrangePod(server)
        arrangeLog(server, Self.sinceTwo, Self.lines(2...4))
        arrangePod(server, isRunning: false)
        #expect(
            await server.run(["logs", "-f", "p"])
                == .init(code: 0, output: "line 1\nline 2\nline 3\nline 4\n", errors: ""))
    }

    @Test func `an end is believed when the container has ended`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2))
        arrangePod(server, isRunning: false)
        #expect(await server.run(["logs", "-f", "p"]) == .init(code: 0, output: "line 1\nline 2\n", errors: ""))
    }

    @Test func `an end while the container runs is asked about once`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2))
        arrangePod(server)
        arrangeLog(server, Self.sinceTwo, Self.lines(2...2))
        #expect(await server.run(["logs", "-f", "p"]) == .init(code: 0, output: "line 1\nline 2\n", errors: ""))
    }

    @Test func `the times that the user wants stay, and so do the first lines that are not wanted`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&tailLines=1&timestamps=true", Self.lines(2...2), ending: Self.cut)
        arrangePod(server)
        arrangeLog(server, Self.sinceTwo, Self.lines(2...3))
        arrangePod(server, isRunning: false)
        #expect(
            await server.run(["logs", "-f", "p", "--timestamps", "--tail=1"])
                == .init(code: 0, output: Self.lines(2...3), errors: ""))
    }

    @Test func `the bytes are counted over all connections`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2), ending: Self.cut)
        arrangePod(server)
        arrangeLog(server, Self.sinceTwo, Self.lines(2...4))
        #expect(
            await server.run(["logs", "-f", "p", "--limit-bytes=17"])
                == .init(code: 0, output: "line 1\nline 2\nlin", errors: ""))
    }

    @Test func `of a container that was started anew meanwhile the rest of the run before is read`() async throws {
        let server = try cluster()
        arrangePod(server, restarts: 3)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2), ending: Self.cut)
        arrangePod(server, restarts: 4)
        arrangeLog(
            server, "&previous=true&sinceTime=2026-11-29T05%3A54%3A02Z&timestamps=true", Self.lines(2...3))
        arrangePod(server, restarts: 4)
        #expect(
            await server.run(["logs", "-f", "p"]) == .init(code: 0, output: "line 1\nline 2\nline 3\n", errors: ""))
    }

    @Test func `the log of a later run is not taken for the rest of it`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2))
        arrangePod(server)
        arrangeLog(server, Self.sinceTwo, Self.lines(5...6))
        arrangePod(server, restarts: 1)
        #expect(await server.run(["logs", "-f", "p"]) == .init(code: 0, output: "line 1\nline 2\n", errors: ""))
    }

    @Test(arguments: [2, 7])
    func `what cannot be read any more is an error`(restarts: Int) async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2), ending: Self.cut)
        arrangePod(server, restarts: restarts)
        #expect(
            await server.run(["logs", "-f", "p"])
                == .init(
                    code: 1, output: "line 1\nline 2\n", errors: "unexpected EOF\nerror: unexpected EOF\n"))
    }

    @Test func `a pod that is gone, or another of its name, has no more`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2), ending: Self.cut)
        arrangePod(server, uid: "other")
        #expect(await server.run(["logs", "-f", "p"]).code == 1)
        let other = try cluster()
        arrangePod(other)
        arrangeLog(other, "&timestamps=true", Self.lines(1...2))
        arrangePod(other, uid: "other")
        #expect(await other.run(["logs", "-f", "p"]).code == 0)
    }

    @Test func `who may not look at the pod asks for its log once more`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2))
        server.arrange(
            Self.pod, #"{"kind":"Status","status":"Failure","reason":"Forbidden","code":403,"message":"no"}"#,
            status: 403)
        arrangeLog(server, Self.sinceTwo, Self.lines(2...2))
        #expect(await server.run(["logs", "-f", "p"]) == .init(code: 0, output: "line 1\nline 2\n", errors: ""))
    }

    @Test func `a stream that ends in the midst of a time is gone on with, too`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2) + "2026-11-2")
        arrangePod(server)
        arrangeLog(server, Self.sinceTwo, Self.lines(2...3))
        arrangePod(server, isRunning: false)
        #expect(
            await server.run(["logs", "-f", "p"]) == .init(code: 0, output: "line 1\nline 2\nline 3\n", errors: ""))
    }

    @Test func `a log without times is not asked for again`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", "a b\nno-end")
        #expect(await server.run(["logs", "-f", "p"]) == .init(code: 0, output: "a b\nno-end", errors: ""))
        let other = try cluster()
        arrangePod(other)
        arrangeLog(other, "&timestamps=true", "a b\n", ending: Self.cut)
        #expect(await other.run(["logs", "-f", "p"]).code == 1)
    }

    @Test func `a time limit of the user ends it`() async throws {
        let server = try cluster()
        arrangePod(server)
        arrangeLog(server, "&timestamps=true", Self.lines(1...2), ending: .failure(.timedOut(.readingBody)))
        let answer = await server.run(["logs", "-f", "p", "--request-timeout=1s"])
        #expect(answer.code == 1)
        #expect(answer.output == "line 1\nline 2\n")
    }
}
