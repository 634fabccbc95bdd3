import CommandLineKit
import JSONModel
import KubeModel

/// Implements `skubectl set resources`, which changes what containers ask for and may have at most.
struct SetResourcesCommand: Command {
    static let limitsFlag = Flag(
        "limits", default: "", help: "What containers may have at most, such as 'cpu=100m,memory=256Mi'.")
    static let requestsFlag = Flag(
        "requests", default: "", help: "What containers ask for, such as 'cpu=100m,memory=256Mi'.")

    static let spec = CommandSpec(
        name: "resources", usage: "(-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS]",
        summary: "Update resource requests/limits on objects with pod templates",
        description: [
            "Change the requests and the limits of containers, of pods or of the templates that pods are made of.",
            "What is not named stays as it is; a zero takes a limit or a request away.",
        ],
        examples: [
            CommandExample(
                "Limit a container", "skubectl set resources deployment web -c main --limits=cpu=200m,memory=512Mi"),
            CommandExample(
                "Set both for all containers",
                "skubectl set resources deployment web --limits=cpu=200m --requests=cpu=100m"),
        ],
        flags: SetFlags.flagsWithCause + [
            ResourceSelection.selectorFlag, SetFlags.containersFlag, limitsFlag, requestsFlag,
        ]
    ).completing(.dynamic(.resources))

    let flags: SetFlags
    let containers: String
    let limits: String
    let requests: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        flags = try SetFlags(arguments, resources: arguments.positionals)
        containers = arguments[SetFlags.containersFlag]
        limits = arguments[Self.limitsFlag]
        requests = arguments[Self.requestsFlag]
    }

    func run(in context: CommandContext) async throws {
        // Refuses a format that the command does not have before anything is read.
        _ = try flags.result.printer(in: context)
        let targets = try await flags.targets(in: context)
        _ = try targets.all()
        if let mismatch = flags.mismatches.last { throw mismatch }
        if limits.isEmpty, requests.isEmpty {
            throw CommandError.failed(
                "you must specify an update to requests or limits (in the form of --requests/--limits)")
        }
        let limits = try Self.quantities(limits)
        let requests = try Self.quantities(requests)
        let changes = SetChanges(
            flags: flags, context: context, operation: "resource requirements updated",
            failure: "failed to patch resources update to pod template")
        try await changes.run(targets) { object, errors in
            var hasFound = false
            let changed = try PodSpecification.changed(object) { spec in
                hasFound = spec.changeContainers(named: containers) { container in
                    for (member, quantities) in [("limits", limits), ("requests", requests)] {
                        for (name, quantity) in quantities {
                            container[path: "resources", member, name] = quantity
                        }
                    }
                }
            }
            if hasFound { return changed }
            errors.append(CommandError.failed("error: unable to find container named \(containers)"))
            return nil
        }
    }

    /// Reads `cpu=100m,memory=256Mi`; the quantities are in their canonical form.
    static func quantities(_ text: String) throws -> JSONObject {
        var quantities = JSONObject()
        if text.isEmpty { return quantities }
        for statement in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = statement.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw CommandError.failed("Invalid argument syntax \(statement), expected <resource>=<value>")
            }
            do throws(QuantityError) {
                quantities[parts[0]] = .string(try Quantity(parts[1]).description)
            } catch {
                throw CommandError.failed(error.message)
            }
        }
        return quantities
    }
}
