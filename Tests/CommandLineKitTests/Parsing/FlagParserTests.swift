import CommandLineKit
import StdlibExtensions
import Testing

/// The spellings of flags, each tried with kubectl 1.36.
struct FlagParserTests {
    private func parse(_ arguments: [String]) throws -> ParsedArguments {
        let invocation = SampleProgram.tree.resolve(["get"] + arguments)
        switch invocation.action {
        case .run(_, let parsed): return parsed
        case .refuse(let error): throw error
        case .showHelp: throw Unexpected.help
        }
    }

    private enum Unexpected: Error { case help }

    @Test(arguments: [
        ["-oyaml"], ["-o=yaml"], ["-o", "yaml"], ["--output=yaml"], ["--output", "yaml"], ["-Aoyaml"], ["-Ao", "yaml"],
        ["-Ao=yaml"], ["-o", "json", "-oyaml"],
    ])
    func `a text flag in every spelling`(arguments: [String]) throws {
        #expect(try parse(arguments)[GetCommand.output] == "yaml")
    }

    @Test(arguments: [
        (["--output="], ""), (["-o="], "="), (["-o=="], "="), (["-o=a=b"], "a=b"), (["-oa=b"], "a=b"),
        (["-o", ""], ""),
        (["--output", "--x"], "--x"), (["-o", "-A"], "-A"), (["--output=--"], "--"), (["-o", "--"], "--"),
    ])
    func `odd texts are taken as they are`(arguments: [String], value: String) throws {
        #expect(try parse(arguments)[GetCommand.output] == value)
    }

    @Test func `flags and positional arguments mix, and two dashes end the flags`() throws {
        let parsed = try parse(["pods", "-A", "web", "-", "--", "-o", "x", "--"])
        #expect(parsed.positionals == ["pods", "web", "-", "-o", "x", "--"])
        #expect(parsed.positionalsBeforeDash == 3)
        #expect(parsed[GetCommand.all])
        #expect(try parse(["pods"]).positionalsBeforeDash == nil)
    }

    @Test(arguments: ["1", "t", "T", "true", "TRUE", "True"])
    func `yes in Go's spellings`(text: String) throws {
        #expect(try parse(["--all-namespaces=\(text)"])[GetCommand.all])
        #expect(try parse(["-A=\(text)"])[GetCommand.all])
    }

    @Test(arguments: ["0", "f", "F", "false", "FALSE", "False"])
    func `no in Go's spellings`(text: String) throws {
        let parsed = try parse(["--merge=\(text)"])
        #expect(!parsed[GetCommand.merge])
        #expect(parsed.wasSet(GetCommand.merge))
    }

    @Test func `a switch takes no value from the next argument`() throws {
        let parsed = try parse(["-A", "false"])
        #expect(parsed[GetCommand.all])
        #expect(parsed.positionals == ["false"])
    }

    @Test func `a flag with an implied value takes another only when attached`() throws {
        #expect(try parse([])[GetCommand.dryRun] == "none")
        #expect(try parse(["--dry-run", "client"])[GetCommand.dryRun] == "unchanged")
        #expect(try parse(["--dry-run=client"])[GetCommand.dryRun] == "client")
    }

    @Test(arguments: [
        ("0x10", Int64(16)), ("1_000", 1000), ("0b11", 3), ("0o17", 15), ("017", 15), ("0_7", 7), ("0x_1", 1),
        ("+5", 5),
        ("-5", -5), ("0", 0), ("0X1f", 31), ("-9223372036854775808", .min), ("9223372036854775807", .max),
    ])
    func `numbers with Go's prefixes`(text: String, number: Int64) throws {
        #expect(try parse(["--chunk-size=\(text)"])[GetCommand.chunkSize] == number)
    }

