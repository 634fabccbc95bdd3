import CommandLineKit
import JSONModel
import Testing

@testable import SkubectlCommands

/// `--cpu` and `--memory` of `autoscale`.
struct ResourceTargetTests {
    private static let noQuantity =
        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"

    @Test(arguments: [
        ("500", "500m"), ("1e3", "1"), ("1_0", "10m"), ("0x1p4", "16m"), ("500m", "500m"), (" 5k ", "5k"),
        ("-1", "-1m"),
    ])
    func `bare numbers have the resource's unit`(text: String, amount: String) throws {
        #expect(try ResourceTarget(text, of: .cpu).value == ["type": "AverageValue", "averageValue": .string(amount)])
    }

    @Test func `percents are utilization`() throws {
        #expect(try ResourceTarget("70%", of: .memory).value == ["type": "Utilization", "averageUtilization": 70])
        #expect(try ResourceTarget("1.5", of: .memory).value == ["type": "AverageValue", "averageValue": "1536Ki"])
    }

    @Test(arguments: [
        ("x", "invalid resource cpu value: x"), ("0x10", "invalid resource cpu value: 0x10"),
        ("x%", "invalid percentage value: x"), ("-5%", "invalid percentage value: -5"),
        ("9999999999%", "invalid percentage value: 9999999999"), (" ", "empty input"),
        ("1000000", Self.noQuantity), ("inf", Self.noQuantity), ("1__0", "invalid resource cpu value: 1__0"),
    ])
    func `what is no amount is refused`(text: String, sentence: String) {
        #expect(throws: UsageError.invalid(sentence, hint: .none)) { try ResourceTarget(text, of: .cpu) }
    }
}
