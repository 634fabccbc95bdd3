import JSONModel
import Testing

@Suite struct JSONParserTests {
    @Test func keepsOrderAndNumbers() throws {
        let value = try JSONParser.parse(#" {"b": [1.0, -0, 1E400], "a": {"x": null, "y": [true, false]}, "": ""} "#)
        let numbers = ["1.0", "-0", "1E400"].map { JSONValue.number(JSONNumber(verbatim: $0)) }
        #expect(value == ["b": .array(numbers), "a": ["x": .null, "y": [true, false]], "": ""])
        #expect(value.object?.keys == ["b", "a", ""])
    }

    @Test func lastOfRepeatedKeysCounts() throws {
        #expect(try JSONParser.parse(#"{"a":1,"b":2,"\u0061":3}"#) == ["a": 3, "b": 2])
    }
}
