import SystemIO
import TestSupport
import Testing

@testable import SkubectlCommands

/// Which program edits files, as kubectl 1.36 chooses it.
struct EditorTests {
    struct Choice: Sendable {
        let variables: [String: String]
        /// The words of the process that edits `/tmp/a b`.
        let words: [String]

        init(_ variables: [String: String], _ words: String...) {
            self.variables = variables
            self.words = words
        }
    }

    @Test(arguments: [
        Choice([:], "vi", "/tmp/a b"),
        Choice(["EDITOR": "nano"], "nano", "/tmp/a b"),
        Choice(["KUBE_EDITOR": "ed", "EDITOR": "nano"], "ed", "/tmp/a b"),
        Choice(["KUBE_EDITOR": "", "EDITOR": "nano"], "nano", "/tmp/a b"),
        Choice(["EDITOR": "code --wait  -n"], "code", "--wait", "", "-n", "/tmp/a b"),
        Choice(["EDITOR": "a\"b"], "a\"b", "/tmp/a b"),
        Choice(["EDITOR": "sed -e 's/a/b/'"], "/bin/bash", "-c", "sed -e 's/a/b/' \"/tmp/a b\""),
        Choice(["EDITOR": "a\\ b", "SHELL": "/bin/zsh"], "/bin/zsh", "-c", "a\\ b \"/tmp/a b\""),
        Choice(["EDITOR": "a \"b\"", "SHELL": ""], "/bin/bash", "-c", "a \"b\" \"/tmp/a b\""),
    ])
    func `the words of the process`(choice: Choice) {
        var environment = EnvironmentVariables()
        for (name, value) in choice.variables { environment[name] = value }
        #expect(Editor(environment: environment).arguments(for: "/tmp/a b") == choice.words)
    }

    @Test(arguments: [
        ("no-such-editor -x", EditError.editorNotFound(["no-such-editor", "-x"])),
        ("/no/such", .editorFailed(["/no/such"])), ("false", .editorFailed(["false"])),
        (" true", .editorFailed(["", "true"])),
    ])
    func `an editor that cannot be used`(line: String, error: EditError) async {
        let environment = EnvironmentVariables(["KUBE_EDITOR": line, "PATH": "/usr/bin:/bin"])
        await #expect(throws: error) { try await Editor(environment: environment).edit("/dev/null") }
    }
}
