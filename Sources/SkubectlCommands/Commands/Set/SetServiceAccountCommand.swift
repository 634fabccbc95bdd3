import CommandLineKit
import JSONModel

/// Implements `skubectl set serviceaccount`, which changes the service account that pods run as.
struct SetServiceAccountCommand: Command {
    static let spec = CommandSpec(
        name: "serviceaccount", usage: "(-f FILENAME | TYPE NAME) SERVICE_ACCOUNT",
        summary: "Update the service account of a resource",
        description: ["Change the service account in the templates that pods are made of."],
        examples: [
            CommandExample("Change the service account", "skubectl set serviceaccount deployment web reader"),
            CommandExample(
                "Change a manifest", "skubectl set sa -f web.yaml reader --local -o yaml"),
        ],
        flags: SetFlags.flagsWithCause
    ).aliased("sa").completing(.dynamic(.resources))

    let flags: SetFlags
    let account: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        flags = try SetFlags(arguments, resources: Array(arguments.positionals.dropLast()))
        if flags.isLocal, flags.dryRun == .server { throw MetadataFlags.localOnServer }
        guard let account = arguments.positionals.last else {
            throw .invalid("serviceaccount is required", hint: .none)
        }
        self.account = account
    }

    func run(in context: CommandContext) async throws {
        // Refuses a format that the command does not have before anything is read.
        _ = try flags.result.printer(in: context)
        let targets = try await flags.targets(in: context, refusingWords: false)
        let changes = SetChanges(
            flags: flags, context: context, operation: "serviceaccount updated",
            failure: "failed to patch ServiceAccountName", sendsUnchanged: true)
        try await changes.run(targets) { object, _ in
            try PodSpecification.changed(object) { $0["serviceAccountName"] = .string(account) }
        }
    }
}
