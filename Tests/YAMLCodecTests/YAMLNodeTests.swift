import JSONModel
import Testing

@testable import YAMLCodec

@Suite struct YAMLNodeTests {
    private func json(_ text: String) throws -> String {
        let node = try YAMLNode.read(Array(text.utf8))
        return JSONWriter.text(try node?.json() ?? .null)
    }

    @Test(arguments: [
        ("yes", "\"yes\""), ("true", "true"), ("2020-01-01", "\"2020-01-01T00:00:00Z\""), ("017", "15"),
        ("1e3", "1000"), ("~", "null"), ("!!str 5", "\"5\""), ("!!binary aGk=", "\"hi\""), ("\"5\"", "\"5\""),
        ("2001-12-14 21:59:43.10", "\"2001-12-14T21:59:43.1Z\""), ("12:30:45", "\"12:30:45\""), ("!foo x", "\"x\""),
    ])
    func scalarsOfVersion3(_ text: String, _ expected: String) throws {
        #expect(try json("a: \(text)") == "{\"a\":\(expected)}")
    }

    @Test func mergesAreResolved() throws {
        #expect(try json("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}") == #"{"a":{"x":1,"y":2},"b":{"y":3,"x":1}}"#)
    }

    @Test func repeatedKeysAreRefused() {
        #expect(throws: YAMLError.redefinedKeys([.init(key: "a", line: 2, firstLine: 1)])) { try json("a: 1\na: 2") }
    }

    @Test(arguments: [
        "a: 1\nb:\n- x\n- \"y\"\n- 'z'\nc: {d: [e, f]}\n", "a: |\n  two\n  lines\nb: \"\"\n", "- a: 1\n  b: 2\n- c\n",
    ])
    func textsAreWrittenAsTheyAre(_ text: String) throws {
        #expect(try YAMLNode.read(Array(text.utf8))?.text == text)
    }
}
