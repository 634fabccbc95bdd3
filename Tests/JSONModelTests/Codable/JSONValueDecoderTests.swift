import JSONModel
import Testing

struct JSONValueDecoderTests {
    struct Item: Decodable, Equatable {
        var name: String
        var size: Int32
        var flag: Bool
        var note: String?
        var tags: [String]
        var labels: [String: String]
        var inner: Inner
        var maybe: Inner?
        var raw: JSONValue
    }

    struct Inner: Decodable, Equatable {
        var count: Int64
    }

    static let zero = Item(
        name: "", size: 0, flag: false, note: nil, tags: [], labels: [:], inner: Inner(count: 0), maybe: nil,
        raw: .null)

    @Test func missingAndNullAreZero() throws {
        #expect(try JSONValue.object([:]).decoded() == Self.zero)
        #expect(try JSONValue.null.decoded() == Self.zero)
        let nulls: JSONValue = [
            "name": .null, "size": .null, "flag": .null, "note": .null, "tags": .null, "labels": .null, "inner": .null,
            "maybe": .null, "raw": .null,
        ]
        #expect(try nulls.decoded() == Self.zero)
    }

    @Test func decodesWhatIsThereAndIgnoresTheRest() throws {
        let value: JSONValue = [
            "name": "a", "size": 5, "flag": true, "note": "", "tags": ["x", .null], "labels": ["k": "v", "n": .null],
            "inner": ["count": 9, "unknown": [1, 2]], "maybe": [:], "raw": ["kept": [1]], "Name": "other case",
        ]
        let item: Item = try value.decoded()
        #expect(item.name == "a" && item.size == 5 && item.flag && item.note == "")
        #expect(item.tags == ["x", ""] && item.labels == ["k": "v", "n": ""])
        #expect(item.inner.count == 9 && item.maybe == Inner(count: 0))
        #expect(item.raw == ["kept": [1]])
    }

    @Test func decodesObjectsWithManyMembers() throws {
        let members = (0..<1000).map { (key: "k\($0)", value: JSONValue.string("v\($0)")) }
        let labels: [String: String] = try JSONValue.object(JSONObject(members)).decoded()
        #expect(labels.count == 1000 && labels["k999"] == "v999")
    }

    @Test func tellsWhereAValueDoesNotFit() {
        Self.expect(["name": 5], path: "name", expected: "String", found: "number 5")
        Self.expect(["size": 3_000_000_000], path: "size", expected: "Int32", found: "number 3000000000")
        let fraction = JSONValue.number(JSONNumber(verbatim: "1.5"))
        Self.expect(["size": fraction], path: "size", expected: "Int32", found: "number 1.5")
        Self.expect(["tags": ["a", true]], path: "tags[1]", expected: "String", found: "bool")
        Self.expect(["tags": [:]], path: "tags", expected: "array", found: "object")
        Self.expect(["inner": ["count": "1"]], path: "inner.count", expected: "Int64", found: "string")
        Self.expect(["inner": "x"], path: "inner", expected: "object", found: "string")
        Self.expect([1], path: "", expected: "object", found: "array")
    }

    private static func expect(_ value: JSONValue, path: String, expected: String, found: String) {
        #expect(throws: JSONMismatch(path: path, expected: expected, found: found)) {
            try value.decoded(as: Item.self)
        }
    }
}
