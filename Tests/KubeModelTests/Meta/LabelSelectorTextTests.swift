import JSONModel
import Testing

@testable import KubeModel

/// Selectors that objects carry, in the syntax of `-l`.
struct LabelSelectorTextTests {
    private func selector(_ value: JSONValue) throws -> LabelSelector { try value.decoded() }

    @Test func writesAllSorts() throws {
        let all = try selector([
            "matchLabels": ["b": "2", "a": "1"],
            "matchExpressions": [
                ["key": "e", "operator": "In", "values": ["y", "x"]],
                ["key": "d", "operator": "NotIn", "values": ["z"]],
                ["key": "c", "operator": "Exists"], ["key": "aa", "operator": "DoesNotExist"],
            ],
        ])
        #expect(all.text == "a=1,!aa,b=2,c,d notin (z),e in (x,y)")
        #expect(try selector([:]).text == "<none>")
        #expect(try selector([:]).queryText() == "")
        #expect(LabelSelector?.none.text == "<none>")
        #expect(try LabelSelector?.none.queryText() == "")
    }

    @Test(
        arguments: [
            ["key": "a", "operator": "Near"], ["key": "a", "operator": "In"], ["key": "-", "operator": "Exists"],
            ["key": "a", "operator": "Exists", "values": ["b"]], ["key": "a", "operator": "NotIn", "values": ["a b"]],
        ] as [JSONValue])
    func refusesWhatIsNone(expression: JSONValue) throws {
        let selector = try selector(["matchExpressions": [expression]])
        #expect(selector.text == "<error>")
        #expect(throws: LabelSelectorError.self) { try selector.queryText() }
    }

    @Test func tellsAllThatIsWrong() throws {
        let selector = try selector([
            "matchExpressions": [["key": "-a", "operator": "Exists", "values": ["b", "c d"]]]
        ])
        let expected = LabelSelectorError.invalidRequirement(
            key: "-a", keyFaults: [.nameForm], .superfluous(["b", "c d"]),
            [LabelQueryError.InvalidValue(index: 1, value: "c d", fault: .valueForm)])
        #expect(throws: expected) { try selector.queryText() }
    }
}
