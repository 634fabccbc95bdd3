import CommandLineKit
import StdlibExtensions
import SystemIO

/// Implements `skubectl plugin list`, which shows the plug-ins on the PATH and what is wrong with them.
struct PluginListCommand: Command {
    static let nameOnlyFlag = Flag("name-only", default: false, help: "Show the names of the plug-ins without paths.")
    static let spec = CommandSpec(
        name: "list", usage: "[flags]", summary: "List all visible plugin executables on a user's PATH",
        description: [
            "List the files in the directories of the PATH whose names begin with \"kubectl-\" or \"skubectl-\".",
            "What keeps a file from being called as a plug-in is said below it.",
        ],
        examples: [
            CommandExample("List all plug-ins", "skubectl plugin list"),
            CommandExample("List their names only", "skubectl plugin list --name-only"),
        ],
        flags: [nameOnlyFlag]
    )

    let showsNamesOnly: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        showsNamesOnly = arguments[Self.nameOnlyFlag]
    }

    func run(in context: CommandContext) async throws {
        let plugins = paths(in: context)
        var problems: [String] = []
        if plugins.isEmpty {
            problems.append("error: unable to find any kubectl plugins in your PATH")
        } else {
            context.console.write("The following compatible plugins are available:\n\n")
        }
        let warningCount = show(plugins, in: context)
        if warningCount == 1 {
            problems.append("error: one plugin warning was found")
        } else if warningCount > 1 {
            problems.append("error: \(warningCount) plugin warnings were found")
        }
        if !problems.isEmpty { throw CommandError.failed(problems.joined(separator: "\n") + "\n") }
    }

    private func paths(in context: CommandContext) -> [String] {
        let search = PluginSearch(programName: context.programName, environment: context.environment)
        var paths: [String] = []
        for directory in search.directories() {
            switch directory.plugins {
            case .success(let plugins): paths += plugins
            case .failure(let error):
                context.console.writeError(
                    "Unable to read directory \(directory.path.goQuoted) from your PATH: \(error.goText). "
                        + "Skipping...\n")
            }
        }
        return paths
    }

    /// Shows the plug-ins, each with its warnings; the number of warnings.
    private func show(_ paths: [String], in context: CommandContext) -> Int {
        var seen: [String: String] = [:]
        var count = 0
        for path in paths {
            let name = PathText.lastElement(of: path)
            context.console.write("\(showsNamesOnly ? name : path)\n")
            var warnings: [String] = []
            if let warning = Self.fileWarning(path) { warnings.append(warning) }
            if let other = seen[name] {
                warnings.append("warning: \(path) is overshadowed by a similarly named plugin: \(other)")
            } else {
                seen[name] = path
            }
            if let command = command(hiding: name, in: context) {
                warnings.append("warning: \(name) overwrites existing command: \(command.goQuoted)")
            }
            for warning in warnings { context.console.writeError("  - \(warning)\n") }
            count += warnings.count
        }
        return count
    }

    private static func fileWarning(_ path: String) -> String? {
        do throws(SystemError) {
            let status = try FileSystem.status(path)
            if status.kind != .directory, status.permissions & 0o111 != 0 { return nil }
            return "warning: \(path) identified as a kubectl plugin, but it is not executable"
        } catch {
            return "error: unable to identify \(path) as an executable file: \(error.goText)"
        }
    }

    /// The command that is called instead of a plug-in.
    private func command(hiding name: String, in context: CommandContext) -> String? {
        let words = name.split(separator: "-", omittingEmptySubsequences: false).dropFirst().map(String.init)
        guard let node = context.commands.node(forTopic: words) else { return nil }
        return ([context.programName] + node.path).joined(separator: " ")
    }
}
