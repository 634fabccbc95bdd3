import JSONModel
import Testing

@testable import KubePatch

@Suite struct JSONMergePatchTests {
    /// The examples of RFC 7386, appendix A.
    @Test(arguments: [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#), (#"{"a":"b"}"#, "[\"c\"]", "[\"c\"]"),
        (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#), ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
        ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ]) func appliesAsTheRFCSays(value: String, patch: String, result: String) throws {
        let value = try JSONParser.parse(Array(value.utf8))
        let patch = try JSONParser.parse(Array(patch.utf8))
        #expect(try JSONWriter.text(JSONMergePatch.applying(patch, to: value)) == result)
    }

    @Test func whatDiffersIsThePatch() {
        let old: JSONObject = ["a": 1, "b": ["x": 1, "y": 2], "c": [1]]
        let new: JSONObject = ["a": 1, "b": ["x": 1, "y": 3], "d": true]
        #expect(JSONValue.object(JSONMergePatch.between(old, new)) == ["b": ["y": 3], "d": true, "c": .null])
        #expect(JSONMergePatch.between(old, old).isEmpty)
    }
}
