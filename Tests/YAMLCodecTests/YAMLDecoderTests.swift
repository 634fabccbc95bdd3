import JSONModel
import Testing
import YAMLCodec

/// Expected values and errors are those of kubectl 1.36.
struct YAMLDecoderTests {
    private func json(_ yaml: String) throws -> String {
        JSONWriter.text(try decode(yaml), style: JSONStyle(sortsKeys: true, escapesHTML: false))
    }

    private func decode(_ yaml: String) throws(YAMLError) -> JSONValue {
        try YAMLDecoder.decodeFirst(Array(yaml.utf8))
    }

    @Test(arguments: PlainScalarGoldens.all)
    func resolvesScalars(_ scalar: String, _ expected: String) throws {
        #expect(try json("a: \(scalar)\n") == "{\"a\":\(expected)}")
    }

    @Test(arguments: SyntaxErrorGoldens.all)
    func tellsWhatIsNoYAML(_ yaml: String, _ problem: String, _ line: Int?) {
        #expect(throws: YAMLError.syntax(problem: problem, line: line)) { try decode(yaml) }
    }

    @Test(
        arguments: [
            ("a: 1\nb: *x\n", .unknownAnchor("x")), ("a: &x\nb: *x\nc: *y\n", .unknownAnchor("y")),
            ("a: !!int x\n", .mismatchedTag(found: "!!str", text: "x", wanted: "!!int")),
            ("a: !!binary \"%%\"\n", .invalidBase64), ("a: !!binary aGk\n", .invalidBase64),
            ("a: .inf\n", .nonFiniteNumber("+Inf")), ("a: [.nan]\n", .nonFiniteNumber("NaN")),
            ("a: -.INF\n", .nonFiniteNumber("-Inf")), ("~: x\n", .unsupportedKey(nil, value: "x")),
            ("18446744073709551615: x\n", .unsupportedKey(.max, value: "x")),
            ("a: {{ .Values.x }}\n", .collectionAsKey([".Values.x": .null])), ("[a]: b\n", .collectionAsKey(["a"])),
            ("<<: x\n", .mergeOfNoMap), ("<<: [x]\n", .mergeOfNoMap), ("a: &x [1]\n<<: *x\n", .mergeOfNoMap),
            ("a: &a [*a]\n", .anchorContainsItself("a")), ("a: &a\n  b: *a\n", .anchorContainsItself("a")),
        ] as [(String, YAMLError)])
    func tellsWhatCannotBeDecoded(_ yaml: String, _ expected: YAMLError) {
        #expect(throws: expected) { try decode(yaml) }
    }

