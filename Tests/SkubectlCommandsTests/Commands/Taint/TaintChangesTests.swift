import CommandLineKit
import JSONModel
import Testing

@testable import SkubectlCommands

@Suite("Taints added and removed")
struct TaintChangesTests {
    private static let node: JSONValue = [
        "spec": [
            "taints": [
                ["key": "a", "value": "1", "effect": "NoSchedule"], ["key": "a", "effect": "NoExecute"],
                ["key": "b", "effect": "NoExecute"],
            ]
        ]
    ]

    private static func apply(_ words: [String], overwriting: Bool = false) throws -> (String, String) {
        var changes = try TaintChanges(words)
        changes.overwrites = overwriting
        let (node, operation) = try changes.applied(to: node, name: "n")
        return (JSONWriter.text(node["spec"]?["taints"] ?? .null), operation)
    }

    @Test("New taints come first")
    func added() throws {
        let (taints, operation) = try Self.apply(["c=2:NoSchedule"])
        #expect(taints.hasPrefix(#"[{"key":"c","value":"2","effect":"NoSchedule"},{"key":"a""#))
        #expect(operation == "tainted")
    }

    @Test("Taints go by key, and by key and effect")
    func removed() throws {
        #expect(try Self.apply(["a-"]) == (#"[{"key":"b","effect":"NoExecute"}]"#, "untainted"))
        #expect(try Self.apply(["a:NoExecute-", "b-"]).0 == #"[{"key":"a","value":"1","effect":"NoSchedule"}]"#)
        #expect(try Self.apply(["a-", "b-"]) == ("null", "untainted"))
    }

    @Test("Both at once, and replacing, is a modification")
    func modified() throws {
        #expect(try Self.apply(["c:NoExecute", "b-"]).1 == "modified")
        let (taints, operation) = try Self.apply(["a=9:NoSchedule"], overwriting: true)
        #expect(taints.hasPrefix(#"[{"key":"a","value":"9","effect":"NoSchedule"},{"key":"a","effect":"NoExecute"}"#))
        #expect(operation == "modified")
    }

    @Test(
        "What cannot be read",
        arguments: [
            "a", "a=b", "a:Sometimes", "a=b=c:NoExecute", "a:b:NoExecute", "a b:NoExecute", ":NoExecute", "-",
            "a=-:NoExecute",
        ])
    func unreadable(word: String) {
        #expect(throws: UsageError.self) { try TaintChanges([word]) }
    }

    @Test("What goes against each other")
    func conflicts() throws {
        #expect(try TaintChanges(["a:NoExecute", "a-"]).conflicts == ["a="])
        #expect(try TaintChanges(["a:NoExecute", "a:NoExecute-", "a:NoSchedule-"]).conflicts == ["a=NoExecute"])
        #expect(try TaintChanges(["a:NoExecute", "b-"]).conflicts == [])
        #expect(throws: UsageError.self) { try TaintChanges(["a=1:NoExecute", "a=2:NoExecute"]) }
    }
}
