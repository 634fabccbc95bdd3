import JSONModel
import Testing

struct JSONValueEncoderTests {
    struct Outer: Codable, Equatable {
        var name = ""
        var size: Int32 = 0
        var flag = false
        var ratio = 0.0
        var list: [String] = []
        var map: [String: Int] = [:]
        var inner = Inner()
        var optional: Inner?
        var optionalSize: Int32?
        var optionalList: [Inner]?
        var raw: JSONValue = .null
    }

    struct Inner: Codable, Equatable {
        var count = 0
    }

    @Test func leavesOutZeroValues() throws {
        #expect(try JSONValue(encoding: Outer()) == ["inner": [:], "raw": .null])
    }

    @Test func keepsWhatIsOptionalAndThere() throws {
        let outer = Outer(optional: Inner(), optionalSize: 0, optionalList: [Inner(), Inner(count: 2)])
        let expected: JSONValue = [
            "inner": [:], "optional": [:], "optionalSize": 0, "optionalList": [[:], ["count": 2]], "raw": .null,
        ]
        #expect(try JSONValue(encoding: outer) == expected)
    }

    @Test func readsWhatItWrites() throws {
        let outer = Outer(
            name: "n", size: -5, flag: true, ratio: 1.5, list: ["", "b"], map: ["k": 0], inner: Inner(count: 3),
            raw: ["any": [1, .null]])
        let value = try JSONValue(encoding: outer)
        #expect(value["ratio"]?.number?.text == "1.5")
        #expect(value["list"] == ["", "b"])
        #expect(try value.decoded(as: Outer.self) == outer)
    }

    @Test func refusesNumbersThatJSONDoesNotHave() {
        let mismatch = JSONMismatch(path: "ratio", expected: "finite number", found: "inf")
        #expect(throws: mismatch) { try JSONValue(encoding: Outer(ratio: .infinity)) }
    }
}
