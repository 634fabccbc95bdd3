import CommandLineKit
import Testing

/// Which plug-ins a command line may call, each tried with kubectl 1.36 on commands of the same shape.
struct PluginCallTests {
    private func names(_ arguments: [String]) throws -> [String]? {
        try SampleProgram.tree.pluginCall(arguments)?.candidates.map { "\($0.name): \($0.arguments)" }
    }

    @Test func `the longest name comes first`() throws {
        #expect(
            try names(["foo", "b-c", "-x", "d"]) == [#"foo-b_c: ["-x", "d"]"#, #"foo: ["b-c", "-x", "d"]"#])
    }

    @Test func `dashes of the words are underscores`() throws {
        #expect(try names(["my-plug"]) == ["my_plug: []"])
    }

    @Test(arguments: [["get", "pods"], ["config", "foo"], ["help", "foo"], ["-n", "x", "get"], [], ["--help"]])
    func `commands are called themselves`(arguments: [String]) throws {
        #expect(try names(arguments) == nil)
    }

    @Test(arguments: [["-n", "x", "foo"], ["--namespace=x", "foo"]])
    func `flags cannot come first`(arguments: [String]) {
        #expect(throws: UsageError.flagsBeforeUnknownCommand(arguments[0])) { try names(arguments) }
    }
}