    @Test(arguments: ["", " 5", "1__0", "_1", "1_", "0x", "0_", "0x_", "08", "5.0", "x", "0b2", "-", "+-1", "é"])
    func `texts that are no number`(text: String) {
        let flag = FlagName(name: "chunk-size", shorthand: nil)
        #expect(throws: UsageError.invalidValue(text, flag: flag, .noInteger)) {
            try parse(["--chunk-size=\(text)"])
        }
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "99999999999999999999", "18446744073709551616x",
    ])
    func `numbers out of range`(text: String) {
        let flag = FlagName(name: "chunk-size", shorthand: nil)
        #expect(throws: UsageError.invalidValue(text, flag: flag, .integerOutOfRange)) {
            try parse(["--chunk-size=\(text)"])
        }
    }

    @Test func `smaller numbers have smaller ranges`() throws {
        #expect(try parse(["--replicas=2147483647"])[GetCommand.replicas] == .max)
        #expect(try parse(["--grace-period=30"])[GetCommand.grace] == 30)
        #expect(throws: UsageError.invalidValue("2147483648", flag: .replicas, .integerOutOfRange)) {
            try parse(["--replicas=2147483648"])
        }
    }

    @Test func `the log level is decimal`() throws {
        #expect(try parse(["-v=017"])[SampleProgram.level] == 17)
        #expect(try parse(["-v6"])[SampleProgram.level] == 6)
        let flag = FlagName(name: "v", shorthand: "v")
        #expect(throws: UsageError.invalidValue("0x10", flag: flag, .noInteger)) { try parse(["--v=0x10"]) }
        #expect(throws: UsageError.invalidValue("1_0", flag: flag, .noInteger)) { try parse(["--v=1_0"]) }
        #expect(throws: UsageError.invalidValue("99999999999", flag: flag, .integerOutOfRange)) {
            try parse(["--v=99999999999"])
        }
    }

    @Test func `durations are Go's`() throws {
        #expect(try parse(["--since=1m30s"])[GetCommand.since] == .seconds(90))
        let flag = FlagName(name: "since", shorthand: nil)
        #expect(throws: UsageError.invalidValue("5x", flag: flag, .duration(.unknownUnit("x")))) {
            try parse(["--since=5x"])
        }
        #expect(throws: UsageError.invalidValue("5", flag: flag, .duration(.missingUnit))) { try parse(["--since=5"]) }
        #expect(throws: UsageError.invalidValue("", flag: flag, .duration(.invalid))) { try parse(["--since="]) }
    }

    @Test func `a duration of Go's own flags is refused without a reason`() throws {
        #expect(try parse(["--flush=5s"])[GetCommand.flush] == .seconds(5))
        let flag = FlagName(name: "flush", shorthand: nil)
        #expect(throws: UsageError.invalidValue("5x", flag: flag, .unparsable)) { try parse(["--flush=5x"]) }
    }

    @Test func `lists split at commas and add up`() throws {
        let parsed = try parse(["-f", "a,b", "--filename=\"c,d\",e", "-f", ""])
        #expect(parsed[GetCommand.files] == ["a", "b", "c,d", "e"])
        #expect(try parse(["--item", "a,b", "--item="])[GetCommand.items] == ["a,b", ""])
        #expect(try parse(["--env", "a=1,b=2", "--env", "a=3"])[GetCommand.environment] == ["a": "3", "b": "2"])
        #expect(try parse(["--env", "a=1,b"])[GetCommand.environment] == ["a": "1,b"])
        #expect(try parse(["--env", "\"a=1\""])[GetCommand.environment] == ["a": "1"])
    }

    @Test func `lists refuse what is no CSV and pairs what has no equals sign`() {
        let files = FlagName(name: "filename", shorthand: "f")
        let bare = CSVError.bareQuote(CSVPosition(startLine: 1, line: 1, column: 2))
        #expect(throws: UsageError.invalidValue("a\"b", flag: files, .list(bare))) { try parse(["-f", "a\"b"]) }
        let pairs = FlagName(name: "env", shorthand: nil)
        #expect(throws: UsageError.invalidValue("a", flag: pairs, .noPair("a"))) { try parse(["--env=a"]) }
        #expect(throws: UsageError.invalidValue("a=1,b=2,c", flag: pairs, .noPair("c"))) {
            try parse(["--env=a=1,b=2,c"])
        }
    }

    @Test(arguments: ["a=1", "a=1,b=2", ",a=1", "a=1,", "", "a=0"])
    func `module patterns`(text: String) throws {
        #expect(try parse(["--vmodule=\(text)"])[SampleProgram.modules] == text)
    }

    @Test(arguments: [
        ("x", InvalidFlagValue.noModulePattern), ("a=b", .noModulePattern), ("=1", .noModulePattern),
        ("a=", .noModulePattern), ("a=b=c", .noModulePattern), ("a=99999999999", .noModulePattern),
        ("a=-1", .negativeModuleLevel),
    ])
    func `texts that are no module patterns`(text: String, reason: InvalidFlagValue) {
        let flag = FlagName(name: "vmodule", shorthand: nil)
        #expect(throws: UsageError.invalidValue(text, flag: flag, reason)) { try parse(["--vmodule=\(text)"]) }
    }

    @Test(arguments: [
        (["--x"], UsageError.unknownFlag("x")), (["--x=1"], .unknownFlag("x")), (["--outpu"], .unknownFlag("outpu")),
        (["--dry_run_x"], .unknownFlag("dry_run_x")), (["-Z"], .unknownShorthand(UInt8(ascii: "Z"), group: "Z")),
        (["-AZo"], .unknownShorthand(UInt8(ascii: "Z"), group: "Zo")),
        (["-=x"], .unknownShorthand(UInt8(ascii: "="), group: "=x")), (["-é"], .unknownShorthand(0xC3, group: "é")),
        (["---x"], .badFlagSyntax("---x")), (["--=x"], .badFlagSyntax("--=x")),
        (["--output"], .missingValue("output")), (["-o"], .missingShorthandValue(UInt8(ascii: "o"), group: "o")),
        (["-Ao"], .missingShorthandValue(UInt8(ascii: "o"), group: "o")),
        (["-A=x"], .invalidValue("x", flag: FlagName(name: "all-namespaces", shorthand: "A"), .noBool)),
        (["--merge="], .invalidValue("", flag: FlagName(name: "merge", shorthand: nil), .noBool)),
        (["--help=x"], .invalidValue("x", flag: FlagName(name: "help", shorthand: "h"), .noBool)),
    ])
    func `flags that cannot be read`(arguments: [String], error: UsageError) {
        #expect(throws: error) { try parse(arguments) }
    }

    @Test func `an underscore counts as a dash in names`() throws {
        #expect(try parse(["--all_namespaces"])[GetCommand.all])
        #expect(try parse(["--chunk_size=7"])[GetCommand.chunkSize] == 7)
    }

    @Test func `the flags of Go's test runner are passed over`() throws {
        let parsed = try parse(["-test.v", "pods"])
        #expect(parsed.positionals == ["pods"])
        #expect(parsed.namesOfSetFlags == [])
    }

    @Test func `a flag of another command has its default`() throws {
        #expect(try parse([])[ConfigViewCommand.raw] == false)
        #expect(try parse([])[GetCommand.files] == [])
    }

    @Test func `a deprecated flag is noted each time`() throws {
        let invocation = SampleProgram.tree.resolve(["get", "--old", "--old=false"])
        let note = UsageNote.deprecatedFlag("old", advice: "use --new instead")
        #expect(invocation.notes == [note, note])
    }
}

extension FlagName {
    fileprivate static let replicas = FlagName(name: "replicas", shorthand: nil)
}