    @Test func findsBadSyntaxBeforeWhatCannotBeDecoded() {
        #expect(throws: YAMLError.syntax(problem: "mapping values are not allowed in this context", line: 2)) {
            try decode("a: !!int x\nb: c: d\n")
        }
    }

    @Test func writesKeysThatAreCollectionsInGoSyntax() {
        let key: JSONValue = ["b": .null, "a": [1, true, .number(JSONNumber(verbatim: "1000000.5")), "x\"y"]]
        let expected = """
            map[interface {}]interface {}{"a":[]interface {}{1, true, 1.0000005e+06, "x\\"y"}, "b":interface {}(nil)}
            """
        #expect(key.goSyntax == expected)
    }

    @Test(arguments: [
        (
            "1: a\n1.5: b\ntrue: c\n0x10: d\n2001-01-01: e\n1e10: f\n.inf: g\n",
            #"{".inf":"g","1":"a","1.5":"b","16":"d","1e+10":"f","2001-01-01":"e","true":"c"}"#
        ),
        ("y: 1\n", #"{"true":1}"#), ("\"y\": 1\n", #"{"y":1}"#), ("0.1: 1\n", #"{"0.1":1}"#),
    ])
    func makesStringsOfKeys(_ yaml: String, _ expected: String) throws {
        #expect(try json(yaml) == expected)
    }

    @Test(arguments: [
        ("a: &x {b: 1}\nc: *x\n", #"{"a":{"b":1},"c":{"b":1}}"#),
        ("a: &x 1\nb: &x 2\nc: *x\n", #"{"a":1,"b":2,"c":2}"#),
        ("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\n", #"{"a":{"b":1,"c":2},"d":{"b":1,"c":3}}"#),
        // A merge overwrites what stands before it.
        ("a: &x {b: 1}\nd: {b: 2, <<: *x}\n", #"{"a":{"b":1},"d":{"b":1}}"#),
        (
            "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {<<: [*x, *y]}\n",
            #"{"a":{"b":1},"c":{"b":2,"d":3},"e":{"b":1,"d":3}}"#
        ),
        ("a: {<<: {b: 1}}\n", #"{"a":{"b":1}}"#), ("\"<<\": x\n", #"{"<<":"x"}"#),
    ])
    func resolvesAliasesAndMerges(_ yaml: String, _ expected: String) throws {
        #expect(try json(yaml) == expected)
    }

    @Test func lastOfRepeatedKeysWins() throws {
        #expect(try decode("a: 1\nb: 2\na: 3\n") == ["a": 3, "b": 2])
    }

    @Test func refusesRepeatedKeysOnRequest() {
        let bytes = Array("a: 1\nb:\n  c: 2\n  c: 3\na: 4\n".utf8)
        #expect(throws: YAMLError.repeatedKeys([.init(key: "c", line: 4), .init(key: "a", line: 5)])) {
            try YAMLDecoder.decodeFirst(bytes, repeatedKeys: .refused)
        }
    }

    @Test(
        arguments: [
            ("a: |\n  x\n   y\n\n", "x\n y\n"), ("a: |-\n  x\n", "x"), ("a: |+\n  x\n\n", "x\n\n"),
            ("a: >\n  x\n  y\n\n  z\n", "x y\nz\n"), ("a: |2\n    x\n", "  x\n"), ("a: x\n  y\n", "x y"),
            ("a: \"x\\\n  y\\u00e9\\U0001F600\\x41\\t\"\n", "xyé😀A\t"), ("a: 'it''s'\n", "it's"),
            ("a: \"it\\'s\"\n", "it's"), ("a: x\\/y\n", "x\\/y"), ("a: 'x\\/'\n", "x\\/"),
            ("a: \"x\\\\/y\"\n", "x\\/y"), ("a: x\r\n  y\r\n", "x y"), ("a: x # c\n", "x"), ("a: x#c\n", "x#c"),
            ("a: [x, http://h:80/p]\n", nil), ("a: 日本 😀\n", "日本 😀"),
        ] as [(String, String?)])
    func readsText(_ yaml: String, _ expected: String?) throws {
        let value = try decode(yaml)["a"]
        #expect(value == expected.map { .string($0) } ?? ["x", "http://h:80/p"])
    }

    @Test func takesColonsInFlowCollectionsAsGoDoes() throws {
        #expect(try decode("a: {b:, c: d}\n") == ["a": ["b:": .null, "c": "d"]])
        let many = "[" + String(repeating: "x:,", count: 200) + "]"
        #expect(try decode(many).array?.count == 200)
    }

    @Test func readsJSON() throws {
        let text = #"{"a":[1,2.5,-3e2,true,null,"\u00e9\n"],"b":{"c":{}}}"#
        #expect(try json(text) == #"{"a":[1,2.5,-300,true,null,"é\n"],"b":{"c":{}}}"#)
    }

    @Test func readsOnlyTheFirstDocument() throws {
        #expect(try decode("a\n...\nb: [\n") == "a")
        #expect(try decode("") == .null)
        #expect(try decode("# nothing\n") == .null)
        #expect(try decode("---\n...\n") == .null)
    }

    @Test func readsUTF8AndUTF16() throws {
        let text = "a: é😀\n"
        let utf16 = Array(text.utf16)
        let little: [UInt8] = [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
            #expect(try YAMLDecoder.decodeFirst(bytes) == ["a": "é😀"])
        }
        #expect(throws: YAMLError.syntax(problem: "invalid leading UTF-8 octet", line: nil)) {
            try YAMLDecoder.decodeFirst([0x61, 0x3A, 0x20, 0xFF])
        }
    }

    // MARK: - Untrusted input

    @Test func endsABillionLaughs() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(throws: YAMLError.excessiveAliasing) { try decode(yaml) }
    }

    @Test func allowsSomeAliases() throws {
        let yaml = "a: &a [x, x, x, x, x, x, x, x, x, x]\nb:\n" + String(repeating: "- *a\n", count: 100)
        #expect(try decode(yaml)["b"]?.array?.count == 100)
    }

    @Test func endsDeepNesting() {
        #expect(throws: YAMLError.syntax(problem: "exceeded max depth of 10000", line: nil)) {
            try decode(String(repeating: "[", count: 10_001))
        }
        #expect(throws: YAMLError.self) { try decode(String(repeating: "- ", count: 20_000)) }
    }

    @Test func readsDeepNestingBelowTheLimit() throws {
        let yaml = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        var depth = 0
        var value: JSONValue? = try decode(yaml)
        #expect(try YAMLEmitter.bytes(value ?? .null).count == 2 * 9_999 + "[]\n".utf8.count)
        while let inner = value {
            depth += 1
            value = inner[0]
        }
        #expect(depth == 10_000)
    }

    @Test func survivesAnyBytes() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("ab:-?[]{}#&*!|>'\"%@`\\/\n\t ,~0x.<é\u{FEFF}\u{85}\0".utf8) + [0xFF, 0xC2, 0xED]
        for _ in 0..<2000 {
            let count = Int.random(in: 0...60, using: &generator)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            // The outcome does not matter, only that there is one.
            _ = try? YAMLDecoder.decodeFirst(bytes)
            // As above.
            _ = try? YAMLDecoder.decode(bytes)
        }
    }
}
