import JSONModel
import Testing

@Suite struct JSONNumberTests {
    /// Pairs of what was written and what `kubectl label --local -o json` of 1.36 printed.
    @Test(arguments: [
        ("1.0", "1"), ("1e21", "1e+21"), ("1e20", "100000000000000000000"),
        ("123456789012345678901234567890", "1.2345678901234568e+29"), ("9223372036854775807", "9223372036854775807"),
        ("9223372036854775808", "9223372036854776000"), ("-9223372036854775808", "-9223372036854775808"),
        ("-9223372036854775809", "-9223372036854776000"), ("0.0000001", "1e-7"), ("0.000001", "0.000001"),
        ("1e-6", "0.000001"), ("1E5", "100000"), ("-0", "0"), ("-0.0", "-0"), ("0.1", "0.1"), ("1.5e300", "1.5e+300"),
        ("5e-324", "5e-324"), ("100000000000000000000", "100000000000000000000"), ("1e0", "1"),
        ("12345678.9", "12345678.9"), ("18446744073709551615", "18446744073709552000"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"), ("123456789.123456789e3", "123456789123.45679"),
        ("999999999999999999999.0", "1e+21"), ("1e-400", "0"), ("-1e-400", "-0"),
    ])
    func normalizesAsGo(written: String, printed: String) throws {
        #expect(JSONNumber(verbatim: written).normalizedAsGo?.text == printed)
        let options = JSONParsingOptions(numbers: .normalizedAsGo)
        #expect(try JSONParser.parse("[\(written)]", options: options) == [.number(JSONNumber(verbatim: printed))])
    }

    @Test func refusesWhatIsNoDouble() {
        #expect(JSONNumber(verbatim: "1e999").normalizedAsGo == nil)
        #expect(JSONNumber(verbatim: "-1e309").normalizedAsGo == nil)
    }

    @Test func givesIntegersThatFit() {
        #expect(JSONNumber(verbatim: "-9223372036854775808").int64 == Int64.min)
        #expect(JSONNumber(verbatim: "9223372036854775808").int64 == nil)
        #expect(JSONNumber(verbatim: "18446744073709551615").uint64 == UInt64.max)
        #expect(JSONNumber(verbatim: "-1").uint64 == nil)
        #expect(JSONNumber(verbatim: "1.0").int64 == nil)
        #expect(JSONNumber(verbatim: "1e3").int64 == nil)
        #expect(JSONNumber(verbatim: "1e3").double == 1000)
    }

    @Test func tellsIntegersFromOthers() {
        #expect(JSONNumber(verbatim: "-12").isInteger)
        #expect(!JSONNumber(verbatim: "1.0").isInteger)
        #expect(!JSONNumber(verbatim: "1E3").isInteger)
    }
}
