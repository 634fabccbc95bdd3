import Testing

@testable import JSONModel

struct GoValueTextTests {
    @Test func showsValuesAsGoDoes() {
        let nested: JSONValue = ["x", .null, ["b": 1, "a": Self.number("2.0")]]
        #expect(GoValueText.text(nested) == "[x <nil> map[a:2 b:1]]")
        #expect(GoValueText.text(true) == "true")
        #expect(GoValueText.text(Self.number("1e30")) == "1e+30")
        #expect(GoValueText.text(Self.number("-1.5e-7")) == "-1.5e-07")
        #expect(GoValueText.text(Self.number("9223372036854775807")) == "9223372036854775807")
        #expect(GoValueText.text(Self.number("9223372036854775808")) == "9.223372036854776e+18")
    }

    @Test func showsValuesAsGoSyntax() {
        let value: JSONValue = ["b": ["x\n", .null, []], "a": Self.number("1.5"), "c": [:], "d": true]
        #expect(
            GoValueText.syntax(value)
                == #"map[string]interface {}{"a":1.5, "b":[]interface {}{"x\n", interface {}(nil), []interface {}{}}, "#
                + #""c":map[string]interface {}{}, "d":true}"#)
    }

    private static func number(_ text: String) -> JSONValue {
        .number(JSONNumber(verbatim: text))
    }
}
