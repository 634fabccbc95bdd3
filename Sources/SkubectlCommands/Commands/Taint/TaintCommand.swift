import CommandLineKit
import JSONModel
import KubeClient
import KubeModel

/// Implements `skubectl taint`, which adds taints to nodes and removes them.
struct TaintCommand: Command {
    static let allFlag = Flag("all", default: false, help: "Change all nodes of the cluster.")
    static let overwriteFlag = Flag(
        "overwrite", default: false, help: "Replace taints that are there; without it these are an error.")
    static let fieldManagerFlag = FieldManager.flag("kubectl-taint")

    static let spec = CommandSpec(
        name: "taint", usage: "NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N",
        summary: "Update the taints on one or more nodes",
        description: [
            "Add taints to nodes with KEY=VALUE:EFFECT or KEY:EFFECT, and remove them with KEY:EFFECT- or KEY-.",
            """
            A key is written like that of a label, with or without a DNS subdomain before it, and so is a value. The \
            effect is NoSchedule, PreferNoSchedule or NoExecute.
            """,
        ],
        examples: [
            CommandExample("Keep pods without a toleration away", "skubectl taint nodes worker-1 gpu=yes:NoSchedule"),
            CommandExample("Remove a taint", "skubectl taint nodes worker-1 gpu:NoSchedule-"),
            CommandExample("Remove all taints of a key", "skubectl taint nodes worker-1 gpu-"),
            CommandExample("Taint all nodes with a label", "skubectl taint nodes -l pool=gpu gpu=yes:PreferNoSchedule"),
        ],
        flags: [
            allFlag, overwriteFlag, fieldManagerFlag, CreateCommand.validateFlag, DryRun.flag,
            ResourceSelection.selectorFlag,
        ] + ResultPrinter.flags
    ).grouped(under: .clusterManagement).completing(.dynamic(.nodes))

    let type: String
    let selection: ResourceSelection
    let changes: TaintChanges
    let dryRun: DryRun
    let validation: FieldValidation
    let fieldManager: FieldManager
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        dryRun = try DryRun(arguments)
        validation = try FieldValidation(arguments[CreateCommand.validateFlag])
        let isChange = { (word: String) in word.contains("=") || word.contains(":") || word.hasSuffix("-") }
        let first = arguments.positionals.firstIndex(where: isChange) ?? arguments.positionals.endIndex
        if let word = arguments.positionals[first...].first(where: { !isChange($0) }) {
            throw .invalid("all resources must be specified before taint changes: \(word)", hint: .none)
        }
        guard let type = arguments.positionals[..<first].first else {
            throw .invalid("one or more resources must be specified as <resource> <name>", hint: .none)
        }
        guard first < arguments.positionals.endIndex else {
            throw .invalid("at least one taint update is required", hint: .none)
        }
        self.type = type
        var changes = try TaintChanges(Array(arguments.positionals[first...]))
        changes.overwrites = arguments[Self.overwriteFlag]
        self.changes = changes
        var selection = ResourceSelection(arguments)
        selection.all = arguments[Self.allFlag]
        selection.typesSelectAll = false
        selection.chunkSize = 0
        let names = arguments.positionals[..<first].dropFirst()
        let selectsMany = selection.all || !selection.labelSelector.isEmpty
        selection.words = selectsMany ? ["node"] : names.map { $0.contains("/") ? $0 : "node/\($0)" }
        self.selection = selection
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag)
        result = ResultPrinter(arguments)
    }

    func run(in context: CommandContext) async throws {
        try await check(in: context)
        // What was done is told as if it had been (kubectl's text names no dry run here).
        let objects = ObjectChanges(
            context: context, result: result, dryRun: .none, sortsKeys: dryRun == .client, printsApart: true)
        let targets = try await ChangeTargets.read(selection, in: context)
        try await objects.run(targets) { target in try await change(target, in: targets.cluster) }
    }

    /// Refuses what does not go together; the type is asked of the server first, as kubectl does.
    private func check(in context: CommandContext) async throws {
        let word = type.lowercased()
        guard let mapping = try await context.cluster().discovery.mapping(forResourceArgument: word) else {
            throw SelectionError.noResourceMatch(word)
        }
        guard mapping.gvk.kind == "Node" else {
            throw CommandError.failed("invalid resource type \(word), only node types are supported")
        }
        let conflicts = changes.conflicts
        if !conflicts.isEmpty {
            throw CommandError.failed(
                "can not both modify and remove the following taint(s) in the same command: "
                    + conflicts.joined(separator: ", "))
        }
        if selection.all, !selection.labelSelector.isEmpty {
            throw CommandError.failed("setting 'all' parameter with a non empty selector is prohibited")
        }
        if selection.words.isEmpty {
            throw CommandError.failed(
                "at least one resource name must be specified since 'all' parameter is not set")
        }
    }

    private func change(_ target: ChangeTargets.Target, in cluster: Cluster?) async throws -> ObjectChanges.Outcome {
        let (node, operation) = try changes.applied(to: target.value, name: target.name)
        guard dryRun != .client, let cluster, let selected = target.selected else {
            return ObjectChanges.Outcome(object: TypedObject.normalized(node), operation: operation)
        }
        let old = target.value["spec"]?["taints"] ?? .null
        let new = node["spec"]?["taints"] ?? .null
        // A list without a patch strategy: it is replaced as a whole.
        let patch: JSONValue = old == new ? [:] : ["spec": ["taints": new]]
        var request = APIRequest.patch(selected.location, .strategic, patch)
        request.parameters = dryRun.parameters + fieldManager.parameters + [validation.parameter]
        let answer = TypedObject.normalized(try await cluster.client.json(request))
        return ObjectChanges.Outcome(object: answer, operation: operation)
    }
}
