import JSONModel
import KubeModel
import Testing

@testable import Renderers

struct AuthorizationTableTests {
    private let rules = [
        PolicyRule(verbs: ["get", "list"], apiGroups: ["apps"], resources: ["deployments/scale"]),
        PolicyRule(verbs: ["get"], nonResourceURLs: ["/healthz"]),
        PolicyRule(verbs: ["*"], apiGroups: [""], resources: ["pods"], resourceNames: ["a\u{1b}[0m"]),
    ]

    @Test func whatSomebodyMayDo() {
        var text = ""
        PolicyRuleTable.write(rules, showsHeaders: true, into: &text)
        #expect(
            text == """
                Resources                Non-Resource URLs   Resource Names   Verbs
                deployments.apps/scale   []                  []               [get list]
                                         [/healthz]          []               [get]
                pods                     []                  [a^[[0m]         [*]

                """)
        text = ""
        PolicyRuleTable.write([rules[1]], showsHeaders: false, into: &text)
        #expect(text == "      [/healthz]   []    [get]\n")
    }

    @Test func whoSomebodyIs() {
        var text = ""
        UserAttributes.write(
            ["username": "robin", "uid": "12", "groups": ["birds", "red"], "extra": ["b": ["x", "y"], "a": .null]],
            into: &text)
        #expect(
            text == """
                ATTRIBUTE   VALUE
                Username    robin
                UID         12
                Groups      [birds red]
                Extra: a    []
                Extra: b    [x y]

                """)
        text = ""
        UserAttributes.write([:], into: &text)
        #expect(text == "ATTRIBUTE   VALUE\n")
    }
}
