import JSONModel
import KubeModel
import TestSupport
import Testing

struct QuantityTests {
    @Test func printsAsKubectlDoes() throws {
        let lines = try Fixture().text("quantities.txt").split(separator: "\n")
        #expect(lines.count > 200)
        for line in lines {
            let parts = line.split(separator: " ")
            let quantity = try Quantity(String(parts[0]))
            #expect(quantity.description == parts[1], "\(parts[0])")
        }
    }

    @Test(arguments: ["", "abc", "1x", "1KiB", "1 ", " 1", "1e1.5", "1.2.3", "é", "1é"])
    func refusesOtherForms(text: String) {
        #expect(throws: QuantityError.format) { try Quantity(text) }
    }

    @Test(arguments: ["--1", "1ee3", "1kk", "1i", "1e", "1e99999999999"])
    func refusesUnknownSuffixes(text: String) {
        #expect(throws: QuantityError.suffix) { try Quantity(text) }
    }

    @Test func adds() throws {
        #expect(try Quantity("100m").adding(Quantity("1")).description == "1100m")
        #expect(try Quantity("70Mi").adding(Quantity("170Mi")).description == "240Mi")
        #expect(try Quantity("1Gi").adding(Quantity("1G")).description == "2073741824")
        #expect(try Quantity.zero.adding(Quantity("2Ki")).description == "2Ki")
        #expect(try Quantity("2Ki").subtracting(Quantity("1Ki")).description == "1Ki")
        #expect(try Quantity("2Ki").subtracting(Quantity("1Ki")).description == "1Ki")
        let huge = try Quantity("100000000000000000000000000000000000e2147483647")
        #expect(huge.adding(huge) > huge.subtracting(huge))
    }

    @Test func compares() throws {
        #expect(try Quantity("1000m") == Quantity("1"))
        #expect(try Quantity("1000m").hashValue == Quantity("1").hashValue)
        #expect(try Quantity("1023") < Quantity("1Ki"))
        #expect(try Quantity("-1") < .zero)
        #expect(try Quantity("1e-2147483648") > .zero)
        #expect(try Quantity("1e2147483647") > Quantity("9Ei"))
    }

    /// As apimachinery's `ScaledValue` does.
    @Test func amountsThatDoNotFitAreNothingOrCutOff() throws {
        #expect(try Quantity("12E").value == 0)
        #expect(try Quantity("12P").milliValue == 0)
        #expect(try Quantity("9Ei").value == .max)
        #expect(try Quantity("9Ei").milliValue == -1000)
    }

    @Test func roundsAwayFromZero() throws {
        #expect(try Quantity("100m").value == 1)
        #expect(try Quantity("1001m").value == 2)
        #expect(try Quantity("-1001m").value == -2)
        #expect(try Quantity("1.5").milliValue == 1500)
        #expect(try Quantity("1n").milliValue == 1)
        #expect(Quantity(milli: 1500).description == "1500m")
        #expect(Quantity(2048, format: .binarySI).description == "2Ki")
    }

    @Test func decodesTextsNumbersAndNull() throws {
        #expect(try JSONValue.string(" 1Gi ").decoded(as: Quantity.self).description == "1Gi")
        #expect(try JSONValue.number(JSONNumber(5)).decoded(as: Quantity.self).description == "5")
        #expect(try JSONValue.number(JSONNumber(verbatim: "0.5")).decoded(as: Quantity.self).description == "500m")
        #expect(try JSONValue.null.decoded(as: Quantity.self).isZero)
        #expect(throws: (any Error).self) { try JSONValue.string("1x").decoded(as: Quantity.self) }
    }
}
