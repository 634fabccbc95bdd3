import JSONModel
import Testing

@testable import SkubectlCommands

@Suite("Environment variables set and removed")
struct EnvironmentChangesTests {
    private static func changes(_ words: String..., input: String = "") throws -> EnvironmentChanges {
        try EnvironmentChanges(words) { input }
    }

    @Test(
        "Which words are changes",
        arguments: [
            ("A=b", true), ("A-", true), ("-", true), ("A=", true), ("=b", false), ("web", false), ("a/b", false),
        ])
    func words(word: String, isChange: Bool) {
        #expect(EnvironmentChanges.isChange(word) == isChange)
    }

    @Test("New values take the places of old ones")
    func applied() throws {
        let old: [JSONValue] = [
            ["name": "A", "value": "1"], ["name": "B", "value": "2"], ["name": "A", "value": "3"],
        ]
        #expect(
            try Self.changes("A=9", "C=8").applied(to: old)
                == [["name": "A", "value": "9"], ["name": "B", "value": "2"], ["name": "C", "value": "8"]])
        #expect(try Self.changes("A-").applied(to: old) == [["name": "B", "value": "2"]])
        #expect(try Self.changes("C=1", "C=2").applied(to: []) == [["name": "C", "value": "1"]])
    }

    @Test("Lines of standard input")
    func input() throws {
        let changes = try Self.changes("-", "Z=1", input: "# no\nA=b # c\r\nnothing\nB=c=d")
        #expect(
            changes.additions == [
                ["name": "A", "value": "b "], ["name": "B", "value": "c=d"], ["name": "Z", "value": "1"],
            ])
    }

    @Test("What cannot be a name", arguments: ["1 A=b", "=b", ".=b", "..=b", "..a=b", "a b=c", "ä=b"])
    func badNames(word: String) {
        #expect(throws: CommandError.self) { try Self.changes(word) }
    }

    @Test("What goes against each other")
    func conflicts() {
        #expect(throws: CommandError.self) { try Self.changes("A=b", "A-") }
        #expect(throws: CommandError.self) { try Self.changes("A") }
    }

    @Test("Values that are there are kept where they may not be replaced")
    func overwrites() throws {
        let old: [JSONValue] = [["name": "A", "value": "1"]]
        try Self.changes("A=1", "B=2").checkNoOverwrites(of: old)
        #expect(throws: CommandError.self) { try Self.changes("A=2").checkNoOverwrites(of: old) }
    }

    @Test("Variables for keys", arguments: [("a-b.c", "A_B_C"), ("A1", "A1"), ("ä", "_")])
    func names(key: String, name: String) {
        #expect(EnvironmentChanges.variableName(of: key) == name)
    }

    @Test(
        "Which containers a pattern means",
        arguments: [
            ("main", "*", true), ("main", "main", true), ("main", "m", false), ("main", "m*", true),
            ("main", "*n", true), ("main", "*i*", true), ("main", "x*", false), ("main", "*x", false),
        ])
    func patterns(name: String, pattern: String, isMatch: Bool) {
        #expect(ContainerPattern.matches(name, pattern) == isMatch)
    }

    @Test("Quantities of resources")
    func quantities() throws {
        #expect(try SetResourcesCommand.quantities("cpu=1000m,memory=1024Mi") == ["cpu": "1", "memory": "1Gi"])
        #expect(try SetResourcesCommand.quantities("") == [:])
        for text in ["cpu", "cpu=1=2", "cpu=x", "cpu=1,"] {
            #expect(throws: CommandError.self) { try SetResourcesCommand.quantities(text) }
        }
    }

    @Test("Selectors of services")
    func selectors() throws {
        #expect(try ServiceSelector("a=b,c==d").labels == ["a": "b", "c": "d"])
        #expect(try ServiceSelector("a=b").unsupported == nil)
        #expect(try ServiceSelector("a in (b)").unsupported == "[{a In [b]}]")
        #expect(try ServiceSelector("!a").unsupported == "[{a DoesNotExist []}]")
    }
}
