import Testing

@testable import CommandLineKit

/// Flags of the kind of component-base's `MapStringString`.
struct PlainPairsTests {
    private let flag = Flag("rule", default: [String: String](), help: "").plainPairs()

    @Test func `pairs stand between commas and add up`() throws {
        var presets = FlagPresets()
        try presets.set(flag.definition, to: " a = b ,,c=d=e")
        try presets.set(flag.definition, to: "a=\"x")
        #expect(presets.values["rule"] == .pairs(["a": "\"x", "c": "d=e"]))
        #expect(flag.definition.defaultText == "")
    }

    @Test func `what is no pair is refused`() {
        var presets = FlagPresets()
        #expect(throws: UsageError.invalidValue("a=b,c", flag: FlagName(name: "rule", shorthand: nil), .malformedPair))
        {
            try presets.set(flag.definition, to: "a=b,c")
        }
    }
}
