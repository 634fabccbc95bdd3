import JSONModel
import KubeConfig
import Testing

@Suite("Kubeconfig decoding: faults as client-go tells them")
struct KubeconfigDecodingTests {
    private func fault(_ json: String) throws -> FileFault? {
        let document = try JSONParser.parse(Array(json.utf8))
        do throws(FileFault) { _ = try Kubeconfig(document: document) } catch { return error }
        return nil
    }

    @Test(arguments: [
        (#"{"users":[{"user":{"exec":{"args":"x"}}}]}"#, "string", "ExecConfig.users.user.exec.args", "[]string"),
        (#"{"users":[{"user":{"exec":{"args":["x",1]}}}]}"#, "number", "ExecConfig.users.user.exec.args", "string"),
        (
            #"{"users":[{"user":{"exec":{"env":[{"name":1}]}}}]}"#, "number", "ExecEnvVar.users.user.exec.env.name",
            "string"
        ),
        (#"{"users":[{"user":{"exec":{"env":[5]}}}]}"#, "number", "ExecConfig.users.user.exec.env", "v1.ExecEnvVar"),
        (#"{"users":[{"user":{"exec":5}}]}"#, "number", "AuthInfo.users.user.exec", "v1.ExecConfig"),
        (
            #"{"users":[{"user":{"auth-provider":{"config":{"a":1}}}}]}"#, "number",
            "AuthProviderConfig.users.user.auth-provider.config", "string"
        ),
        (#"{"users":[{"user":{"as-user-extra":{"a":1}}}]}"#, "number", "AuthInfo.users.user.as-user-extra", "[]string"),
        (
            #"{"users":[{"user":{"as-user-extra":{"a":[true]}}}]}"#, "bool", "AuthInfo.users.user.as-user-extra",
            "string"
        ),
        (
            #"{"users":[{"user":{"as-user-extra":[]}}]}"#, "array", "AuthInfo.users.user.as-user-extra",
            "map[string][]string"
        ),
        (#"{"users":[{"user":{"as-groups":[1]}}]}"#, "number", "AuthInfo.users.user.as-groups", "string"),
        (#"{"users":[{"user":{"client-key-data":5}}]}"#, "number", "AuthInfo.users.user.client-key-data", "[]uint8"),
        (#"{"users":[{"user":{"client-key-data":{}}}]}"#, "object", "AuthInfo.users.user.client-key-data", "[]uint8"),
        (
            #"{"users":[{"user":{"extensions":[{"name":1}]}}]}"#, "number", "NamedExtension.users.user.extensions.name",
            "string"
        ),
        (#"{"users":["x"]}"#, "string", "Config.users", "v1.NamedAuthInfo"),
        (#"{"users":[{"name":1}]}"#, "number", "NamedAuthInfo.users.name", "string"),
        (#"{"clusters":5}"#, "number", "Config.clusters", "[]v1.NamedCluster"),
        (#"{"clusters":{}}"#, "object", "Config.clusters", "[]v1.NamedCluster"),
        (#"{"clusters":[{"cluster":"x"}]}"#, "string", "NamedCluster.clusters.cluster", "v1.Cluster"),
        (#"{"clusters":[{"cluster":{"server":1}}]}"#, "number", "Cluster.clusters.cluster.server", "string"),
        (
            #"{"clusters":[{"cluster":{"insecure-skip-tls-verify":"true"}}]}"#, "string",
            "Cluster.clusters.cluster.insecure-skip-tls-verify", "bool"
        ),
        (#"{"contexts":[{"context":{"user":1}}]}"#, "number", "Context.contexts.context.user", "string"),
        (#"{"preferences":[]}"#, "array", "Config.preferences", "v1.Preferences"),
        (#"{"preferences":{"colors":1}}"#, "number", "Preferences.preferences.colors", "bool"),
        (
            #"{"preferences":{"extensions":[{"name":1}]}}"#, "number", "NamedExtension.preferences.extensions.name",
            "string"
        ),
        (#"{"extensions":{}}"#, "object", "Config.extensions", "[]v1.NamedExtension"),
        (#"{"extensions":[5]}"#, "number", "Config.extensions", "v1.NamedExtension"),
        (#"{"current-context":[]}"#, "array", "Config.current-context", "string"),
        // The first fault in the order of the sorted document is told.
        (#"{"users":5,"clusters":6}"#, "number", "Config.clusters", "[]v1.NamedCluster"),
    ])
    func wrongTypes(json: String, found: String, field: String, expected: String) throws {
        #expect(try fault(json) == .type(TypeMismatch(found: found, field: field, expected: expected)))
    }

    @Test func wrongHeaders() throws {
        let type =
            #"struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }"#
        #expect(try fault("[1]") == .header(TypeMismatch(found: "array", field: nil, expected: type)))
        #expect(
            try fault(#"{"apiVersion":1}"#)
                == .header(TypeMismatch(found: "number", field: ".apiVersion", expected: "string")))
        #expect(try fault(#"{"kind":"Pod","apiVersion":"v1"}"#) == .unknownKind(kind: "Pod", apiVersion: "v1"))
        #expect(try fault(#"{"Kind":"Pod"}"#) == .unknownKind(kind: "Pod", apiVersion: "v1"))
        #expect(try fault(#"{"apiVersion":"v2"}"#) == .unknownKind(kind: "Config", apiVersion: "v2"))
        #expect(try fault(#"{"apiVersion":"a/b/c"}"#) == .badAPIVersion("a/b/c"))
        #expect(try fault(#"{"apiVersion":"v1","kind":"Config"}"#) == nil)
        #expect(try fault("null") == nil)
        #expect(try fault("{}") == nil)
    }

    @Test func wrongBase64() throws {
        #expect(try fault(#"{"users":[{"user":{"client-key-data":"AA==="}},{"user":5}]}"#) == .base64(offset: 4))
    }

    @Test(arguments: [
        (
            #"{"clusters":[{"name":"a","cluster":{"certificate-authority-data":"AQID"}},{"name":"a"}]}"#,
            DuplicateList.Kind.clusters, "[{a {  false  [1 2 3]  false []}} {a {  false  []  false []}}]"
        ),
        (
            #"{"users":[{"name":"a","user":{"token":"t","password":"p"}},{"name":"a","user":{"token":"t","password":"p","as-user-extra":{"b":["x","y"],"a":[]},"as-groups":["g h"]}}]}"#,
            .users,
            "[{a { []  [] t    [] map[]  p <nil> <nil> []}} {a { []  [] t    [g h] map[a:[] b:[x y]]  p <nil> <nil> []}}]"
        ),
        (
            #"{"contexts":[{"name":"a","context":{"user":"t","cluster":"p","extensions":[{"name":"e","extension":{"a":1}}]}},{"name":"a"}]}"#,
            .contexts, "[{a {p t  [{e {[123 34 97 34 58 49 125] <nil>}}]}} {a {   []}}]"
        ),
        (
            #"{"extensions":[{"name":"a","extension":5},{"name":"a","extension":{"a":1}}]}"#, .extensions,
            "[{a {[53] <nil>}} {a {[123 34 97 34 58 49 125] <nil>}}]"
        ),
    ])
    func duplicateNames(json: String, kind: DuplicateList.Kind, goText: String) throws {
        guard case .duplicateName("a", let list)? = try fault(json) else {
            Issue.record("no duplicate")
            return
        }
        #expect(list.kind == kind)
        #expect(list.goText == goText)
    }

    @Test func readsEveryField() throws {
        let json = """
            {"current-context":"x","preferences":{"colors":true},"extensions":[{"name":"e","extension":{"a":1}}],
             "clusters":[{"name":"c","cluster":{"server":"s","tls-server-name":"t","insecure-skip-tls-verify":true,
               "certificate-authority":"ca","certificate-authority-data":"AQI=","proxy-url":"p","disable-compression":true}}],
             "contexts":[{"name":"x","context":{"cluster":"c","user":"u","namespace":"n"}},{"name":"y"},null],
             "users":[{"name":"u","user":{"client-certificate":"cc","client-certificate-data":"AQ==","client-key":"ck",
               "client-key-data":[1,2,null],"token":"t","tokenFile":"tf","as":"a","as-uid":"i","as-groups":["g",null],
               "as-user-extra":{"k":["v"]},"username":"n","password":"p","unknown":5,
               "auth-provider":{"name":"oidc","config":{"k":"v"}},
               "exec":{"command":"c","args":["1"],"env":[{"name":"n","value":"v"}],"installHint":"h",
                 "apiVersion":"client.authentication.k8s.io/v1beta1","provideClusterInfo":true}}}]}
            """
        let config = try Kubeconfig(document: JSONParser.parse(Array(json.utf8)))
        #expect(config.currentContext == "x")
        #expect(config.preferences.colors)
        #expect(config.extensions == ["e": ["a": 1]])
        var cluster = KubeconfigCluster()
        cluster.server = "s"
        cluster.tlsServerName = "t"
        cluster.insecureSkipTLSVerify = true
        cluster.certificateAuthority = "ca"
        cluster.certificateAuthorityData = [1, 2]
        cluster.proxyURL = "p"
        cluster.disableCompression = true
        #expect(config.clusters == ["c": cluster])
        #expect(config.contexts.keys.sorted() == ["", "x", "y"])
        #expect(config.contexts["x"]?.namespace == "n")
        let user = try #require(config.users["u"])
        #expect(user.clientKeyData == [1, 2, 0])
        #expect(user.impersonation.groups == ["g", ""])
        #expect(user.impersonation.extra == ["k": ["v"]])
        #expect(user.authProvider?.config == ["k": "v"])
        let exec = try #require(user.exec)
        #expect(exec.arguments == ["1"])
        #expect(exec.environment == [ExecEnvironmentVariable(name: "n", value: "v")])
        #expect(exec.interactiveMode == "IfAvailable")
    }

    @Test func onlyOldVersionsHaveADefaultMode() throws {
        let json = #"{"users":[{"name":"u","user":{"exec":{"apiVersion":"client.authentication.k8s.io/v1"}}}]}"#
        let config = try Kubeconfig(document: JSONParser.parse(Array(json.utf8)))
        #expect(config.users["u"]?.exec?.interactiveMode == "")
        #expect(config.users["u"]?.exec?.arguments == nil)
    }
}
