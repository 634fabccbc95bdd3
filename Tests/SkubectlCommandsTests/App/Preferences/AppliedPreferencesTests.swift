import CommandLineKit
import KubeConfig
import SystemIO
import TestSupport
import Testing

@testable import SkubectlCommands

struct AppliedPreferencesTests {
    private func applied(_ text: String, _ words: String...) throws -> AppliedPreferences {
        let folder = try TemporaryDirectory()
        let path = try folder.write(
            "rc", "apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n\(text)\n")
        var preferences = AppliedPreferences(tree: CommandRegistry.tree, words: ["skubectl"] + words)
        try preferences.apply(
            environment: EnvironmentVariables(["KUBERC": path]), console: MemoryConsole(), clock: SystemClock())
        return preferences
    }

    private static let alias =
        "aliases: [{name: show, command: config view, prependArgs: [-a], appendArgs: [z], "
        + "options: [{name: output, default: json}]}]"

    @Test func `an alias puts its arguments around those that are given`() throws {
        let plain = try applied(Self.alias, "show", "b")
        #expect(plain.arguments == ["show", "-a", "b", "z"])
        let invocation = plain.tree.resolve(["show"], presets: plain.presets)
        #expect(invocation.node.path == ["show"])
        #expect(invocation.arguments?[ConfigViewCommand.outputFlag] == "json")
    }

    @Test func `what is given comes before a default`() throws {
        let text = "defaults: [{command: version, options: [{name: output, default: json}]}]"
        #expect(try applied(text, "version").presetOutput == "json")
        #expect(try applied(text, "version", "-oyaml").presetOutput == "yaml")
        #expect(try applied(text, "version", "--output=").presetOutput == "")
        #expect(try applied(text, "config", "view").presetOutput == nil)
    }

    @Test func `flags that are not there are told`() throws {
        let text = "defaults: [{command: version, options: [{name: bogus, default: a}]}]"
        #expect(throws: PreferencesError.self) { try applied(text, "version") }
        #expect(try applied(text, "config", "view").arguments == ["config", "view"])
    }

    @Test func `the flag is found wherever it stands`() throws {
        #expect(try PreferencesFlag.file(in: ["get", "--kuberc", "a"]) == "a")
        #expect(try PreferencesFlag.file(in: ["--kuberc=a=b", "get"]) == "a")
        #expect(try PreferencesFlag.file(in: ["get", "--", "--kuberc", "a"]) == "")
        #expect(throws: PreferencesError.self) { try PreferencesFlag.file(in: ["get", "--kuberc"]) }
    }
}

extension AppliedPreferences {
    /// The value of `version --output` that the command line comes to; nil for another command.
    fileprivate var presetOutput: String? {
        let invocation = tree.resolve(arguments, presets: presets)
        guard invocation.node.path == ["version"] else { return nil }
        return invocation.arguments?[VersionCommand.outputFlag]
    }
}
