import Testing

@testable import HTTPTransport

@Suite struct RequestURLTests {
    @Test(arguments: [
        ("http://a", "http", "a", 80, "", "a"), ("HTTPS://A.b:8443/x?y#z", "https", "A.b", 8443, "/x?y#z", "A.b:8443"),
        ("https://[::1]:6443/", "https", "::1", 6443, "/", "[::1]:6443"),
        ("https://[fe80::1]", "https", "fe80::1", 443, "", "[fe80::1]"),
        ("http://u:p@h:1?q", "http", "h", 1, "?q", "h:1"), ("socks5://p", "socks5", "p", 1080, "", "p"),
        ("http://h:/x", "http", "h", 80, "/x", "h"),
    ])
    func takesApart(url: String, scheme: String, host: String, port: UInt16, rest: String, authority: String) throws {
        let parsed = try #require(RequestURL(url))
        #expect(parsed.scheme == scheme)
        #expect(parsed.host == host)
        #expect(parsed.port == port)
        #expect(parsed.rest == rest)
        #expect(parsed.authority == authority)
    }

    @Test(arguments: [
        "", "a", "/x", "//h", "://h", "http://", "http:///x", "http://h:x", "http://h:-1", "http://h:65536",
        "http://[::1", "http://[::1]x", "1http://h", "ht tp://h", "http://:80",
    ])
    func refuses(url: String) {
        #expect(RequestURL(url) == nil)
    }

    @Test(arguments: [
        ("localhost", true), ("LocalHost", true), ("127.1.2.3", true), ("[::1]", true), ("128.0.0.1", false),
        ("[::2]", false), ("localhost.example", false), ("[::ffff:127.0.0.1]", true),
    ])
    func knowsLoopback(host: String, isLoopback: Bool) throws {
        #expect(try #require(RequestURL("http://\(host)/")).isLoopback == isLoopback)
    }
}
