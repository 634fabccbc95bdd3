import KubeConfig
import SystemIO
import TestSupport
import Testing

/// What kubectl 1.36 makes of kuberc files.
struct PreferencesFileTests {
    private func contents(_ text: String) throws -> PreferencesFile.Contents? {
        let folder = try TemporaryDirectory()
        let path = try folder.write("rc", text)
        return try PreferencesFile.chosen(named: path, environment: EnvironmentVariables())?.read()
    }

    private static let header = "apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n"

    @Test func `the flag comes before the variable, which comes before the home directory`() throws {
        let environment = EnvironmentVariables(["HOME": "/home/a", "KUBERC": "rc"])
        let flag = try PreferencesFile.chosen(named: "x", environment: environment)
        #expect(flag?.path == "x")
        let variable = try PreferencesFile.chosen(named: "", environment: environment)
        #expect(variable?.path == "rc")
        #expect(variable?.isExplicit == true)
        let home = try PreferencesFile.chosen(named: "", environment: EnvironmentVariables(["HOME": "/home/a"]))
        #expect(home?.path == "/home/a/.kube/kuberc")
        #expect(home?.isExplicit == false)
    }

    @Test func `off turns it off`() throws {
        let environment = EnvironmentVariables(["KUBERC": "off"])
        #expect(try PreferencesFile.chosen(named: "", environment: environment) == nil)
        #expect(throws: PreferencesFault.disabledAndNamed) {
            try PreferencesFile.chosen(named: "x", environment: environment)
        }
    }

    @Test func `reads defaults, aliases and the policy`() throws {
        let preferences = try contents(
            Self.header + """
                defaults: [{command: get, options: [{name: output, default: wide}]}]
                aliases: [{name: a, command: get, prependArgs: [x], appendArgs: [z]}]
                credentialPluginPolicy: Allowlist
                credentialPluginAllowlist: [{command: a}, {name: b}]
                """)?.preferences
        let option = Preferences.Option(name: "output", value: "wide")
        #expect(preferences?.defaults == [Preferences.Defaults(command: "get", options: [option])])
        #expect(preferences?.aliases.first?.prependArguments == ["x"])
        #expect(preferences?.aliases.first?.appendArguments == ["z"])
        #expect(preferences?.credentialPolicy.allowlist == ["a", "b"])
    }

    @Test func `unknown fields are odd`() throws {
        let found = try contents(Self.header + "zebra: 1\ndefaults: [{command: a, apple: 1}]\n")
        #expect(found?.oddities == [.unknownField("defaults[0].apple"), .unknownField("zebra")])
    }

    @Test(arguments: ["a: [", "text", "apiVersion: v1\nkind: Config\n", header + "defaults: 1\n"])
    func `what is no kuberc is refused`(text: String) {
        #expect(throws: PreferencesFault.self) { try contents(text) }
    }

    @Test func `an empty file says nothing`() throws {
        #expect(try contents("\n\n") == nil)
    }

    @Test func `aliases and policies are checked`() {
        var preferences = Preferences()
        preferences.aliases = [Preferences.Alias(name: "a1", command: "get")]
        #expect(throws: PreferencesFault.aliasName) { try preferences.validate() }
        preferences.aliases = [Preferences.Alias(name: "a", command: "b"), Preferences.Alias(name: "a", command: "b")]
        #expect(throws: PreferencesFault.duplicateAlias("a")) { try preferences.validate() }
        preferences.aliases = []
        preferences.credentialPolicy.type = CredentialPluginPolicy.onlyListed
        #expect(throws: PreferencesFault.noAllowlist) { try preferences.validate() }
        preferences.credentialPolicy.allowlist = ["/a//b"]
        #expect(throws: PreferencesFault.uncleanPath("/a//b", clean: "/a/b")) { try preferences.validate() }
    }
}
