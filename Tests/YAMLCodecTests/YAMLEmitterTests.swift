import JSONModel
import Testing
import YAMLCodec

/// Expected texts are those of kubectl 1.36 (`kubectl annotate --local -o yaml`).
struct YAMLEmitterTests {
    private func yaml(_ value: JSONValue) throws -> String {
        var text = ""
        try YAMLEmitter.write(value, into: &text)
        return text
    }

    /// A map of one member with the value 1.
    private func object(_ key: String) -> JSONValue {
        .object(JSONObject([(key: key, value: JSONValue.number(JSONNumber(1)))]))
    }

    @Test(arguments: ScalarGoldens.values)
    func writesStrings(_ text: String, _ expected: String) throws {
        #expect(try yaml(["spec": ["v": .string(text)]]) == "spec:\n  v:" + expected)
    }

    @Test(arguments: ScalarGoldens.keys)
    func writesKeys(_ key: String, _ expected: String) throws {
        #expect(try yaml(["spec": object(key)]) == "spec:\n  " + expected)
    }

    @Test(arguments: [("x", 128, false), ("x", 129, true), ("é", 64, false), ("é", 65, true)])
    func marksKeysOfMoreThan128Bytes(_ character: String, _ count: Int, _ isMarked: Bool) throws {
        let key = String(repeating: character, count: count)
        let expected = isMarked ? "? \(key)\n: 1\n" : "\(key): 1\n"
        #expect(try yaml(object(key)) == expected)
    }

    @Test func foldsLongTextAfterColumn80() throws {
        let words = String(repeating: "word ", count: 30) + "end"
        let folded = """
            spec:
              v: word word word word word word word word word word word word word word word word
                word word word word word word word word word word word word word word end

            """
        #expect(try yaml(["spec": ["v": .string(words)]]) == folded)
        let doubleSpaces = String(repeating: "long  double  space ", count: 8)
        let quoted = """
            spec:
              v: 'long  double  space long  double  space long  double  space long  double  space
                long  double  space long  double  space long  double  space long  double  space '

            """
        #expect(try yaml(["spec": ["v": .string(doubleSpaces)]]) == quoted)
        let tabs = String(repeating: "tab\tword ", count: 14)
        let escaped = """
            spec:
              v: "tab\\tword tab\\tword tab\\tword tab\\tword tab\\tword tab\\tword tab\\tword tab\\tword
                tab\\tword tab\\tword tab\\tword tab\\tword tab\\tword tab\\tword "

            """
        #expect(try yaml(["spec": ["v": .string(tabs)]]) == escaped)
    }

    @Test func foldsByCharactersAndNotByBytes() throws {
        let line = String(repeating: "é ", count: 38) + "é"
        #expect(try yaml(["v": .string(line)]) == "v: \(line)\n")
    }

    @Test func keepsKeysOnOneLine() throws {
        let key = String(repeating: "word ", count: 20) + "end"
        #expect(try yaml(object(key)) == "\(key): 1\n")
    }

    @Test func laysOutCollections() throws {
        let value: JSONValue = [
            "m": [:], "l": [],
            "s": [
                1, [2, [3, ["a": 1, "b": [["c": []], [:]]]], []], ["x": .null, "y": ["z": true]],
            ],
        ]
        let expected = """
            l: []
            m: {}
            s:
            - 1
            - - 2
              - - 3
                - a: 1
                  b:
                  - c: []
                  - {}
              - []
            - x: null
              "y":
                z: true

            """
        #expect(try yaml(value) == expected)
    }

    @Test func indentsCollectionsUnderMarkedKeys() throws {
        let value: JSONValue = ["a\nb": ["c": 1], "d\ne": ["f", "g"]]
        let expected = """
            ? |-
              a
              b
            : c: 1
            ? |-
              d
              e
            : - f
              - g

            """
        #expect(try yaml(value) == expected)
    }

    @Test func ordersKeysNaturally() throws {
        let keys = [
            "m", "l", "s", "a10", "a2", "a1b", "A", "_", "a-b", "a.b", "é", "B", "1", "10", "9", "07", "7", "a100",
            "a099", "a00", "a0",
        ]
        let object = JSONObject(keys.map { (key: $0, value: JSONValue.null) })
        let written = try yaml(.object(object)).split(separator: "\n").map { $0.dropLast(": null".count) }
        let expected = [
            "_", "\"1\"", "\"7\"", "\"07\"", "\"9\"", "\"10\"", "A", "B", "a-b", "a.b", "a0", "a00", "a2", "a10",
            "a100", "a1b", "a099", "l", "m", "s", "é",
        ]
        #expect(written.map(String.init) == expected)
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("1.0", "1"), ("1e3", "1000"), ("1.5", "1.5"), ("1e20", "1e+20"),
        ("1e21", "1e+21"), ("1e-7", "1e-07"), ("123456789.5", "1.234567895e+08"),
        ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
        ("9223372036854775808", "9223372036854776000"), ("18446744073709551615", "1.8446744073709552e+19"),
        ("1e19", "10000000000000000000"), ("100000.5", "100000.5"), ("1000000.5", "1.0000005e+06"),
        ("12345678901234567890123", "1.2345678901234568e+22"),
    ])
    func writesNumbersAsGoFormatsThem(_ number: String, _ expected: String) throws {
        #expect(try yaml(.number(JSONNumber(verbatim: number))) == expected + "\n")
    }

    @Test func writesElementsOfAList() throws {
        var text = "items:\n"
        try YAMLEmitter.writeElement(["kind": "Pod", "spec": ["c": [1, 2]]], into: &text)
        try YAMLEmitter.writeElement([:], into: &text)
        try YAMLEmitter.writeElement([[1]], into: &text)
        #expect(text == "items:\n- kind: Pod\n  spec:\n    c:\n    - 1\n    - 2\n- {}\n- - - 1\n")
    }

    @Test func writesScalarsAtTheRoot() throws {
        #expect(try yaml("a\nb") == "|-\n  a\n  b\n")
        #expect(try yaml("yes") == "\"yes\"\n")
        #expect(try yaml(.null) == "null\n")
        #expect(try yaml(["a", [:]]) == "- a\n- {}\n")
    }

    @Test func changesTextThatDoesNotSurviveTheWayThroughJSON() throws {
        #expect(try yaml(["a": "x\u{85}  y"]) == "a: x y\n")
    }

    @Test(arguments: ["\u{7F}", "a\u{80}", "\u{FFFF}"])
    func refusesTextThatDoesNotSurviveTheWayThroughJSON(_ text: String) {
        #expect(throws: YAMLError.syntax(problem: "control characters are not allowed", line: nil)) {
            try yaml(["a": .string(text)])
        }
    }

    @Test(arguments: [(1022, true), (1023, false)])
    func refusesKeysLongerThanYAMLAllowsInJSON(_ count: Int, _ isAllowed: Bool) throws {
        let key = String(repeating: "k", count: count)
        let value = object(key)
        if isAllowed {
            #expect(try yaml(value) == "? \(key)\n: 1\n")
        } else {
            #expect(throws: YAMLError.syntax(problem: "did not find expected ',' or '}'", line: nil)) {
                try yaml(value)
            }
        }
    }
}
