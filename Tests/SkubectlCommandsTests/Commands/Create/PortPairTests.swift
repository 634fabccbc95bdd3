import KubeModel
import Testing

@testable import SkubectlCommands

/// `--tcp` of the commands that create services.
struct PortPairTests {
    @Test(
        arguments: [
            ("80", 80, IntOrString.int(80)), ("0", 0, .int(0)), ("80:8080", 80, .int(8080)),
            ("80:http", 80, .string("http")),
            ("1:2:3", 1, .int(2)), ("007:+5", 7, .int(5)),
        ] as [(String, Int32, IntOrString)])
    func `ports are read`(text: String, port: Int32, target: IntOrString) throws {
        let pair = try PortPair(text)
        #expect(pair.port == port)
        #expect(pair.target == target)
    }

    @Test(arguments: [
        ("x", "strconv.ParseUint: parsing \"x\": invalid syntax"),
        ("", "strconv.ParseUint: parsing \"\": invalid syntax"),
        ("+1", "strconv.ParseUint: parsing \"+1\": invalid syntax"),
        ("-1", "strconv.ParseUint: parsing \"-1\": invalid syntax"),
        ("65536", "strconv.ParseUint: parsing \"65536\": value out of range"),
        ("99999999999999999999", "strconv.ParseUint: parsing \"99999999999999999999\": value out of range"),
        ("80:0", "must be between 1 and 65535, inclusive"),
        (
            "80:",
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-),must contain at least one letter (a-z)"
        ),
        ("80:a--b", "must not contain consecutive hyphens"),
        ("80:-a", "must not begin or end with a hyphen"),
        ("80:abcdefghijklmnop", "must be no more than 15 characters"),
    ])
    func `what is no port is refused`(text: String, sentence: String) {
        #expect {
            try PortPair(text)
        } throws: { error in
            if case CommandError.failed(sentence) = error { true } else { false }
        }
    }
}
