import CommandLineKit
import KubeClient
import KubeModel
import SystemIO

/// Implements `skubectl drain`, which takes a node's pods away so that something can be done to the node.
struct DrainCommand: Command {
    static let forceFlag = Flag("force", default: false, help: "Take away pods that no controller makes anew, too.")
    static let ignoreDaemonSetsFlag = Flag(
        "ignore-daemonsets", default: false, help: "Leave the pods of DaemonSets where they are.")
    static let deleteEmptyDirDataFlag = Flag(
        "delete-emptydir-data", default: false,
        help: "Take away pods with an emptyDir volume, too; what is in it is lost.")
    static let gracePeriodFlag = Flag(
        "grace-period", default: -1,
        help: "Seconds that each pod has to end by itself; negative leaves it to the pod.")
    static let timeoutFlag = Flag(
        "timeout", default: Duration.zero, help: "How long to go on before giving up; zero is as long as it takes.")
    static let podSelectorFlag = Flag("pod-selector", default: "", help: "Only pods whose labels match.")
    static let disableEvictionFlag = Flag(
        "disable-eviction", default: false,
        help: "Delete pods instead of evicting them. Pod disruption budgets do not count then.")
    static let skipWaitFlag = Flag(
        "skip-wait-for-delete-timeout", default: 0,
        help: "Do not wait for pods that have been going for more seconds than that; 0 waits for all.")

    static let spec = CommandSpec(
        name: "drain", usage: "NODE", summary: "Drain node in preparation for maintenance",
        description: [
            """
            Mark a node as unschedulable, and then evict its pods, or delete them where the server has no evictions. The \
            command ends when they are gone.
            """,
            """
            Pods that the kubelet makes of files stay. Pods of DaemonSets stay, too, and hold the command up unless \
            --ignore-daemonsets is given; pods that no controller makes anew, and pods with data of their own, hold it up \
            unless --force or --delete-emptydir-data is given.
            """,
            "\"skubectl uncordon\" lets pods come back to the node.",
        ],
        examples: [
            CommandExample("Drain a node", "skubectl drain worker-1 --ignore-daemonsets"),
            CommandExample("Drain a node with pods that nothing makes anew", "skubectl drain worker-1 --force"),
            CommandExample("Give the pods 15 minutes to end", "skubectl drain worker-1 --grace-period=900"),
        ],
        flags: [
            forceFlag, ignoreDaemonSetsFlag, deleteEmptyDirDataFlag, gracePeriodFlag, timeoutFlag, podSelectorFlag,
            disableEvictionFlag, skipWaitFlag, ResourceSelection.chunkSizeFlag, DryRun.flag,
            ResourceSelection.selectorFlag,
        ]
    ).grouped(under: .clusterManagement).completing(.dynamic(.nodes))

    let selection: NodeSelection
    let rules: DrainRules
    /// In seconds; nil leaves it to the pods.
    let gracePeriod: Int?
    let timeout: Duration
    let podSelector: String
    let isEvictionDisabled: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = try NodeSelection(arguments, command: "drain")
        rules = DrainRules(
            isForced: arguments[Self.forceFlag], ignoresDaemonSets: arguments[Self.ignoreDaemonSetsFlag],
            deletesEmptyDirectories: arguments[Self.deleteEmptyDirDataFlag],
            secondsUntilSkipped: arguments[Self.skipWaitFlag])
        let seconds = arguments[Self.gracePeriodFlag]
        gracePeriod = seconds < 0 ? nil : seconds
        timeout = arguments[Self.timeoutFlag]
        podSelector = arguments[Self.podSelectorFlag]
        isEvictionDisabled = arguments[Self.disableEvictionFlag]
        if !podSelector.isEmpty {
            do { _ = try LabelQuery(podSelector) } catch {
                throw .invalid("--pod-selector=<pod_selector> must be a valid label selector", hint: .none)
            }
        }
    }

    func run(in context: CommandContext) async throws {
        let (cluster, nodes) = try await selection.nodes(in: context)
        try await Cordoning(cluster: cluster, context: context, dryRun: selection.dryRun, isUnschedulable: true)
            .apply(to: nodes)
        var failures: [any Error] = []
        var pending: [String] = []
        for node in nodes {
            do {
                try await drain(node.name, in: cluster, context)
                context.console.write("node/\(node.name) drained\(selection.dryRun.suffix)\n")
            } catch {
                context.console.writeError(
                    "error: unable to drain node \"\(node.name)\" due to error: \(sentence(error, context)), "
                        + "continuing command...\n")
                failures.append(error)
                pending.append(node.name)
            }
            context.console.flush()
        }
        guard !pending.isEmpty else { return }
        context.console.writeError(
            "There are pending nodes to be drained:\n" + pending.map { " \($0)\n" }.joined())
        if failures.count == 1 { throw failures[0] }
        throw CommandError.several(failures.map { CommandError.failed(sentence($0, context)) })
    }

    /// Takes a node's pods away; throws why some are still there.
    private func drain(_ node: String, in cluster: Cluster, _ context: CommandContext) async throws {
        let reader = DrainReader(
            cluster: cluster, rules: rules, podSelector: podSelector, chunkSize: selection.selection.chunkSize)
        let plan = try await plan(reader, node, context)
        if let warning = plan.warning { context.warn(warning) }
        if selection.dryRun == .client {
            for pod in plan.leaving {
                context.console.write("evicting pod \(pod.namespace)/\(pod.name) (dry run)\n")
            }
            return
        }
        do {
            let drain = PodDrain(self, node: node, plan: plan, cluster: cluster, context: context)
            try await drain.run(plan.leaving)
        } catch {
            await tellOfPending(error, node, reader, context)
            throw error
        }
    }

    /// The pods with what becomes of them; throws where some keep the node from being drained.
    private func plan(_ reader: DrainReader, _ node: String, _ context: CommandContext) async throws -> DrainPlan {
        let plan: DrainPlan
        do { plan = try await reader.plan(forNode: node, now: context.now) } catch {
            throw CommandError.several([error])
        }
        if !plan.refusals.isEmpty { throw Self.error(plan.refusals) }
        return plan
    }

    private static func error(_ refusals: [String]) -> CommandError {
        .several(refusals.map { CommandError.failed($0) })
    }

    /// Tells which pods are still on a node after something went wrong.
    private func tellOfPending(
        _ error: any Error, _ node: String, _ reader: DrainReader, _ context: CommandContext
    ) async {
        let fault: any Error
        do {
            let plan = try await reader.plan(forNode: node, now: context.now)
            if !plan.leaving.isEmpty {
                context.console.writeError(
                    "There are pending pods in node \"\(node)\" when an error occurred: \(sentence(error, context))\n"
                        + plan.leaving.map { "pod/\($0.name)\n" }.joined())
            }
            guard !plan.refusals.isEmpty else { return }
            fault = Self.error(plan.refusals)
        } catch {
            fault = error
        }
        context.console.writeError(
            "Following errors occurred while getting the list of pods to delete:\n\(sentence(fault, context))")
    }

    /// The sentence of an error, of several as Go's aggregated errors have it.
    private func sentence(_ error: any Error, _ context: CommandContext) -> String {
        if case CommandError.several(let errors) = error {
            return LabelQueryError.aggregate(errors.map { sentence($0, context) })
        }
        return ErrorReport.sentence(of: error, programName: context.programName)
    }
}
