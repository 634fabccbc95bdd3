import CommandLineKit
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl api-versions`, which lists the API versions the server serves.
struct APIVersionsCommand: Command {
    static let spec = CommandSpec(
        name: "api-versions",
        summary: "Print the supported API versions on the server, in the form of \"group/version\"",
        description: "Print the API versions that the server serves, one \"group/version\" a line.",
        examples: [CommandExample("Print the supported API versions", "skubectl api-versions")])

    init(_ arguments: ParsedArguments) throws(UsageError) {
        guard arguments.positionals.isEmpty else { throw .unexpectedArguments(arguments.positionals) }
    }

    func run(in context: CommandContext) async throws {
        let versions: [String]
        do { versions = try await context.cluster().discovery.groupVersions().map(\.apiVersion) } catch let error
            as ClientError
        {
            throw CommandError.apiVersionsUnavailable(error)
        }
        for version in versions.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            context.console.write("\(TerminalText.escaped(version))\n")
        }
    }
}
