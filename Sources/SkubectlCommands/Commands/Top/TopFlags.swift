import CommandLineKit
import Renderers

/// The flags that `top node` and `top pod` have in common.
enum TopFlags {
    static let noHeadersFlag = Flag("no-headers", default: false, help: "Leave out the line with the columns' names.")
    static let showSwapFlag = Flag("show-swap", default: false, help: "Show the use of swap memory, too.")
    static let sortByFlag = Flag("sort-by", default: "", help: "Show the most of this first: 'cpu' or 'memory'.")
        .completing(.values(["cpu", "memory"]))
    static let protocolBuffersFlag = Flag(
        "use-protocol-buffers", default: true,
        help: "Have kubectl ask for the metrics in protocol buffers; without effect here.")

    static let all: [any AnyFlag] = [
        noHeadersFlag, showSwapFlag, sortByFlag, protocolBuffersFlag, ResourceSelection.selectorFlag,
    ]

    /// The table that the flags ask for.
    static func table(_ arguments: ParsedArguments) throws(UsageError) -> UsageTable {
        let word = arguments[sortByFlag]
        let order = UsageOrder(rawValue: word)
        guard word.isEmpty || order != nil else {
            throw .invalid("--sort-by accepts only cpu or memory", hint: .none)
        }
        return UsageTable(
            order: order, showsHeaders: !arguments[noHeadersFlag], showsSwap: arguments[showSwapFlag])
    }

    /// The only word there may be; empty for none.
    static func name(_ arguments: ParsedArguments, usage: String) throws(UsageError) -> String {
        guard arguments.positionals.count < 2 else { throw .invalid(usage, hint: .helpAndExamples) }
        return arguments.positionals.first ?? ""
    }
}
