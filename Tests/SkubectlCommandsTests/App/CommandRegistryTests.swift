import CommandLineKit
import Testing

@testable import SkubectlCommands

struct CommandRegistryTests {
    @Test func `the names of remote commands are names of commands`() {
        for name in CommandRegistry.namesOfRemote {
            #expect(CommandRegistry.tree.node(at: [name]) != nil, "\(name)")
        }
    }

    @Test(arguments: [["get", "pods"], ["-A", "get", "pods"], ["logs", "x"]])
    func `commands that send requests look remote`(words: [String]) {
        #expect(CommandRegistry.looksRemote(words))
    }

    @Test(arguments: [
        [], ["--help"], ["get", "--help"], ["get", "-h"], ["version", "get"], ["config", "view"], ["-n", "web"],
    ])
    func `commands that may not do not`(words: [String]) {
        #expect(!CommandRegistry.looksRemote(words))
    }
}
