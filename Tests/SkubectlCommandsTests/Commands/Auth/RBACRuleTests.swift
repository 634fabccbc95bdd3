import JSONModel
import Testing

@testable import SkubectlCommands

@Suite struct RBACRuleTests {
    private static func rule(_ text: String) throws -> RBACRule { RBACRule(try JSONParser.parse(Array(text.utf8))) }

    @Test(arguments: [
        (#"{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}"#, true),
        (#"{"apiGroups":[""],"resources":["pods/log"],"verbs":["get"]}"#, true),
        (#"{"apiGroups":[""],"resources":["*/log"],"verbs":["get"]}"#, true),
        (#"{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}"#, false),
        (#"{"apiGroups":["apps"],"resources":["pods/log"],"verbs":["get"]}"#, false),
        (#"{"apiGroups":[""],"resources":["pods/log"],"verbs":["list"]}"#, false),
        (#"{"apiGroups":[""],"resources":["pods/log"],"verbs":["get"],"resourceNames":["x"]}"#, false),
        (#"{"nonResourceURLs":["*"],"verbs":["get"]}"#, false),
    ])
    func resources(_ owner: String, _ covers: Bool) throws {
        let wanted = try Self.rule(#"{"apiGroups":[""],"resources":["pods/log"],"verbs":["get"]}"#)
        #expect(RBACRule.uncovered([wanted], by: [try Self.rule(owner)]).isEmpty == covers)
    }

    @Test(arguments: [("/a/*", true), ("*", true), ("/a/b", true), ("/a/b*", true), ("/a", false), ("/b/*", false)])
    func addresses(_ owner: String, _ covers: Bool) throws {
        let wanted = try Self.rule(#"{"nonResourceURLs":["/a/b"],"verbs":["get"]}"#)
        let owner = try Self.rule(#"{"nonResourceURLs":["\#(owner)"],"verbs":["*"]}"#)
        #expect(RBACRule.uncovered([wanted], by: [owner]).isEmpty == covers)
    }

    @Test func whatIsNotCoveredIsTakenApart() throws {
        let wanted = try Self.rule(
            #"{"apiGroups":["","apps"],"resources":["pods"],"verbs":["get","list"],"resourceNames":["x","y"]}"#)
        let owner = try Self.rule(#"{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}"#)
        let left = RBACRule.uncovered([wanted], by: [owner]).map(\.goText)
        #expect(left.count == 6)
        #expect(
            left.first
                == "{Verbs:[list] APIGroups:[] Resources:[pods] ResourceNames:[x] NonResourceURLs:[]}")
    }

    private static func role(_ text: String) throws -> RBACObject {
        RBACObject(.clusterRole, try JSONParser.parse(Array(text.utf8)))
    }

    @Test func aggregationsAreMerged() throws {
        let existing = try Self.role(
            #"{"metadata":{"name":"x"},"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"a":"b"}}]}}"#)
        let expected = try Self.role(
            #"{"metadata":{"name":"x"},"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"c":"d"}}]}}"#)
        let merged = RBACOutcome(existing, expected: expected, removesExtra: false)
        #expect(merged.operation == .update)
        #expect(merged.object.aggregation?.count == 2)
        let replaced = RBACOutcome(existing, expected: expected, removesExtra: true)
        #expect(replaced.object.aggregation == expected.aggregation)
        let gone = RBACOutcome(existing, expected: try Self.role(#"{"metadata":{"name":"x"}}"#), removesExtra: false)
        #expect(gone.operation == .update)
        #expect(gone.object.aggregation == nil)
    }

    @Test func labelsThatAreThereGoFirst() throws {
        let existing = try Self.role(#"{"metadata":{"name":"x","labels":{"a":"here"}}}"#)
        let same = RBACOutcome(
            existing, expected: try Self.role(#"{"metadata":{"name":"x","labels":{"a":"there"}}}"#), removesExtra: true)
        #expect(same.operation == .none)
        #expect(same.text(showsExtraRules: true, showsExtraSubjects: true).isEmpty)
        let more = RBACOutcome(
            existing, expected: try Self.role(#"{"metadata":{"name":"x","labels":{"b":"c"}}}"#), removesExtra: true)
        #expect(more.operation == .update)
        #expect(more.object.map("labels")["a"]?.string == "here")
    }
}
