import CommandLineKit
import Testing

/// The layout of `--help`, compared byte by byte with kubectl 1.36 for commands of the same shape.
struct HelpPageTests {
    private func help(_ path: [String], columns: Int? = nil, program: String = "skubectl") throws -> String {
        let node = try #require(SampleProgram.tree.node(at: path))
        return HelpPage(tree: SampleProgram.tree, program: program, columns: columns).help(for: node)
    }

    @Test func `the program lists its groups, then the rest by name`() throws {
        #expect(
            try help([]) == """
                skubectl works with clusters

                Basic Commands:
                  get           Show resources
                  set           Set features

                Settings Commands:
                  completion    Print a completion script

                Other Commands:
                  config        Change settings
                  cp            Copy files
                  describe-it   Show one thing in full
                  run           Run an image

                Usage:
                  skubectl [flags] [options]

                Use "skubectl <command> --help" for more information about a given command.
                Use "skubectl options" for a list of global command-line options (applies to all commands).

                """)
    }

    @Test func `a group lists its commands by name`() throws {
        #expect(
            try help(["config"]) == """
                Change settings

                Available Commands:
                  use-context   Choose a context
                  view          Show settings

                Usage:
                  skubectl config SUBCOMMAND [options]

                Use "skubectl config <command> --help" for more information about a given command.
                Use "skubectl options" for a list of global command-line options (applies to all commands).

                """)
    }

    @Test func `a command shows description, aliases, examples and sorted options`() throws {
        #expect(
            try help(["describe-it"], program: "kubectl") == """
                Show one thing in full.

                 A second paragraph names kubectl.

                Aliases:
                describe-it, desc

                Examples:
                  # Show a pod
                  kubectl describe-it pod web
                 \u{20}
                  # Show every pod,
                  # with its events
                  kubectl describe-it pods | less
                  kubectl options

                Options:
                    -A, --all-namespaces=false:
                \tList every namespace

                    --env=[]:
                \tPairs

                    -f, --filename=[a.yaml,"b,c"]:
                \tThe files to read

                    --period=1m30s:
                \tHow long

                    -o, --to='none':
                \tThe format. More of it.

                    --vmodule=:
                \tLevels for single files

                Usage:
                  kubectl describe-it TYPE [NAME] [options]

                Use "kubectl options" for a list of global command-line options (applies to all commands).

                """)
    }

    @Test func `hidden and deprecated flags are left out`() throws {
        let text = try help(["get"])
        #expect(!text.contains("--secret"))
        #expect(!text.contains("--old"))
        #expect(text.contains("    --dry-run='none':\n\tOnly pretend\n\n"))
        #expect(text.contains("    --grace-period=-1:\n"))
    }

    @Test func `options prints nothing for help, and the global flags when it runs`() throws {
        #expect(try help(["options"]) == "")
        #expect(
            HelpPage(tree: SampleProgram.tree, program: "kubectl").globalOptions() == """
                The following options can be passed to any command:

                    --match-server-version=false:
                \tRequire equal versions

                    -n, --namespace='':
                \tThe namespace to work in

                    -v, --v=0:
                \tHow much to log

                    --vmodule=:
                \tLevels for single files


                """)
    }

    @Test func `usage begins with an empty line, as after an unknown help topic`() throws {
        let node = try #require(SampleProgram.tree.node(at: ["cp"]))
        let usage = HelpPage(tree: SampleProgram.tree, program: "kubectl").usage(for: node)
        #expect(usage.hasPrefix("\n\nUsage:\n  kubectl cp FROM TO [options]\n\n"))
    }

    @Test(arguments: [(nil, 300), (79, 300), (80, 80), (99, 80), (100, 100), (119, 100), (120, 120), (500, 120)])
    func `a terminal is filled up to 80, 100 or 120 columns`(columns: Int?, width: Int) throws {
        let text = try help(["wide"], columns: columns)
        let longest = text.split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest <= width)
        #expect(longest > min(width, 280) - 20)
        let options = text.split(separator: "\n").filter { $0.hasPrefix("\t") }
        #expect(options.allSatisfy { $0.count <= width - 9 || width == 300 })
    }
}
