import CommandLineKit
import JSONModel
import KubeClient
import KubeModel

/// Implements `skubectl create job`.
struct CreateJobCommand: GeneratingCommand {
    static let kind = GeneratedKind("batch", "v1", "Job", resource: "jobs")
    static let failurePrefix = "failed to create job: "
    static let fromFlag = Flag("from", default: "", help: "A cron job whose template is taken, as cronjob/NAME.")
    static let imageFlag = Flag("image", default: "", help: "Image to run.")
    static let spec = CommandSpec(
        name: "job", usage: "NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]",
        summary: "Create a job with the specified name",
        description: "Create a job from an image, or from the template of a cron job.",
        examples: [
            CommandExample("Create a job", "skubectl create job my-job --image=busybox"),
            CommandExample("Create a job with a command", "skubectl create job my-job --image=busybox -- date"),
            CommandExample("Run a cron job now", "skubectl create job test-job --from=cronjob/a-cronjob"),
        ],
        flags: [fromFlag, imageFlag] + Generation.flags)

    let generation: Generation
    let image: String
    let source: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true)
        image = arguments[Self.imageFlag]
        source = arguments[Self.fromFlag]
        guard image.isEmpty != source.isEmpty else {
            throw .invalid("either --image or --from must be specified", hint: .none)
        }
        if !source.isEmpty, !generation.command.isEmpty {
            throw .invalid("cannot specify --from and command", hint: .none)
        }
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        source.isEmpty ? fromImage : try await fromCronJob(in: cluster)
    }

    private var fromImage: GeneratedObject {
        let container = PodTemplate.container(name: generation.name, image: image, command: generation.command)
        let spec: JSONValue = ["containers": [container], "restartPolicy": "Never"]
        return GeneratedObject(
            Self.kind, name: generation.name, ["spec": ["template": PodTemplate.value(spec)], "status": [:]])
    }

    private func fromCronJob(in cluster: Cluster) async throws -> GeneratedObject {
        var selection = ResourceSelection(words: [source])
        selection.typesSelectAll = false
        guard case .objects(let objects) = try await selection.resolve(in: cluster) else {
            throw SelectionError.typeWithoutName
        }
        let reader = ResourceReader(cluster: cluster, selection: selection)
        let answers = try await reader.objects(objects).map { answer in try answer.get() }
        guard answers.count == 1 else { throw CommandError.failed("from must be an existing cronjob") }
        let gvk = answers[0].mapping.gvk
        // kubectl knows the template of the newest version only.
        guard gvk == GroupVersionKind(group: "batch", version: "v1", kind: "CronJob") else {
            throw CommandError.failed("unknown object type \(TypedKinds.goType(of: gvk))")
        }
        return job(of: ObjectCreation.typed(answers[0].document))
    }

    private func job(of cronJob: JSONValue) -> GeneratedObject {
        let template = cronJob["spec"]?["jobTemplate"] ?? [:]
        var job = GeneratedObject(Self.kind, name: generation.name, ["spec": template["spec"] ?? [:], "status": [:]])
        job.labels = Labels.texts(template["metadata"]?["labels"])
        job.annotations = Labels.texts(template["metadata"]?["annotations"])
            .merging(["cronjob.kubernetes.io/instantiate": "manual"]) { own, _ in own }
        let owner = cronJob["metadata"] ?? [:]
        job.ownerReferences = [
            [
                "apiVersion": "batch/v1", "kind": "CronJob", "name": owner["name"] ?? "", "uid": owner["uid"] ?? "",
                "controller": true,
            ]
        ]
        return job
    }
}
