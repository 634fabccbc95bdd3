import CommandLineKit
import JSONModel
import Testing

@testable import SkubectlCommands

@Suite("Changes of labels and annotations")
struct MetadataChangeTests {
    private static let object: JSONValue = ["metadata": ["labels": ["a": "1"], "annotations": ["a": "1"]]]

    @Test("Resources come before changes")
    func words() throws {
        let words = try ChangeWords(["pods", "web", "=x", "-", "a=b", "c-"], noun: "label")
        #expect(words.resources == ["pods", "web", "=x", "-"])
        #expect(words.changes == ["a=b", "c-"])
        #expect(throws: UsageError.invalid("all resources must be specified before label changes: web", hint: .none)) {
            try ChangeWords(["a=b", "web"], noun: "label")
        }
    }

    @Test("Pairs of names and values")
    func pairs() throws {
        let words = try ChangeWords(["a=b=c", "d-", "a=2"], noun: "image")
        let pairs = try words.pairs(noun: "image", allowingRemoval: true)
        #expect(pairs.values == [ChangeWords.Pair(name: "a", value: "2")])
        #expect(pairs.removals == ["d"])
        #expect(throws: UsageError.invalid("invalid image format: d-", hint: .none)) {
            try words.pairs(noun: "image", allowingRemoval: false)
        }
    }

    @Test("What becomes of labels")
    func labels() throws {
        func change(_ words: String..., overwriting: Bool = false) throws -> (String, LabelCommand.Change) {
            let (object, change) = try LabelCommand.changed(
                Self.object, try LabelCommand.labels(words), overwriting: overwriting, "")
            return (JSONWriter.text(object["metadata"]?["labels"] ?? .null), change)
        }
        #expect(try change("a=1") == (#"{"a":"1"}"#, .none))
        #expect(try change("b=2") == (#"{"a":"1","b":"2"}"#, .added))
        #expect(try change("a-") == ("{}", .removed))
        #expect(try change("b=2", "a-") == (#"{"b":"2"}"#, .both))
        #expect(try change("a=2", overwriting: true) == (#"{"a":"2"}"#, .added))
        #expect(throws: CommandError.self) { try change("a=2") }
    }

    @Test("Labels that cannot be read", arguments: [["a=b=c"], ["a=-"], ["a=b c"], ["a=1", "a-"]])
    func badLabels(words: [String]) {
        #expect(throws: UsageError.self) { try LabelCommand.labels(words) }
    }

    @Test("What becomes of annotations")
    func annotations() throws {
        func change(_ name: String, _ value: String, overwriting: Bool = false) throws -> JSONValue? {
            var pairs = ChangeWords.Pairs()
            pairs.set(name, value)
            let object = try AnnotateCommand.changed(Self.object, pairs, overwriting: overwriting, "5")
            #expect(object["metadata"]?["resourceVersion"] == "5")
            return object["metadata"]?["annotations"]
        }
        #expect(try change("b", "x y") == ["a": "1", "b": "x y"])
        #expect(try change("a", "2", overwriting: true) == ["a": "2"])
        #expect(throws: CommandError.self) { try change("a", "2") }
    }
}
