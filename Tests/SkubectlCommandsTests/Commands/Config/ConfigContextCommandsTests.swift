import SystemIO
import TestSupport
import Testing

/// The expected bytes were taken from kubectl 1.36 on the same files.
@Suite("config: contexts")
struct ConfigContextCommandsTests {
    let program: ConfigProgram

    init() throws { program = try ConfigProgram() }

    @Test func `get-contexts marks the current one`() async {
        let result = await program.run("get-contexts", files: ["a.yaml", "b.yaml"])
        #expect(
            result.output == """
                CURRENT   NAME     CLUSTER   AUTHINFO   NAMESPACE
                *         one      ca        ua         
                          shared   ca        ua         from-a
                          two      cb        ub         

                """)
        #expect(result.exitCode == 0)
        #expect(
            await program.run("get-contexts", "--no-headers").output
                == "*     one      ca    ua    \n      shared   ca    ua    from-a\n")
        #expect(await program.run("get-contexts", "-o", "name", "shared", "one").output == "one\nshared\n")
    }

    @Test func `get-contexts tells the names that are missing after the others`() async {
        let one = await program.run("get-contexts", "none", "one", "-oname")
        #expect(one.output == "one\n")
        #expect(one.error == "error: context none not found\n")
        #expect(one.exitCode == 1)
        let two = await program.run("get-contexts", "none", "nor")
        #expect(two.output == "CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE\n")
        #expect(two.error == "context none not found\ncontext nor not found\n")
        #expect(
            await program.run("get-contexts", "-o", "yaml").error
                == "error: --output yaml is not available in kubectl config get-contexts; resetting to default output format\n"
        )
    }

    @Test func `current-context`() async {
        #expect(await program.run("current-context", "ignored").output == "one\n")
        let none = await program.run("current-context", files: ["none"])
        #expect(none.error == "error: current-context is not set\n")
        #expect(none.exitCode == 1)
    }

    @Test func `use-context writes the first file`() async throws {
        let result = await program.run("use-context", "two", files: ["a.yaml", "b.yaml"])
        #expect(result.output == "Switched to context \"two\".\n")
        let expected = ConfigProgram.first.replacing("current-context: one", with: "current-context: two")
        #expect(try program.directory.read("a.yaml") == expected)
        #expect(try program.directory.read("b.yaml") == ConfigProgram.second)
        #expect(try program.directory.names() == ["a.yaml", "b.yaml"])
    }

    @Test func `use-context wants a context that exists`() async throws {
        let missing = await program.run("use-context", "none")
        #expect(missing.error == "error: no context exists with the name: \"none\"\n")
        #expect(await program.run("use", "").error == "error: empty context names are not allowed\n")
        let several = await program.run("use-context", "one", "two")
        #expect(several.output.hasPrefix("Choose the context"))
        #expect(several.error == "error: Unexpected args: [one two]\n")
        #expect(several.exitCode == 1)
        #expect(try program.directory.read("a.yaml") == ConfigProgram.first)
    }

    @Test func `set-context makes and changes contexts`() async throws {
        let made = await program.run("set-context", "new", "--cluster", "c", "--user=u", "-n", "ns")
        #expect(made.output == "Context \"new\" created.\n")
        let changed = await program.run("set-context", "shared", "--namespace=")
        #expect(changed.output == "Context \"shared\" modified.\n")
        #expect(await program.run("set-context", "--current", "--user", "q").output == "Context \"one\" modified.\n")
        #expect(
            await program.run("get-contexts").output == """
                CURRENT   NAME     CLUSTER   AUTHINFO   NAMESPACE
                          new      c         u          ns
                *         one      ca        q          
                          shared   ca        ua         

                """)
    }

    @Test func `set-context wants one name or the current one`() async {
        #expect(
            await program.run("set-context").error
                == "error: you must specify a non-empty context name or --current\n")
        #expect(
            await program.run("set-context", "x", "--current").error
                == "error: you cannot specify both a context name and --current\n")
        #expect(
            await program.run("set-context", "--current", files: ["none"]).error
                == "error: no current context is set\n")
        #expect(await program.run("set-context", "a", "b").error == "error: Unexpected args: [a b]\n")
    }

    @Test func `a file that cannot be read is told`() async throws {
        try program.directory.write("bad", "clusters: 5")
        let result = await program.run("get-contexts", files: ["bad"])
        #expect(
            result.error
                == "error: error loading config file \"\(program.directory("bad"))\": json: cannot unmarshal number into Go struct field Config.clusters of type []v1.NamedCluster\n"
        )
        #expect(result.exitCode == 1)
    }
}
