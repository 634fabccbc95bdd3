import HTTPTransport
import TestSupport
import Testing

@Suite("drain against an arranged server")
struct DrainCommandTests {
    private static let node =
        #"{"kind":"Node","apiVersion":"v1","metadata":{"name":"n"},"spec":{"unschedulable":true}}"#
    private static let pods =
        #"{"metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"p","namespace":"web","uid":"u"},"#
        + #""status":{"phase":"Failed"}}]}"#
    private static let list = "/api/v1/pods?fieldSelector=spec.nodeName%3Dn&limit=500"
    private static let watch = "/api/v1/pods?fieldSelector=spec.nodeName%3Dn&resourceVersion=7&watch=true"
    private static let pod = "/api/v1/namespaces/web/pods/p"
    private static let gone =
        #"{"type":"DELETED","object":{"metadata":{"name":"p","namespace":"web","uid":"u","resourceVersion":"8"}}}"#

    /// A server with a node and a pod on it, and with these subresources in its own words.
    private static func server(_ resources: String) throws -> StubbedServer {
        let server = try StubbedServer(resources: ["v1 nodes Node", "v1 pods Pod"])
        server.arrange("/api/v1/namespaces/web/nodes/n", node)
        server.arrange(list, pods)
        server.arrange("/api/v1", #"{"resources":[\#(resources)]}"#)
        server.arrange(watch, gone)
        return server
    }

    private static func eviction(_ version: String) -> String {
        #"{"name":"pods/eviction","kind":"Eviction","group":"policy","version":"\#(version)"}"#
    }

    @Test("The eviction is of a version that the server has", arguments: ["v1", "v1beta1", "v1alpha9"])
    func version(version: String) async throws {
        let server = try Self.server(Self.eviction(version))
        let sent = version == "v1" ? #""policy/v1""# : #""policy/v1beta1""#
        server.transport.on(
            "POST", "\(Self.pod)/eviction", body: .matching { $0.contains(#""apiVersion":\#(sent)"#) }, .json("{}"))
        let answer = await server.run(["drain", "n"])
        #expect(answer.errors == "")
        #expect(answer.output == "node/n already cordoned\nevicting pod web/p\npod/p evicted\nnode/n drained\n")
        #expect(answer.code == 0)
    }

    @Test("A server without evictions is asked to delete the pods")
    func deletion() async throws {
        let server = try Self.server(#"{"name":"pods","kind":"Pod"}"#)
        server.transport.on("DELETE", Self.pod, body: .text(#"{"gracePeriodSeconds":3}"#), .json("{}"))
        let answer = await server.run(["drain", "n", "--grace-period=3"])
        #expect(answer.output == "node/n already cordoned\npod/p deleted\nnode/n drained\n")
    }

    @Test("An eviction that is refused for good fails the command, and nothing is said of what is gone already")
    func refused() async throws {
        let server = try Self.server(Self.eviction("v1"))
        let status = #"{"kind":"Status","status":"Failure","reason":"InternalError","message":"no","code":500}"#
        server.transport.on("POST", "\(Self.pod)/eviction", .json(status, status: 500))
        server.arrange(Self.list, #"{"metadata":{"resourceVersion":"9"},"items":[]}"#)
        let answer = await server.run(["drain", "n"])
        #expect(answer.code == 1)
        #expect(
            answer.errors.hasSuffix(
                #"error when evicting pods/"p" -n "web": no"# + "\n"))
        #expect(answer.output == "node/n already cordoned\nevicting pod web/p\n")
    }

}
