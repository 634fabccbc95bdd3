import CommandLineKit
import JSONModel

/// How `apply` deletes what it replaces (`--force`) and what it prunes.
struct ApplyDeletion: Sendable, Hashable {
    let cascade: Cascade
    /// Whether an object that cannot be changed is deleted and created.
    let isForced: Bool
    /// In seconds; nil leaves it to the resource.
    let gracePeriod: Int?
    let timeout: Duration

    init(_ arguments: ParsedArguments) throws(UsageError) {
        cascade = try Cascade(arguments[DeleteCommand.cascadeFlag])
        isForced = arguments[ApplyFlags.force]
        let seconds = arguments[ApplyFlags.gracePeriod]
        gracePeriod = seconds < 0 ? nil : seconds
        timeout = arguments[ApplyFlags.timeout]
    }

    /// The `DeleteOptions` of a request.
    func options(dryRun: DryRun = .none) -> JSONValue {
        var options: JSONValue = ["propagationPolicy": .string(cascade.propagationPolicy)]
        if let gracePeriod { options["gracePeriodSeconds"] = .number(JSONNumber(gracePeriod)) }
        if dryRun == .server { options["dryRun"] = ["All"] }
        return options
    }
}
