import CommandLineKit
import JSONModel

/// Implements `skubectl create priorityclass`.
struct CreatePriorityClassCommand: GeneratingCommand {
    static let kind = GeneratedKind(
        "scheduling.k8s.io", "v1", "PriorityClass", resource: "priorityclasses", isNamespaced: false)
    static let failurePrefix = "failed to create priorityclass: "
    static let descriptionFlag = Flag(
        "description", default: "", help: "A text that tells when the class is to be used.")
    static let globalDefaultFlag = Flag(
        "global-default", default: false, help: "Whether pods without a class are of this one.")
    static let preemptionPolicyFlag = Flag(
        "preemption-policy", default: "PreemptLowerPriority",
        help: "Whether pods of the class may drive out others: \"PreemptLowerPriority\" or \"Never\".")
    static let valueFlag = Flag("value", default: Int32(0), help: "The priority of pods of the class.")
    static let spec = CommandSpec(
        name: "priorityclass", usage: "NAME --value=VALUE --global-default=BOOL [--dry-run=server|client|none]",
        summary: "Create a priority class with the specified name",
        description: "Create a priority class, which gives pods a rank among others.",
        examples: [
            CommandExample(
                "Create a class of high priority",
                "skubectl create priorityclass high --value=1000 --description=\"high priority\""),
            CommandExample(
                "Create the class of pods that have none",
                "skubectl create priorityclass usual --value=10 --global-default=true"),
            CommandExample(
                "Create a class whose pods drive out no others",
                "skubectl create priorityclass patient --value=1000 --preemption-policy=Never"),
        ],
        flags: [descriptionFlag, globalDefaultFlag, preemptionPolicyFlag, valueFlag] + Generation.flags
    ).aliased("pc")

    let generation: Generation
    let value: Int32
    let isGlobalDefault: Bool
    let description: String
    let preemptionPolicy: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true)
        value = arguments[Self.valueFlag]
        isGlobalDefault = arguments[Self.globalDefaultFlag]
        description = arguments[Self.descriptionFlag]
        preemptionPolicy = arguments[Self.preemptionPolicyFlag]
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        GeneratedObject(
            Self.kind, name: generation.name,
            [
                "value": .number(JSONNumber(value)), "globalDefault": isGlobalDefault ? true : nil,
                "description": .text(description), "preemptionPolicy": .string(preemptionPolicy),
            ])
    }
}
