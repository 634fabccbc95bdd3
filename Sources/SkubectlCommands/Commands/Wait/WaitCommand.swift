import CommandLineKit
import KubeClient
import KubeModel
import StdlibExtensions

/// Implements `skubectl wait`, which waits until resources are what they shall be, or are gone, or are there.
struct WaitCommand: Command {
    static let allFlag = Flag("all", default: false, help: "All resources of the given types in the namespace.")
    static let forFlag = Flag(
        "for", default: [String](),
        help:
            "What to wait for: [create|delete|condition=NAME[=VALUE]|jsonpath='{EXPRESSION}'[=VALUE]]. The value of a "
            + "condition is \"true\" unless one is given; upper and lower case are the same. Several are waited for one "
            + "after the other, \"create\" before all."
    ).unsplit()
    static let localFlag = Flag(
        "local", default: false, help: "Has no effect on waiting, but that --filename must name the resources.")
    static let recursiveFlag = Flag(
        "recursive", short: "R", default: true, help: "Read the directories given with -f with all below them.")
    static let timeoutFlag = Flag(
        "timeout", default: Duration.seconds(30),
        help: "How long to wait. Zero looks once and does not wait, a negative time is a week.")

    static let spec = CommandSpec(
        name: "wait",
        usage: "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) "
            + "[--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
        summary: "Wait for a specific condition on one or many resources",
        description: [
            "Wait until every one of the given resources has a condition in its status, or a value in one of its fields.",
            "\"create\" waits until a resource is there, and \"delete\" until it is gone.",
            "Each resource that is as it shall be is told on standard output.",
        ],
        examples: [
            CommandExample("Wait until a pod is ready", "skubectl wait --for=condition=Ready pod/web"),
            CommandExample(
                "Wait a minute at most until a pod is gone", "skubectl wait --for=delete pod/web --timeout=60s"),
            CommandExample(
                "Wait until a field has a value", "skubectl wait --for=jsonpath='{.status.phase}'=Running pod/web"),
            CommandExample(
                "Wait until a pod is there, and then ready",
                "skubectl wait --for=create --for=condition=Ready pod/web"),
        ],
        flags: [
            allFlag, forFlag, localFlag, recursiveFlag, timeoutFlag, ResourceSelection.filenameFlag,
            ResourceSelection.selectorFlag, ResourceSelection.fieldSelectorFlag, ResourceSelection.allNamespacesFlag,
        ] + ResultPrinter.flags
    ).grouped(under: .advanced).completing(.dynamic(.resources))

    let selection: ResourceSelection
    let conditions: [String]
    /// Zero looks once.
    let timeout: Duration
    let isLocal: Bool
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.isRecursive = arguments[Self.recursiveFlag]
        // Beside a selector the flag says nothing.
        selection.all =
            arguments[Self.allFlag] && selection.labelSelector.isEmpty && selection.fieldSelector.isEmpty
        selection.typesSelectAll = false
        selection.chunkSize = 0
        self.selection = selection
        conditions = arguments[Self.forFlag]
        let timeout = arguments[Self.timeoutFlag]
        self.timeout = timeout < .zero ? Self.oneWeek : timeout
        isLocal = arguments[Self.localFlag]
        result = ResultPrinter(arguments)
    }

    private static let oneWeek = Duration.seconds(168 * 3600)

    func run(in context: CommandContext) async throws {
        let printer = try result.printer(ResultPrinter.Options(operation: "condition met"), in: context)
        let cluster = try await context.cluster()
        let conditions = try conditions.map { try WaitCondition($0) }
        guard !conditions.isEmpty else { throw CommandError.failed("unrecognized condition: []") }
        if isLocal, selection.filenames.isEmpty {
            throw CommandError.failed(
                """
                you must specify resources by --filename when --local is set.
                Example resource specifications include:
                   '-f rsrc.yaml'
                   '--filename=rsrc.json'
                """)
        }
        let deadline = ContinuousClock.now + timeout
        if conditions.contains(where: \.isCreate) {
            try await CreationWait(selection: selection, context: context, cluster: cluster, deadline: deadline).run()
        }
        let isForDeletion = conditions.contains(where: \.isDelete)
        let targets = try await ChangeTargets.read(selection, in: context)
        var wait = ConditionWait(
            conditions: conditions, cluster: cluster, deadline: timeout == .zero ? nil : deadline, printer: printer,
            output: ConsoleStream(console: context.console))
        let results = targets.results.filter { !isForDeletion || !$0.isNotFound }.map { result in
            result.flatMap { target in
                target.name.isEmpty
                    ? .failure(CommandError.failed("resource name must be provided")) : .success(target)
            }
        }
        guard !results.isEmpty || isForDeletion else { throw CommandError.failed("no matching resources found") }
        try await wait.run(results)
    }
}

extension Result {
    /// Whether the server does not have what was asked for.
    var isNotFound: Bool {
        guard case .failure(let error) = self, case .status(let status)? = error as? ClientError else { return false }
        return status.isNotFound
    }
}
