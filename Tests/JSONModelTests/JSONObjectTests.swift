import JSONModel
import Testing

@Suite struct JSONObjectTests {
    private let object: JSONObject = ["b": 1, "a": 2, "c": 3]

    @Test func keepsTheOrderOfItsMembers() {
        #expect(object.keys == ["b", "a", "c"])
        #expect(object.values == [1, 2, 3])
        #expect(object.map(\.key) == ["b", "a", "c"])
        #expect(object.count == 3)
        #expect(object != ["a": 2, "b": 1, "c": 3])
    }

    @Test func setsInPlaceAppendsAndRemoves() {
        var object = object
        object["a"] = 20
        object["d"] = 4
        object["b"] = nil
        object["x"] = nil
        #expect(object == ["a": 20, "c": 3, "d": 4])
        #expect(object.removeValue(forKey: "c") == 3)
        #expect(object.removeValue(forKey: "c") == nil)
        #expect(object == ["a": 20, "d": 4])
        object.removeAll { $0.value == 4 }
        #expect(object == ["a": 20])
    }

    @Test func addsDefaultsOnChange() {
        var object = object
        #expect(object["x", default: 9] == 9)
        #expect(!object.contains(key: "x"))
        object["x", default: [:]]["y"] = true
        object["a", default: 0] = 5
        #expect(object == ["b": 1, "a": 5, "c": 3, "x": ["y": true]])
    }

    @Test func takesTheLastOfRepeatedMembersInTheFirstPlace() {
        let members: [JSONObject.Member] = [("a", 1), ("b", 2), ("a", 3)]
        #expect(JSONObject(members) == ["a": 3, "b": 2])
        let many = (0..<50).map { (key: "k\($0 % 40)", value: JSONValue.number(JSONNumber($0))) }
        let object = JSONObject(many)
        #expect(object.count == 40)
        #expect(object["k9"] == 49)
        #expect(object.keys.first == "k0")
    }

    @Test func sortsByBytes() {
        let object: JSONObject = ["é": 1, "z": 2, "Z": 3]
        #expect(!object.isSortedByKey)
        #expect(object.sortedByKey().keys == ["Z", "z", "é"])
        #expect(object.sortedByKey().isSortedByKey)
        #expect(JSONObject().isSortedByKey)
    }

    @Test func mapsValues() {
        #expect(object.mapValues { .string("\($0.int64 ?? 0)") } == ["b": "1", "a": "2", "c": "3"])
    }
}
