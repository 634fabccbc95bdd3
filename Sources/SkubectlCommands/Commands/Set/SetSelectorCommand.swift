import CommandLineKit
import JSONModel
import KubeModel

/// Implements `skubectl set selector`, which replaces the selector of services.
struct SetSelectorCommand: Command {
    static let recursiveFlag = Flag(
        "recursive", short: "R", default: true, help: "Read the directories given with -f with all below them.")
    static let resourceVersionFlag = Flag(
        "resource-version", default: "", help: "Change the object only if this is its current resource version.")

    static let spec = CommandSpec(
        name: "selector", usage: "(-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version]",
        summary: "Set the selector on a resource",
        description: ["Replace the selector of a service. Other objects have none that can be replaced."],
        examples: [
            CommandExample("Replace a selector", "skubectl set selector service web app=web,tier=front"),
            CommandExample(
                "Change a manifest", "skubectl set selector --local -f service.yaml app=web -o yaml"),
        ],
        flags: [
            SetFlags.allFlag, SetFlags.localFlag, SetFlags.fieldManagerFlag, DryRun.flag, resourceVersionFlag,
            ResourceSelection.filenameFlag, recursiveFlag, ChangeCause.flag,
        ] + ResultPrinter.flags
    ).completing(.dynamic(.resources))

    let flags: SetFlags
    let selector: ServiceSelector
    let resourceVersion: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        flags = try SetFlags(
            arguments, resources: Array(arguments.positionals.dropLast()), recursive: Self.recursiveFlag)
        resourceVersion = arguments[Self.resourceVersionFlag]
        guard let text = arguments.positionals.last else {
            throw .invalid("one selector is required", hint: .none)
        }
        selector = try ServiceSelector(text)
    }

    func run(in context: CommandContext) async throws {
        // Refuses a format that the command does not have before anything is read.
        _ = try flags.result.printer(in: context)
        let targets = try await flags.targets(in: context)
        let changes = SetChanges(
            flags: flags, context: context, operation: "selector updated", failure: "", sendsUnchanged: true,
            namesObjects: false, clearsVersion: !resourceVersion.isEmpty)
        // One that cannot be read does not keep the others from being changed.
        try await changes.run(targets, stoppingAtUnread: false) { object, _ in
            guard object["kind"]?.string == "Service", object["apiVersion"]?.string == "v1" else {
                throw CommandError.failed("setting a selector is only supported for Services")
            }
            if let unsupported = selector.unsupported {
                throw CommandError.failed("match expression \(unsupported) not supported on this object")
            }
            var object = object
            object[path: "spec", "selector"] = .object(selector.labels)
            if !resourceVersion.isEmpty { object[path: "metadata", "resourceVersion"] = .string(resourceVersion) }
            return object
        }
    }
}
