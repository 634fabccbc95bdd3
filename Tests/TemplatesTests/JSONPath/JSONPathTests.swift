import JSONModel
import Testing

@testable import Templates

/// The expected texts are kubectl's.
struct JSONPathTests {
    private static let pod = JSONPathTests.value(
        #"""
        {"kind": "Pod", "metadata": {"name": "web", "labels": {"app.kubernetes.io/name": "w", "a": "b"}},
         "spec": {"containers": [
            {"name": "one", "image": "i1", "ports": [{"port": 80}, {"port": 443}]},
            {"name": "two", "image": "i2", "ready": true}, {"name": "three", "image": "i2", "restarts": 3}]},
         "numbers": [0, -1, 1.5, 1e21, 0.0000001, 9007199254740993], "nothing": null, "empty": {}, "none": [],
         "html": "<a & b>"}
        """#)

    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("a}b", "a}b"),
        ("{.kind}", "Pod"), ("{$.kind}", "Pod"), ("{@.kind}", "Pod"), ("{ .kind }", "Pod"),
        ("[{.kind}]", "[Pod]"), ("{.kind}{.metadata.name}", "Podweb"), ("{.kind .kind}", ""),
        ("{.metadata['name']}", "web"), ("{.metadata.labels['a']}", "b"), ("{['kind']}", "Pod"),
        ("{.metadata.labels.app\\.kubernetes\\.io/name}", "w"),
        ("{.metadata.labels['app\\.kubernetes\\.io/name']}", "w"),
        ("{.metadata.labels['app.kubernetes.io/name']}", ""),
        ("{.missing}", ""), ("{.missing.deep[3]}", ""), ("{.}", ""), ("{}", "@"),
        ("{.spec.containers[0].name}", "one"), ("{.spec.containers[-1].name}", "three"),
        ("{.spec.containers[*].name}", "one two three"), ("{.spec.containers[:].name}", "one two three"),
        ("{.spec.containers[0:2].name}", "one two"), ("{.spec.containers[1:].name}", "two three"),
        ("{.spec.containers[:-1].name}", "one two"), ("{.spec.containers[::2].name}", "one three"),
        ("{.spec.containers[-2:].name}", "two three"), ("{.spec.containers[].name}", "one"),
        ("{.spec.containers[0,2].name}", "one three"), ("{.spec.containers[0, 2].name}", "one three"),
        ("{.spec.containers[0]['name','image']}", "one i1"), ("{.spec.containers[3:3].name}", ""),
        ("{.spec.containers[*].ports[*].port}", "80 443"),
        ("{.spec.containers[?(@.name==\"two\")].image}", "i2"),
        ("{.spec.containers[?(@.name=='two')].image}", "i2"),
        ("{.spec.containers[?(@.name!='two')].name}", "one three"),
        ("{.spec.containers[?(@.image>='i2')].name}", "two three"),
        ("{.spec.containers[?(@.ready)].name}", "two"), ("{.spec.containers[?(@.ready==true)].name}", "two"),
        ("{.spec.containers[?(@.restarts>2)].name}", "three"), ("{.spec.containers[?(@.restarts<=2)].name}", ""),
        ("{.spec.containers[?(@.name == 'two')].image}", "i2"),
        ("{.spec.containers[?(@.image==@.image)].name}", "one two three"),
        ("{.spec.containers[?(@.ports[0].port==80)].name}", "one"),
        ("{..port}", "80 443"), ("{..containers[0].name}", "one"), ("{.spec..name}", "one two three"),
        ("{.numbers[*]}", "0 -1 1.5 1e+21 1e-07 9007199254740993"), ("{.nothing}", "null"), ("{.empty}", "{}"),
        ("{.none}", "[]"), ("{.none[*]}", ""), ("{.nothing[0]}", ""), ("{.nothing.a}", ""),
        ("{.html}", "<a & b>"), ("{.metadata.labels}", #"{"a":"b","app.kubernetes.io/name":"w"}"#),
        ("{.kind.*}", "80 111 100"), ("{.spec.containers[1].*}", "i2 two true"),
        ("{\"\\n\"}", "\n"), ("{'it\\'s'}", "it's"), ("{\"\\u00e9\\x41\\101\\t\"}", "éAA\t"), ("{\"<\"}", "<"),
        ("{1}", "1"), ("{-2}", "-2"), ("{+3}", "3"), ("{1.50}", "1.5"), ("{2.}", "2"), ("{true}", "true"),
        ("{10000000.0}", "1e+07"), ("{range .spec.containers[*]}<{.name}>{end}", "<one><two><three>"),
        ("{range .spec.containers[*]}{.name}{range .ports[*]} {.port}{end};{end}!", "one 80 443;two;three;!"),
        ("{range .none[*]}x{.a[0]}{end}y", "y"), ("{range .missing}x{end}y", "y"),
        ("{range .spec.containers[*]}{.name}", "onetwothree"),
        ("{range .spec.containers[0:2]}{.name}{end}{range .spec.containers[2:]}{.name}{end}", "onetwothree"),
        ("{range .metadata.labels.*}{@},{end}", "b,w,"), ("{range .nothing}{@}{end}", "<no value>"),
    ])
    func prints(_ expression: String, _ expected: String) throws {
        var path = try JSONPath(expression)
        var text = ""
        try path.print(Self.pod, into: &text)
        let whole = JSONWriter.text(Self.pod, style: JSONStyle(sortsKeys: true))
        #expect(text == (expected == "@" ? whole : expected))
        var again = try JSONPath(expression)
        var textOfParts = ""
        try again.print(again.projection.applied(to: Self.pod), into: &textOfParts)
        #expect(textOfParts == text, "from the parts that the expression looks at")
    }

    @Test(arguments: [
        ("{.kind", "unclosed action"), ("{.a\n}", "unclosed action"), ("{", "unclosed action"),
        ("{.a{.b}}", "unrecognized character in action: U+007B '{'"),
        ("{*}", "unrecognized character in action: U+002A '*'"),
        ("{..*}", "unrecognized character in action: U+002A '*'"),
        ("{\t.a}", "unrecognized character in action: U+0009"),
        ("{..a....b}", "invalid multiple recursive descent"), ("{....}", "invalid multiple recursive descent"),
        ("{.a[0}", "unterminated array"), ("{.a[x]}", "invalid array index x"),
        ("{.a['x]}", "invalid array index 'x"), ("{.a['b]c']}", "invalid array index 'b"),
        ("{.a[-]}", "array index - is not a number"), ("{.a[1:2:3:4]}", "invalid array index 1:2:3:4"),
        ("{.a[99999999999999999999]}", "array index 99999999999999999999 is not a number"),
        ("{.a[?(@.b}", "unterminated filter"), ("{.a[?(@.b)}", "unclosed array expect ]"),
        ("{.a[?(@.b=='c)]}", "unterminated filter"),
        ("{.a[?(@.b==c']')]}", "unrecognized character in action: U+005D ']'"),
        ("{\"abc}", "unterminated quoted string"), ("{\"a\\q\"}", "unquote string \"a\\q\" error invalid syntax"),
        ("{'\\\"'}", "unquote string '\\\"' error invalid syntax"), ("{1.2.3}", "cannot parse number 1.2.3"),
        ("{-}", "cannot parse number -"),
        ("{.items[?(@.a == \"b\")", "unclosed array expect ]"),
    ])
    func refuses(_ expression: String, _ message: String) {
        #expect(throws: TemplateError.jsonPathSyntax(message)) { try JSONPath(expression) }
    }

    @Test(arguments: [
        ("{.numbers[9]}", "array index out of bounds: index 9, length 6"),
        ("{.numbers[-7]}", "array index out of bounds: index -1, length 6"),
        ("{.numbers[0:7]}", "array index out of bounds: index 6, length 6"),
        ("{.numbers[3:1]}", "starting index 3 is greater than ending index 1"),
        ("{.numbers[::0]}", "step must be > 0"), ("{.numbers[::-1]}", "step must be > 0"),
        ("{.spec[0]}", "map[string]interface {} is not array or slice"),
        ("{.kind[0]}", "string is not array or slice"), ("{.numbers[0][0]}", "int64 is not array or slice"),
        ("{.numbers[2][0]}", "float64 is not array or slice"),
        (
            "{.metadata.labels[?(@.a)]}",
            "map[a:b app.kubernetes.io/name:w] is not array or slice and cannot be filtered"
        ),
        ("{.nothing[?(@.a)]}", "<nil> is not array or slice and cannot be filtered"),
        ("{.numbers[?(@==1.5)]}", "incompatible types for comparison"),
        ("{.spec.containers[?(@.name==1)]}", "incompatible types for comparison"),
        ("{.spec.containers[?(@.ports==1)]}", "invalid type for comparison"),
        ("{.spec.containers[?(@.ready<true)]}", "invalid type for comparison"),
        ("{.spec.containers[?(@.name=\"one\")]}", "unrecognized filter operator ="),
        ("{.spec.containers[?(@.*=='a')]}", "can only compare one element at a time"),
        ("{foo}", "unrecognized identifier foo"), ("{end}", "not in range, nothing to end"),
        ("{.spec.containers[?(@.name==one)]}", "unrecognized identifier one"),
    ])
    func fails(_ expression: String, _ message: String) throws {
        var path = try JSONPath(expression)
        #expect(throws: TemplateError.jsonPathEvaluation(message)) { try path.results(in: Self.pod) }
        var again = try JSONPath(expression)
        let parts = again.projection.applied(to: Self.pod)
        #expect(throws: TemplateError.jsonPathEvaluation(message)) { try again.results(in: parts) }
    }

    @Test func missingKeysCanBeFailures() throws {
        var path = try JSONPath("{.metadata.nothing}", allowsMissingKeys: false)
        #expect(throws: TemplateError.jsonPathEvaluation("nothing is not found")) {
            try path.results(in: Self.pod)
        }
        var empty = try JSONPath("{.none[*].a}", allowsMissingKeys: false)
        #expect(try empty.results(in: Self.pod) == [[]])
    }

    @Test func existenceFiltersTakeFailuresForFound() throws {
        #expect(try text("{.spec.containers[?(@.ports[9])].name}") == "one")
    }

    @Test func printsEachPartAsJSON() throws {
        var path = try JSONPath("{.spec.containers[*].name}{\"<\"}{.missing}{1.0}")
        var text = ""
        try path.printJSON(Self.pod, into: &text)
        #expect(
            text == """
                [
                    "one",
                    "two",
                    "three"
                ]
                [
                    "\\u003c"
                ]
                []
                [
                    1
                ]

                """)
    }

    @Test func aSecondEvaluationBeginsBehindTheRange() throws {
        var path = try JSONPath("{range .spec.containers[*]}{.name},{end}{.kind};")
        var text = ""
        try path.print(Self.pod, into: &text)
        #expect(text == "one,two,three,Pod;")
        #expect(throws: TemplateError.jsonPathEvaluation("not in range, nothing to end")) {
            try path.results(in: Self.pod)
        }
    }

    @Test func numbersOfTypedObjectsAreDoubles() throws {
        func text(_ expression: String) throws -> String {
            var path = try JSONPath(expression, numbersAreDoubles: true)
            var text = ""
            try path.print(["n": 5, "big": 12_345_678, "list": [1, 2], "map": ["a": 1]], into: &text)
            return text
        }
        #expect(
            try text("{.n} {.big} {.list} {.list[*]} {.map.*} {.map} {7}") == "5 1.2345678e+07 [1,2] 1 2 1 {\"a\":1} 7")
        #expect(try text("{.list[?(@>1.5)]}") == "2")
        #expect(throws: TemplateError.jsonPathEvaluation("incompatible types for comparison")) {
            try text("{.list[?(@>1)]}")
        }
        #expect(throws: TemplateError.jsonPathEvaluation("float64 is not array or slice")) { try text("{.n[0]}") }
    }

    @Test func boundsItsRecursion() {
        let ranges = String(repeating: "{range @}", count: 100_000)
        #expect(throws: TemplateError.jsonPathEvaluation("ranges are nested too deeply")) {
            var path = try JSONPath(ranges)
            _ = try path.results(in: Self.pod)
        }
        let filters = String(repeating: "a[?(", count: 50_000)
        #expect(throws: TemplateError.self) { try JSONPath("{\(filters)}") }
        let deep = (0..<9_000).reduce(JSONValue.string("x")) { value, _ in .array([value]) }
        #expect(throws: Never.self) {
            var path = try JSONPath("{..}")
            _ = try path.results(in: deep).count
        }
    }

    private func text(_ expression: String) throws -> String {
        var path = try JSONPath(expression)
        var text = ""
        try path.print(Self.pod, into: &text)
        return text
    }

    private static func value(_ text: String) -> JSONValue {
        // The text is a constant of this file.
        (try? JSONParser.parse(text, options: JSONParsingOptions(numbers: .normalizedAsGo))) ?? .null
    }
}
