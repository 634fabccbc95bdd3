import CommandLineKit
import JSONModel

/// Implements `skubectl create cronjob`.
struct CreateCronJobCommand: GeneratingCommand {
    static let kind = GeneratedKind("batch", "v1", "CronJob", resource: "cronjobs")
    static let failurePrefix = "failed to create cronjob: "
    static let imageFlag = Flag("image", default: "", help: "Image to run.").required()
    static let restartFlag = Flag(
        "restart", default: "", help: "When containers are started again: \"OnFailure\" or \"Never\".")
    static let scheduleFlag = Flag("schedule", default: "", help: "When jobs begin, in cron's format.").required()
    static let spec = CommandSpec(
        name: "cronjob",
        usage: "NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] [flags] [options]",
        summary: "Create a cron job with the specified name", description: "Create a cron job.",
        examples: [
            CommandExample(
                "Create a cron job", "skubectl create cronjob my-job --image=busybox --schedule=\"*/1 * * * *\""),
            CommandExample(
                "Create a cron job with a command",
                "skubectl create cronjob my-job --image=busybox --schedule=\"*/1 * * * *\" -- date"),
        ],
        flags: [imageFlag, restartFlag, scheduleFlag] + Generation.flags
    ).aliased("cj")

    let generation: Generation
    let image: String
    let schedule: String
    let restartPolicy: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true)
        image = arguments[Self.imageFlag]
        schedule = arguments[Self.scheduleFlag]
        let restart = arguments[Self.restartFlag]
        restartPolicy = restart.isEmpty ? "OnFailure" : restart
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        let container = PodTemplate.container(name: generation.name, image: image, command: generation.command)
        let template = PodTemplate.value(["containers": [container], "restartPolicy": .string(restartPolicy)])
        let jobTemplate: JSONValue = [
            "metadata": .fields(["name": .text(generation.name)]), "spec": ["template": template],
        ]
        return GeneratedObject(
            Self.kind, name: generation.name,
            ["spec": ["schedule": .string(schedule), "jobTemplate": jobTemplate], "status": [:]])
    }
}
