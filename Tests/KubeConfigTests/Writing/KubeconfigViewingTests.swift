import Glibc
import JSONModel
import KubeConfig
import StdlibExtensions
import SystemIO
import TestSupport
import Testing

@Suite("Views of a kubeconfig")
struct KubeconfigViewingTests {
    private func config() throws -> Kubeconfig {
        try Kubeconfig(
            document: [
                "current-context": "x",
                "clusters": [
                    ["name": "c", "cluster": ["server": "s", "certificate-authority-data": "AQID"]], ["name": "d"],
                ],
                "contexts": [["name": "x", "context": ["cluster": "c", "user": "u"]], ["name": "y"]],
                "users": [
                    [
                        "name": "u",
                        "user": [
                            "token": "t", "password": "p", "username": "n", "client-certificate-data": "AQID",
                            "client-key-data": "AQID",
                        ],
                    ], ["name": "v"],
                ],
            ])
    }

    @Test func redaction() throws {
        let config = try config().redacted()
        let user = try #require(config.document["users"]?[0]?["user"])
        #expect(user["token"] == "REDACTED")
        #expect(user["password"] == "REDACTED")
        #expect(user["username"] == "n")
        #expect(user["client-certificate-data"] == "DATA+OMITTED")
        #expect(user["client-key-data"] == "DATA+OMITTED")
        #expect(config.document["clusters"]?[0]?["cluster"]?["certificate-authority-data"] == "DATA+OMITTED")
        #expect(config.document["users"]?[1]?["user"] == [:])
    }

    @Test func minifying() throws {
        let config = try config().minified()
        #expect(config.clusters.keys.sorted() == ["c"])
        #expect(config.users.keys.sorted() == ["u"])
        #expect(config.contexts.keys.sorted() == ["x"])
        for (change, error): ((inout Kubeconfig) -> Void, KubeConfigError) in [
            ({ $0.currentContext = "" }, .nothingToMinify), ({ $0.currentContext = "z" }, .cannotLocate(.context, "z")),
            ({ $0.contexts["x"]?.cluster = "z" }, .cannotLocate(.cluster, "z")),
            ({ $0.contexts["x"]?.user = "z" }, .cannotLocate(.user, "z")),
        ] {
            var config = try self.config()
            change(&config)
            #expect(throws: error) { try config.minified() }
        }
    }

    @Test func flattening() throws {
        let directory = try TemporaryDirectory()
        try directory.write("ca.crt", "CA")
        let path = try directory.write(
            "config",
            #"{"clusters":[{"name":"c","cluster":{"certificate-authority":"ca.crt"}}],"users":[{"name":"u","user":{"client-key":"none"}}]}"#
        )
        var config = try KubeconfigLoader.loadFile(path)
        #expect(throws: KubeConfigError.system(SystemError(operation: "open", path: directory("none"), code: ENOENT))) {
            try config.flattened()
        }
        config.users = [:]
        let flat = try config.flattened()
        #expect(flat.clusters["c"]?.certificateAuthority == "")
        #expect(flat.clusters["c"]?.certificateAuthorityData == Array("CA".utf8))
        config.clusters["c"]?.certificateAuthorityData = [1]
        #expect(throws: KubeConfigError.pathAndContents) { try config.flattened() }
    }
}
