import CommandLineKit
import KubeConfig
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl config get-contexts`, which lists contexts.
struct ConfigGetContextsCommand: Command {
    static let noHeadersFlag = Flag("no-headers", default: false, help: "Print no headers over the columns.")
    static let outputFlag = Flag("output", short: "o", default: "", help: "Output format: 'name'.")
    static let spec = CommandSpec(
        name: "get-contexts", usage: "[(-o|--output=)name)]", summary: "Describe one or many contexts",
        description: "List the contexts of the kubeconfig, or those that are named.",
        examples: [
            CommandExample("List all the contexts", "skubectl config get-contexts"),
            CommandExample("Describe one context", "skubectl config get-contexts my-context"),
        ],
        flags: [noHeadersFlag, outputFlag]
    ).completing(.dynamic(.contexts))

    let names: [String]
    let format: String
    let showsHeaders: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        format = arguments[Self.outputFlag]
        names = arguments.positionals
        showsHeaders = format.isEmpty && !arguments[Self.noHeadersFlag]
    }

    func run(in context: CommandContext) async throws {
        guard format.isEmpty || format == "name" else {
            throw CommandError.failed(
                "--output \(format) is not available in \(context.programName) config get-contexts; resetting to default "
                    + "output format")
        }
        let config = try context.kubeconfig()
        var shown = names.isEmpty ? Array(config.contexts.keys) : names.filter { config.contexts[$0] != nil }
        shown.sort { $0.precedesByBytes($1) }

        var table = TabWriter(style: .table)
        if showsHeaders { table.write("CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE\n") }
        for name in shown {
            guard format.isEmpty, let entry = config.contexts[name] else {
                table.write("\(name)\n")
                continue
            }
            let mark = name == config.currentContext ? "*" : " "
            table.write("\(mark)\t\(name)\t\(entry.cluster)\t\(entry.user)\t\(entry.namespace)\n")
        }
        context.console.write(table.flushedBytes())

        let missing = names.filter { config.contexts[$0] == nil }
        try CommandError.throwAll(missing.map { CommandError.failed("context \($0) not found") })
    }
}
