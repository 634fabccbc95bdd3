import CommandLineKit
import JSONModel

/// Implements `skubectl set image`, which changes the images of containers.
struct SetImageCommand: Command {
    static let spec = CommandSpec(
        name: "image",
        usage: "(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N",
        summary: "Update the image of a pod template",
        description: [
            "Change the images of containers, of pods or of the templates that pods are made of.",
            """
            Objects may be pods, replication controllers, deployments, daemon sets, stateful sets, replica sets, jobs and \
            cron jobs. The name "*" stands for all containers.
            """,
        ],
        examples: [
            CommandExample("Change the image of a container", "skubectl set image deployment/web main=nginx:1.29"),
            CommandExample("Change those of all containers", "skubectl set image daemonset agent '*=agent:2'"),
            CommandExample(
                "Change a manifest", "skubectl set image -f web.yaml main=nginx:1.29 --local -o yaml"),
        ],
        flags: SetFlags.flagsWithCause + [ResourceSelection.selectorFlag]
    ).completing(.dynamic(.resources))

    let flags: SetFlags
    let images: [ChangeWords.Pair]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = try ChangeWords(arguments.positionals, noun: "image")
        flags = try SetFlags(arguments, resources: words.resources)
        images = try words.pairs(noun: "image", allowingRemoval: false).values
    }

    func run(in context: CommandContext) async throws {
        // Refuses a format that the command does not have before anything is read.
        _ = try flags.result.printer(in: context)
        let targets = try await flags.targets(in: context)
        _ = try targets.all()
        try CommandError.throwAll(mismatches)
        let changes = SetChanges(
            flags: flags, context: context, operation: "image updated",
            failure: "failed to patch image update to pod template:")
        try await changes.run(targets) { object, errors in
            try PodSpecification.changed(object) { spec in
                for image in images where !Self.setImage(image, in: &spec) {
                    errors.append(
                        CommandError.failed("error: unable to find container named \"\(image.name)\""))
                }
            }
        }
    }

    /// What is wrong with the command; kubectl looks for it when it has read the objects.
    private var mismatches: [CommandError] {
        var errors = flags.mismatches
        let local = errors.last
        if flags.isLocal, flags.dryRun == .server { errors.removeLast() }
        if flags.selection.isEmpty {
            errors.append(
                .failed("one or more resources must be specified as <resource> <name> or <resource>/<name>"))
        }
        if images.isEmpty {
            errors.append(.failed("at least one image update is required"))
        } else if images.count > 1, images.contains(where: { $0.name == "*" }) {
            errors.append(
                .failed(
                    "all containers are already specified by *, but saw more than one container_name=container_image "
                        + "pairs"))
        }
        if flags.isLocal, flags.dryRun == .server, let local { errors.append(local) }
        return errors
    }

    /// Sets an image where a container is called like it; false where none is.
    static func setImage(_ image: ChangeWords.Pair, in spec: inout JSONValue) -> Bool {
        var hasFound = false
        for list in ["initContainers", "containers"] {
            guard var containers = spec[list]?.array else { continue }
            for index in containers.indices
            where image.name == "*" || containers[index]["name"]?.string == image.name {
                hasFound = true
                containers[index]["image"] = .string(image.value)
            }
            spec[list] = .array(containers)
        }
        return hasFound
    }
}
