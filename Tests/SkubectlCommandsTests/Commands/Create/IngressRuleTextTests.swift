import JSONModel
import Testing

@testable import SkubectlCommands

/// Rules of ingresses as they are written on command lines.
struct IngressRuleTextTests {
    @Test(arguments: [
        ("h.com/p=s:80", "h.com", "/p", false, "s:80", nil),
        ("/p*=s:http", "", "/p", true, "s:http", nil),
        ("h/=s:80,tls", "h", "/", false, "s:80", ""),
        ("h/=s:80,tls=x", "h", "/", false, "s:80", "x"),
        ("*.h_-/a/b?c=s:80,foo", "*.h_-", "/a/b?c", false, "s:80", ""),
        ("h/=s:80,tls,x", "h", "/", false, "s:80", nil),
        ("h/=s:80 90", "h", "/", false, "s:80 90", nil),
    ])
    func `the parts are told apart`(
        text: String, host: String, path: String, isPrefix: Bool, backend: String, secret: String?
    ) throws {
        let rule = try #require(IngressRuleText(text))
        #expect(rule.host == host)
        #expect(rule.path == path)
        #expect(rule.isPrefix == isPrefix)
        #expect(rule.backend == backend)
        #expect(rule.tlsSecret == secret)
    }

    @Test(arguments: [
        "", "h", "h/p", "h/p=s", "h/p=s:", "h/p=:80", "=s:80", "h!/p=s:80", "h=s:80", "h/p=s!:80", "h/\np=s:8",
    ])
    func `what is no rule is refused`(text: String) {
        #expect(IngressRuleText(text) == nil)
    }

    @Test func `hosts stand together in the order they came`() {
        let rules = ["a/=s:1", "b/=s:2", "a/x=s:3"].compactMap(IngressRuleText.init)
        let hosts = IngressRuleText.rules(of: rules).map { $0["host"]?.string }
        #expect(hosts == ["a", "b"])
        #expect(IngressRuleText.rules(of: rules)[0]["http"]?["paths"]?.array?.count == 2)
    }

    @Test func `each host has one certificate`() {
        let rules = ["a/=s:1,tls=x", "a/y=s:1,tls=z", "b/=s:2,tls=x", "/=s:3,tls"].compactMap(IngressRuleText.init)
        #expect(IngressRuleText.tls(of: rules) == [["hosts": ["a", "b"], "secretName": "x"]])
    }
}
