import KubeModel
import Testing

@testable import SkubectlCommands

/// What kubectl says of selectors of objects that are none.
struct LabelSelectorErrorTextTests {
    private func report(_ error: any Error) -> String {
        ErrorReport(error, programName: "kubectl").text
    }

    @Test func tellsOfAnUnknownOperator() {
        let error = LabelSelectorError.unknownOperator("Near")
        #expect(report(error) == "error: \"Near\" is not a valid label selector operator\n")
    }

    @Test func tellsOfARequirementPartByPart() {
        let error = LabelSelectorError.invalidRequirement(key: "a", keyFaults: [], .missing, [])
        let missing = "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty"
        #expect(report(error) == "\(missing)\n")

        let long = LabelSelectorError.invalidRequirement(
            key: "a", keyFaults: [.emptyPrefix], .superfluous(["<b>"]),
            [LabelQueryError.InvalidValue(index: 0, value: "b", fault: .longValue)])
        let parts = [
            "key: Invalid value: \"a\": prefix part must be non-empty",
            "values: Invalid value: [\"\\u003cb\\u003e\"]: values set must be empty for exists and does not exist",
            "values[0][a]: Invalid value: \"b\": must be no more than 63 bytes",
        ]
        #expect(report(long) == parts.map { "\($0)\n" }.joined())
        #expect(report(CommandError.several([error, long])) == "\(missing)\n[\(parts.joined(separator: ", "))]\n")
    }
}
