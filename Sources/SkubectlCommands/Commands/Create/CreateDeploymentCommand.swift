import CommandLineKit
import JSONModel
import StdlibExtensions

/// Implements `skubectl create deployment`.
struct CreateDeploymentCommand: GeneratingCommand {
    static let kind = GeneratedKind("apps", "v1", "Deployment", resource: "deployments")
    static let failurePrefix = "failed to create deployment: "
    static let imageFlag = Flag(
        "image", default: [String](), help: "Image to run; several make several containers in each pod."
    ).required()
    static let portFlag = Flag("port", default: Int32(-1), help: "Port of the first container.")
    static let replicasFlag = Flag("replicas", short: "r", default: Int32(1), help: "How many pods there are to be.")
    static let spec = CommandSpec(
        name: "deployment", usage: "NAME --image=image -- [COMMAND] [args...]",
        summary: "Create a deployment with the specified name", description: "Create a deployment.",
        examples: [
            CommandExample("Create a deployment", "skubectl create deployment my-dep --image=busybox"),
            CommandExample(
                "Create a deployment with a command", "skubectl create deployment my-dep --image=busybox -- date"),
            CommandExample(
                "Create a deployment of three pods", "skubectl create deployment my-dep --image=nginx --replicas=3"),
            CommandExample(
                "Create a deployment with a port", "skubectl create deployment my-dep --image=busybox --port=5701"),
            CommandExample(
                "Create a deployment with several containers",
                "skubectl create deployment my-dep --image=busybox:latest --image=ubuntu:latest --image=nginx"),
        ],
        flags: [imageFlag, portFlag, replicasFlag] + Generation.flags
    ).aliased("deploy")

    let generation: Generation
    let images: [String]
    let port: Int32
    let replicas: Int32

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true)
        images = arguments[Self.imageFlag]
        port = arguments[Self.portFlag]
        replicas = arguments[Self.replicasFlag]
        if images.count > 1, !generation.command.isEmpty {
            throw .invalid("cannot specify multiple --image options and command", hint: .none)
        }
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        let labels = ["app": generation.name]
        let containers = images.enumerated().map { index, image in
            PodTemplate.container(
                name: Self.containerName(of: image), image: image, command: generation.command,
                port: index == 0 && port >= 0 ? port : nil)
        }
        let spec: JSONValue = [
            "replicas": .number(JSONNumber(replicas)), "selector": .fields(["matchLabels": .map(labels)]),
            "template": PodTemplate.value(labels: labels, ["containers": .array(containers)]), "strategy": [:],
        ]
        var deployment = GeneratedObject(Self.kind, name: generation.name, ["spec": spec, "status": [:]])
        deployment.labels = labels
        return deployment
    }

    /// The image's name without registry, tag and digest; where it needed other characters, with an ending by chance.
    private static func containerName(of image: String) -> String {
        var name = image.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        for mark in [":", "@"] { name = name.cut(at: mark).map { String($0.before) } ?? name }
        guard name.contains("_") || name.contains(".") else { return name }
        let ending = (0..<5).map { _ in String(nameCharacters.randomElement() ?? "x") }.joined()
        return String(name.map { $0 == "_" || $0 == "." ? "-" : $0 }) + "-" + ending
    }

    /// Letters and digits that make no words.
    private static let nameCharacters = Array("bcdfghjklmnpqrstvwxz2456789")
}
