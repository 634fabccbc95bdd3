import JSONModel
import KubeClient
import KubeModel
import Manifests
import SystemIO

/// One run of `apply`: reads the manifests, has their objects applied, tells of each, and prunes.
struct ApplyRun {
    let command: ApplyCommand
    let cluster: Cluster
    let context: CommandContext
    let printers: ApplyPrinters
    let set: ApplySet?
    private let applier: ObjectApplier

    init(command: ApplyCommand, cluster: Cluster, context: CommandContext, printers: ApplyPrinters, set: ApplySet?) {
        self.command = command
        self.cluster = cluster
        self.context = context
        self.printers = printers
        self.set = set
        applier = ObjectApplier(command: command, cluster: cluster)
    }

    /// Applies all objects; `pruning` are the types of `--prune-allowlist`.
    func apply(pruning types: [RESTMapping]) async throws {
        let outcomes = ApplyOutcomes(printers, keepsUIDs: command.prune != nil, context: context)
        if cluster.namespaceIsExplicit { outcomes.namespaces.insert(cluster.namespace) }
        var faults: [any Error] = []
        var set = set
        try await outcomes.progress.during {
            if var current = set {
                let (objects, problems) = try await members(of: current)
                faults = problems
                try await current.begin(objects.map(\.selected), in: cluster, command)
                set = current
                try await OrderedSending<ApplyOutcome>().run { start in
                    for object in objects { await send(object, start) }
                } consume: {
                    outcomes.add($0)
                }
            } else {
                try await OrderedSending<ApplyOutcome>().run { start in
                    faults = try await sendAll(start)
                } consume: {
                    outcomes.add($0)
                }
            }
        }
        try finish(outcomes, faults)
        try printers.show(outcomes.objects)
        guard let prune = command.prune else { return }
        let pruning = ApplyPruning(command: command, cluster: cluster, context: context, printers: printers)
        if let set {
            try await pruning.prune(set, keeping: outcomes.uids)
            return
        }
        let mappings = try await prune.types(types, in: cluster, context)
        try await pruning.prune(mappings, namespaces: outcomes.namespaces, keeping: outcomes.uids)
    }

    private func reader() -> ManifestReader {
        let check = ManifestValidation(command.validation, cluster: cluster, context: context)
        return ManifestReader(
            cluster: cluster, selection: command.selection, context: context, validate: { await check.error(in: $0) })
    }

    private func send(_ object: ManifestReader.Object, _ start: OrderedSending<ApplyOutcome>.Start) async {
        var object = object
        object.value = command.cause.recorded(in: object.value, as: context.commandLine)
        await start(SendingOrder(object.selected)) { [applier, object] in await applier.apply(object) }
    }

    /// Sends the objects of the manifests while they are read, and returns what is wrong with the manifests.
    ///
    /// What follows a definition of resources is looked up before that is sent: kubectl finds out about all objects
    /// first, so that objects of a new kind fail in the same way however fast the server is.
    private func sendAll(_ start: OrderedSending<ApplyOutcome>.Start) async throws -> [any Error] {
        var held: [ManifestReader.Object] = []
        let faults = try await reader().forEach { object in
            if held.isEmpty, !Self.addsResources(object.selected) { return await send(object, start) }
            held.append(object)
        }
        for object in held { await send(object, start) }
        return faults
    }

    private static func addsResources(_ object: SelectedObject) -> Bool {
        ["apiextensions.k8s.io", "apiregistration.k8s.io"].contains(object.mapping.gvk.group)
    }

    /// All objects of the manifests, labelled as members of a set.
    private func members(of set: ApplySet) async throws -> (objects: [ManifestReader.Object], faults: [any Error]) {
        var objects: [ManifestReader.Object] = []
        let faults = try await reader().forEach { objects.append($0) }
        if objects.isEmpty, faults.isEmpty { throw CommandError.failed("no objects passed to apply") }
        do {
            return (try objects.map { try set.labelled($0) }, faults)
        } catch {
            return ([], [error])
        }
    }

    /// Throws what went wrong: with the manifests as one error, then with each object.
    private func finish(_ outcomes: ApplyOutcomes, _ faults: [any Error]) throws {
        if outcomes.count == 0, faults.isEmpty { throw CommandError.failed("no objects passed to apply") }
        var faults = faults
        if let last = faults.last, case CommandError.together(let inner) = last {
            faults = faults.dropLast() + inner
        }
        if faults.count > 1, !outcomes.errors.isEmpty { faults = [CommandError.together(faults)] }
        try CommandError.throwAll(faults + outcomes.errors)
        // All are applied, and a signal may have come before they were told.
        if Task.isCancelled { context.console.writeLastWords("") }
    }
}

/// What became of one object.
struct ApplyOutcome: Sendable {
    let object: SelectedObject
    let messages: ObjectMessages
    let result: Result<Done, any Error>

    /// What was done to an object, and the object as it is now.
    struct Done: Sendable {
        /// "created", "configured", "unchanged" or "serverside-applied".
        let operation: String
        let value: JSONValue
        /// The object's uid; empty where it has none.
        var uid: String { value["metadata"]?["uid"]?.string ?? "" }
    }
}

/// What became of all objects, told in their order.
final class ApplyOutcomes {
    private let printers: ApplyPrinters
    private let keepsUIDs: Bool
    private let context: CommandContext
    let progress: ProgressLine
    /// How many objects there were.
    private(set) var count = 0
    private(set) var errors: [any Error] = []
    /// The objects to show at the end; none where each is told of in its turn.
    private(set) var objects: [JSONValue] = []
    /// The uids of the objects that were applied, where something is to be pruned.
    private(set) var uids: Set<String> = []
    /// The namespaces of the objects.
    var namespaces: Set<String> = []

    init(_ printers: ApplyPrinters, keepsUIDs: Bool, context: CommandContext) {
        self.printers = printers
        self.keepsUIDs = keepsUIDs
        self.context = context
        progress = ProgressLine("Applying", console: context.console)
    }

    /// Tells of the next object.
    func add(_ outcome: ApplyOutcome) {
        count += 1
        if let namespace = outcome.object.namespace { namespaces.insert(namespace) }
        progress.writing {
            outcome.messages.tell(in: context)
            do {
                let done = try outcome.result.get()
                if keepsUIDs { uids.insert(done.uid) }
                if printers.showsObjects {
                    objects.append(done.value)
                } else {
                    try printers.show(done.value, operation: done.operation)
                    context.console.flush()
                }
            } catch {
                errors.append(error)
            }
        }
    }
}
