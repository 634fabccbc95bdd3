import JSONModel
import Testing

@testable import YAMLCodec

/// The expected texts are kubectl's.
struct KYAMLEmitterTests {
    private func text(_ value: JSONValue, level: Int = 0, sortsKeys: Bool = true) throws -> String {
        String(decoding: try KYAMLEmitter.bytes(value, level: level, sortsKeys: sortsKeys), as: UTF8.self)
    }

    @Test func putsListsOfCollectionsOnOneLine() throws {
        let value: JSONValue = ["b": [["x": 1], ["y": [["z": true]]]], "a": ["s", 2, .null], "c": [:], "d": []]
        #expect(
            try text(value) == """
                {
                  a: [
                    "s",
                    2,
                    null,
                  ],
                  b: [{
                    x: 1,
                  }, {
                    "y": [{
                      z: true,
                    }],
                  }],
                  c: {},
                  d: [],
                }
                """)
    }

    @Test func keepsTheOrderOfMembersWhereAsked() throws {
        #expect(
            try text(["kind": "K", "apiVersion": "v1"], sortsKeys: false)
                == "{\n  kind: \"K\",\n  apiVersion: \"v1\",\n}")
    }

    @Test(arguments: [
        ("plain", "\"plain\""), ("say \"hi\" \\", #""say \"hi\" \\""#), ("a\tb", "\"a\tb\""), ("a\u{1}b", #""a\x01b""#),
        ("\u{1b}[0m", #""\e[0m""#), ("a\u{a0}b", #""a\_b""#), ("a\u{2028}b", #""a\Lb""#), ("\u{feff}a", #""\ufeffa""#),
        ("café 🎉", "\"café 🎉\""), ("a\r\nb", "\"\\\n   a\\r\\n\\\n   b\\\n  \""), ("\n", "\"\\\n   \\n\\\n  \""),
        ("  a\n\tb\n", "\"\\\n  \\  a\\n\\\n  \\\tb\\n\\\n  \""), ("a\u{85}b", "\"a b\""),
    ])
    func writesStrings(_ string: String, _ expected: String) throws {
        #expect(try text(.string(string)) == expected)
    }

    @Test(arguments: [
        "a", "a-b", "a.b/c", "_x", "app.kubernetes.io/name", "2a", "é", "a_1", "0b2", "infinit", "1e999", "2001-02-30",
        "1.2.3", "0x1F.8",
    ])
    func leavesKeysWithoutQuotes(_ key: String) throws {
        #expect(try text([key: 1]).contains("  \(key): 1"))
    }

    @Test(arguments: [
        "", "-a", "a-", ".x", "a b", "a:b", "1", "0x1F", "0b1", "017", "1_000", "1.5", "1e3", "1.", "true", "True", "t",
        "F", "yes", "NO", "On", "n", "Y", "null", "NULL", "~", "inf", "Infinity", "NaN", "2001-01-01", "2001-1-1", "<<",
        "0x1p-2",
    ])
    func quotesKeysThatCouldBeSomethingElse(_ key: String) throws {
        #expect(try text([key: 1]).contains("  \"\(key)\": 1"))
    }

    @Test func refusesWhatYAMLDoesNotCarry() {
        #expect(throws: YAMLError.syntax(problem: "control characters are not allowed", line: nil)) {
            try KYAMLEmitter.bytes("a\u{7f}")
        }
    }

    @Test func doesNotRecurse() throws {
        let deep = (0..<1_000).reduce(JSONValue.string("x")) { value, _ in ["a": [value]] }
        #expect(try !KYAMLEmitter.bytes(deep).isEmpty)
    }
}
