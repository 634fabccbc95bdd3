import StdlibExtensions
import Testing

struct DoubleGoTextTests {
    // The texts of Go's `json.Marshal`.
    @Test(arguments: [
        (0, "0"), (-0.0, "-0"), (1, "1"), (-1.5, "-1.5"), (1000, "1000"), (1e20, "100000000000000000000"),
        (1e21, "1e+21"), (1.25e21, "1.25e+21"), (1e-6, "0.000001"), (9.5e-7, "9.5e-7"), (1e-10, "1e-10"),
        (0.1, "0.1"), (123_456_789.5, "123456789.5"), (.leastNonzeroMagnitude, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9_223_372_036_854_775_808, "9223372036854776000"), (18_446_744_073_709_551_616, "18446744073709552000"),
    ])
    func writesJSON(_ value: Double, _ expected: String) {
        #expect(value.goJSONText == expected)
    }

    // The texts of Go's `strconv.FormatFloat(x, 'g', -1, 64)`.
    @Test(arguments: [
        (0, "0"), (-0.0, "-0"), (1, "1"), (100_000, "100000"), (1_000_000, "1e+06"), (123_456_789.5, "1.234567895e+08"),
        (0.0001, "0.0001"), (0.00001, "1e-05"), (1e20, "1e+20"), (.leastNonzeroMagnitude, "5e-324"),
        (.infinity, "+Inf"),
        (-.infinity, "-Inf"), (.nan, "NaN"),
    ])
    func writesGeneral(_ value: Double, _ expected: String) {
        #expect(value.goGeneralText() == expected)
    }

    @Test func verbVHasAnExponentFromAMillionOn() {
        #expect(999_999.5.goGeneralText() == "999999.5")
        #expect(1_234_567.5.goGeneralText() == "1.2345675e+06")
        #expect(9_223_372_036_854_775_808.0.goGeneralText() == "9.223372036854776e+18")
    }

    @Test(arguments: [(1.5, "1.5"), (0.1, "0.1"), (16_777_216, "1.6777216e+07"), (1e10, "1e+10")] as [(Float, String)])
    func writesSinglePrecision(_ value: Float, _ expected: String) {
        #expect(value.goGeneralText == expected)
    }
}
