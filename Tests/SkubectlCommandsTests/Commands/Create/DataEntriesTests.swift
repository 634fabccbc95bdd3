import SystemIO
import TestSupport
import Testing

@testable import SkubectlCommands

/// The entries of config maps and secrets.
struct DataEntriesTests {
    private func message(_ body: () throws -> Void) -> String? {
        do { try body() } catch CommandError.failed(let sentence) { return sentence } catch { return "\(error)" }
        return nil
    }

    @Test func `texts and other bytes are told apart`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("text", "é")
        try FileSystem.write([0x61, 0xFF], to: folder("other"), mode: 0o644)
        var entries = DataEntries(owner: .configMap("a"))
        try entries.addFiles([folder.path])
        #expect(entries.texts == ["text": "é"])
        #expect(entries.binaryBytes == ["other": [0x61, 0xFF]])
    }

    @Test func `lines of variables are read`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("v", "\u{FEFF}A=1\r\n# c\n\n  B = x\u{20}\nHOME\nNONE\n")
        var entries = DataEntries(owner: .secret)
        // A space in a name is refused.
        let path = folder("v")
        #expect(
            message { try entries.addVariables([path], in: EnvironmentVariables(["HOME": "/h"])) }?
                .hasPrefix("\"B \" is not a valid key name: a valid environment variable name must") == true)
        try folder.write("v", "\u{FEFF}A=1\r\n# c\n\n  B=x \nHOME\nNONE")
        entries = DataEntries(owner: .secret)
        try entries.addVariables([path], in: EnvironmentVariables(["HOME": "/h"]))
        #expect(
            entries.bytes.mapValues { String(decoding: $0, as: UTF8.self) }
                == ["A": "1", "B": "x ", "HOME": "/h", "NONE": ""])
    }

    @Test func `a line longer than Go's buffer counts, too`() throws {
        let folder = try TemporaryDirectory()
        let long = String(repeating: "x", count: 100_000)
        try folder.write("v", "A=\(long)\nB=1\n")
        var entries = DataEntries(owner: .secret)
        try entries.addVariables([folder("v")], in: EnvironmentVariables())
        #expect(entries.texts == ["A": long, "B": "1"])
    }

    @Test(arguments: [
        (["a"], "invalid literal source a, expected key=value"),
        (["=a"], "invalid literal source =a, expected key=value"),
        ([""], "invalid literal source , expected key=value"),
        (["a=1", "a=2"], "cannot add key \"a\", another key by that name already exists in Data for ConfigMap \"m\""),
        (["..=x"], "\"..\" is not a valid key name for a ConfigMap: must not be '..'"),
        (["..x=x"], "\"..x\" is not a valid key name for a ConfigMap: must not start with '..'"),
    ])
    func `bad values are refused`(literals: [String], sentence: String) {
        var entries = DataEntries(owner: .configMap("m"))
        #expect(message { try entries.addLiterals(literals) } == sentence)
    }

    @Test(arguments: [
        ("=x", "key name for file path x missing"), ("x=", "file path for key name x missing"),
        ("a=b=c", "key names or file paths cannot contain '='"),
        ("/none/x", "error reading /none/x: no such file or directory"),
        ("k=/", "cannot give a key name for a directory path"),
    ])
    func `bad files are refused`(source: String, sentence: String) {
        var entries = DataEntries(owner: .secret)
        #expect(message { try entries.addFiles([source]) } == sentence)
    }

    @Test func `bytes that are no text have their numbers told`() throws {
        let folder = try TemporaryDirectory()
        try FileSystem.write([0x41, 0x0A, 0x42, 0xFF], to: folder("v"), mode: 0o644)
        var entries = DataEntries(owner: .secret)
        #expect(
            message { try entries.addVariables([folder("v")], in: EnvironmentVariables()) }
                == "env file \(folder("v")) contains invalid utf8 bytes at line 2: [66 255]")
    }
}
