import CommandLineKit
import SystemIO
import TestSupport
import Testing

@testable import SkubectlCommands

struct PluginSearchTests {
    private func search(_ folder: TemporaryDirectory, as program: String = "skubectl") -> PluginSearch {
        PluginSearch(programName: program, environment: EnvironmentVariables(["PATH": folder.path]))
    }

    private func call(_ arguments: String...) throws -> PluginCall {
        try #require(try CommandRegistry.tree.pluginCall(arguments))
    }

    private func program(_ name: String, in folder: TemporaryDirectory) throws -> String {
        try folder.write(name, "#!/bin/sh\n", mode: 0o755)
    }

    @Test func `the longest name is found, under both names of the program`() throws {
        let folder = try TemporaryDirectory()
        let long = try program("kubectl-foo-bar", in: folder)
        let short = try program("skubectl-foo", in: folder)
        #expect(search(folder).plugin(for: try call("foo", "bar", "x")) == .init(path: long, arguments: ["x"]))
        #expect(search(folder).plugin(for: try call("foo", "x")) == .init(path: short, arguments: ["x"]))
        #expect(search(folder).plugin(for: try call("bar")) == nil)
    }

    @Test func `of two the one with the program's own name is called`() throws {
        let folder = try TemporaryDirectory()
        let other = try program("kubectl-foo", in: folder)
        let own = try program("skubectl-foo", in: folder)
        #expect(search(folder).plugin(for: try call("foo"))?.path == own)
        #expect(search(folder, as: "kubectl").plugin(for: try call("foo"))?.path == other)
    }

    @Test func `what adds to create has no shorter name`() throws {
        let folder = try TemporaryDirectory()
        _ = try program("kubectl-create", in: folder)
        let thing = try program("kubectl-create-thing", in: folder)
        #expect(search(folder).plugin(for: try call("create", "thing", "x"))?.path == thing)
        #expect(search(folder).plugin(for: try call("create", "other")) == nil)
    }

    @Test func `files that cannot be run are passed over`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("kubectl-foo", "#!/bin/sh\n")
        #expect(search(folder).plugin(for: try call("foo")) == nil)
    }
}
