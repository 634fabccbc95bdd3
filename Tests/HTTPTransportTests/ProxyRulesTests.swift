import Testing

@testable import HTTPTransport

/// The rules of Go's golang.org/x/net/http/httpproxy.
@Suite struct ProxyRulesTests {
    private func proxy(_ url: String, _ environment: [String: String]) throws -> String? {
        try ProxyRules(environment: environment).proxy(for: url)
    }

    @Test func theSchemeChoosesTheVariable() throws {
        let environment = ["HTTP_PROXY": "http://h:1", "HTTPS_PROXY": "http://s:2"]
        #expect(try proxy("http://x/", environment) == "http://h:1")
        #expect(try proxy("https://x/", environment) == "http://s:2")
        #expect(try proxy("ftp://x/", environment) == nil)
        #expect(try proxy("http://x/", [:]) == nil)
        #expect(try proxy("http://x/", ["ALL_PROXY": "http://a:1"]) == nil)
    }

    @Test func capitalsGoFirstUnlessEmpty() throws {
        #expect(try proxy("https://x/", ["HTTPS_PROXY": "http://a", "https_proxy": "http://b"]) == "http://a")
        #expect(try proxy("https://x/", ["HTTPS_PROXY": "", "https_proxy": "http://b"]) == "http://b")
        #expect(try proxy("http://x/", ["http_proxy": "http://b"]) == "http://b")
    }

    @Test func aProxyWithoutSchemeIsAnHTTPProxy() throws {
        #expect(try proxy("http://x/", ["HTTP_PROXY": "p:3128"]) == "http://p:3128")
        #expect(try proxy("http://x/", ["HTTP_PROXY": "socks5://p"]) == "socks5://p")
        #expect(throws: TransportError.invalidProxy("a b:c:d")) {
            try proxy("http://x/", ["HTTP_PROXY": "a b:c:d"])
        }
    }

    @Test(arguments: ["localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "[::1]", "localhost:8080"])
    func loopbackIsReachedDirectly(host: String) throws {
        #expect(try proxy("https://\(host)/", ["HTTPS_PROXY": "http://p"]) == nil)
    }

    @Test func aRequestHeaderIsNoProxy() throws {
        let environment = ["HTTP_PROXY": "http://p", "REQUEST_METHOD": "GET"]
        #expect(throws: TransportError.proxyFromRequestHeader) { try proxy("http://x/", environment) }
        #expect(try proxy("https://x/", environment) == nil)
    }

    @Test(arguments: [
        // A name stands for itself and for all below it, with a dot or a star in front only for those.
        ("example.com", "example.com", true), ("example.com", "www.example.com", true),
        ("example.com", "notexample.com", false), (".example.com", "example.com", false),
        (".example.com", "www.example.com", true), ("*.example.com", "example.com", false),
        ("*.example.com", "a.b.example.com", true), ("EXAMPLE.com", "Www.Example.COM", true),
        ("www.example.com", "example.com", false),
        // Ports.
        ("example.com:443", "example.com", true), ("example.com:443", "example.com:8443", false),
        ("example.com:8443", "www.example.com:8443", true), ("10.0.0.1:443", "10.0.0.1", true),
        ("10.0.0.1:80", "10.0.0.1", false), ("[fd00::1]:443", "[fd00::1]", true),
        // Addresses and networks.
        ("10.0.0.1", "10.0.0.1", true), ("10.0.0.1", "10.0.0.10", false), ("10.0.0.0/8", "10.200.3.4", true),
        ("10.0.0.0/8", "11.0.0.1", false), ("10.1.2.128/25", "10.1.2.200", true),
        ("10.1.2.128/25", "10.1.2.100", false), ("0.0.0.0/0", "9.9.9.9", true), ("10.0.0.0/8", "ten.example", false),
        ("fd00::/8", "[fdab::1]", true), ("fd00::/8", "[fe80::1]", false), ("10.0.0.0/33", "10.0.0.1", false),
        ("fd00::1", "[fd00::1]", true),
        // Lists.
        ("*", "anything", true), ("a, *", "anything", true), (" a ,b ", "b", true), (",,", "a", false),
        ("", "a", false), ("a,b,10.0.0.0/8", "10.1.1.1", true), (":443", "a", false),
    ])
    func exceptions(list: String, host: String, isExcepted: Bool) throws {
        let found = try proxy("https://\(host)/", ["HTTPS_PROXY": "http://p", "NO_PROXY": list])
        #expect((found == nil) == isExcepted)
    }
}
