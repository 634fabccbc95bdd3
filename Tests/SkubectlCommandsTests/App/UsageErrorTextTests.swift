import CommandLineKit
import SkubectlCommands
import StdlibExtensions
import Testing

/// Every text was printed by kubectl 1.36.
struct UsageErrorTextTests {
    @Test(arguments: [
        (UsageError.unknownFlag("x"), "unknown flag: --x"), (.unknownFlag("é"), "unknown flag: --é"),
        (.unknownShorthand(UInt8(ascii: "Z"), group: "Z"), "unknown shorthand flag: 'Z' in -Z"),
        (.unknownShorthand(UInt8(ascii: "="), group: "=x"), "unknown shorthand flag: '=' in -=x"),
        (.unknownShorthand(0xC3, group: "é"), "unknown shorthand flag: 'Ã' in -é"),
        (.badFlagSyntax("---x"), "bad flag syntax: ---x"),
        (.missingValue("output"), "flag needs an argument: --output"),
        (.missingShorthandValue(UInt8(ascii: "o"), group: "o"), "flag needs an argument: 'o' in -o"),
        (
            .invalidValue("x", flag: .chunkSize, .noInteger),
            #"invalid argument "x" for "--chunk-size" flag: strconv.ParseInt: parsing "x": invalid syntax"#
        ),
        (
            .invalidValue("99999999999999999999", flag: .chunkSize, .integerOutOfRange),
            #"invalid argument "99999999999999999999" for "--chunk-size" flag: "#
                + #"strconv.ParseInt: parsing "99999999999999999999": value out of range"#
        ),
        (
            .invalidValue("maybe", flag: FlagName(name: "watch", shorthand: "w"), .noBool),
            #"invalid argument "maybe" for "-w, --watch" flag: strconv.ParseBool: parsing "maybe": invalid syntax"#
        ),
        (
            .invalidValue("5x", flag: .since, .duration(.unknownUnit("x"))),
            #"invalid argument "5x" for "--since" flag: time: unknown unit "x" in duration "5x""#
        ),
        (
            .invalidValue("", flag: .since, .duration(.invalid)),
            #"invalid argument "" for "--since" flag: time: invalid duration """#
        ),
        (
            .invalidValue("5", flag: .since, .duration(.missingUnit)),
            #"invalid argument "5" for "--since" flag: time: missing unit in duration "5""#
        ),
        (
            .invalidValue("\u{1}é\"", flag: .since, .duration(.invalid)),
            #"invalid argument "\x01é\"" for "--since" flag: time: invalid duration "\x01\xc3\xa9\"""#
        ),
        (
            .invalidValue("a\"b", flag: .filename, .list(.bareQuote(CSVPosition(startLine: 1, line: 1, column: 2)))),
            #"invalid argument "a\"b" for "-f, --filename" flag: "#
                + #"parse error on line 1, column 2: bare " in non-quoted-field"#
        ),
        (
            .invalidValue("\"ab", flag: .filename, .list(.strayQuote(CSVPosition(startLine: 1, line: 1, column: 4)))),
            #"invalid argument "\"ab" for "-f, --filename" flag: "#
                + #"parse error on line 1, column 4: extraneous or missing " in quoted-field"#
        ),
        (
            .invalidValue("x", flag: FlagName(name: "log-flush-frequency", shorthand: nil), .unparsable),
            #"invalid argument "x" for "--log-flush-frequency" flag: parse error"#
        ),
        (
            .invalidValue("x", flag: FlagName(name: "vmodule", shorthand: nil), .noModulePattern),
            #"invalid argument "x" for "--vmodule" flag: syntax error: expect comma-separated list of filename=N"#
        ),
        (
            .invalidValue("a=-1", flag: FlagName(name: "vmodule", shorthand: nil), .negativeModuleLevel),
            #"invalid argument "a=-1" for "--vmodule" flag: negative value for vmodule level"#
        ),
    ])
    func `flags`(error: UsageError, problem: String) {
        #expect(
            error.text(program: "kubectl", path: ["get"])
                == "error: \(problem)\nSee 'kubectl get --help' for usage.\n")
    }

    @Test func `the hint names the command and the name the program was called by`() {
        #expect(
            UsageError.unknownFlag("x").text(program: "skubectl", path: [])
                == "error: unknown flag: --x\nSee 'skubectl --help' for usage.\n")
        #expect(
            UsageError.unknownFlag("x").text(program: "kubectl", path: ["options"])
                == "error: unknown flag: --x\nRun 'kubectl options' without flags.\n")
    }

    @Test(arguments: [
        (
            UsageError.unknownCommand("getx", suggestions: ["set", "get"]), [],
            "error: unknown command \"getx\" for \"kubectl\"\n\nDid you mean this?\n\tset\n\tget\n"
        ),
        (.unknownCommand("hlep", suggestions: []), [], "error: unknown command \"hlep\" for \"kubectl\"\n"),
        (.flagsBeforeUnknownCommand("-n"), [], "Error: flags cannot be placed before plugin name: -n\n"),
        (
            .unknownSubcommand(["help", "vie"]), ["config"],
            "error: unknown command \"help vie\"\nSee 'kubectl config -h' for help and examples\n"
        ),
        (.missingRequiredFlags(["image"]), ["run"], "error: required flag(s) \"image\" not set\n"),
        (
            .unexpectedArguments(["extra"]), ["config", "view"],
            "error: unexpected arguments: [extra]\nSee 'kubectl config view -h' for help and examples\n"
        ),
        (
            .invalid("must specify one of -f and -k", hint: .none), ["create"],
            "error: must specify one of -f and -k\n"
        ),
        (
            .invalid("Shell not specified.", hint: .helpAndExamples), ["completion"],
            "error: Shell not specified.\nSee 'kubectl completion -h' for help and examples\n"
        ),
    ])
    func `commands`(error: UsageError, path: [String], text: String) {
        #expect(error.text(program: "kubectl", path: path) == text)
    }

    @Test func `a deprecated flag`() {
        #expect(
            UsageNote.deprecatedFlag("old", advice: "use --new instead").text
                == "Flag --old has been deprecated, use --new instead\n")
    }
}

extension FlagName {
    fileprivate static let chunkSize = FlagName(name: "chunk-size", shorthand: nil)
    fileprivate static let since = FlagName(name: "since", shorthand: nil)
    fileprivate static let filename = FlagName(name: "filename", shorthand: "f")
}
