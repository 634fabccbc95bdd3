import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Waits until objects meet conditions, one after the other, and tells of each.
///
/// As in kubectl an object counts as it is when its turn comes: what it was while others were waited for does not matter.
/// All are watched at the same time, though, so that no turn begins with a question to the server.
struct ConditionWait {
    let conditions: [WaitCondition]
    let cluster: Cluster
    /// When waiting ends; nil looks once.
    let deadline: ContinuousClock.Instant?
    var printer: ObjectPrinter
    var output: ConsoleStream

    private typealias Target = ChangeTargets.Target

    private var targets: [Result<ChangeTargets.Target, any Error>] = []
    private var errors: [any Error] = []
    /// Whose turn it is.
    private var turn = 0
    /// Which condition is waited for.
    private var condition = 0
    /// Whether the object whose turn it is was there since its turn began.
    private var wasPresent = false
    /// The newest states of the objects that are watched, by their place.
    private var latest: [Int: Result<ObjectWatches.State, ClientError>] = [:]

    init(
        conditions: [WaitCondition], cluster: Cluster, deadline: ContinuousClock.Instant?, printer: ObjectPrinter,
        output: ConsoleStream
    ) {
        self.conditions = conditions
        self.cluster = cluster
        self.deadline = deadline
        self.printer = printer
        self.output = output
    }

    /// Waits for each target in order; throws what went wrong with any, at the end.
    mutating func run(_ targets: [Result<ChangeTargets.Target, any Error>]) async throws {
        self.targets = targets
        try lookAtFirstStates()
        if turn < targets.count { try await watch() }
        try CommandError.throwAll(errors)
    }

    /// What was read already may be enough.
    private mutating func lookAtFirstStates() throws {
        while turn < targets.count {
            switch targets[turn] {
            case .failure(let error): end(with: error)
            case .success(let target):
                if try isDone(.present(target.value)) {
                    end()
                } else if deadline == nil {
                    end(with: CommandError.failed("condition not met for \(Self.name(target))"))
                } else {
                    return
                }
            }
        }
    }

    private mutating func watch() async throws {
        guard let deadline else { return }
        let places = targets.indices[turn...].filter { target(at: $0)?.selected != nil }
        let objects = places.compactMap { target(at: $0)?.selected }
        wasPresent = false
        let ending = try await ObjectWatches(cluster: cluster).follow(
            objects, limit: deadline - ContinuousClock.now, evaluate: { _, state in state },
            consume: { index, state in
                latest[places[index]] = state
                return try advance()
            })
        if case .timedOut = ending { endInTime() }
    }

    /// Goes on as far as is known; true when all turns are over.
    private mutating func advance() throws -> Bool {
        while turn < targets.count {
            if case .failure(let error) = targets[turn] {
                end(with: error)
                continue
            }
            guard let state = latest[turn] else { return false }
            switch state {
            case .failure(let error): end(with: error)
            case .success(let state):
                guard try isDone(state) else { return false }
                end()
            }
        }
        return true
    }

    /// Whether an object in this state is done with, be it met or failed; tells of each condition that it meets.
    private mutating func isDone(_ state: ObjectWatches.State) throws -> Bool {
        guard let target = target(at: turn) else { return true }
        while condition < conditions.count {
            switch state {
            case .present(let object):
                wasPresent = true
                do {
                    guard try conditions[condition].isMet(by: object) else { return false }
                } catch {
                    errors.append(error)
                    return true
                }
                try tell(object)
            case .absent:
                if conditions[condition].isDelete {
                    try tell(target.value)
                } else if wasPresent {
                    // It may come again.
                    return false
                } else {
                    errors.append(ClientError.status(Self.notFound(target)))
                    return true
                }
            }
            condition += 1
        }
        return true
    }

    /// The object whose turn it is at a place; nil for one that could not be read.
    private func target(at place: Int) -> Target? {
        guard case .success(let target) = targets[place] else { return nil }
        return target
    }

    private mutating func tell(_ object: JSONValue) throws {
        try printer.print(object, into: &output)
        output.console.flush()
    }

    private mutating func end(with error: (any Error)? = nil) {
        if let error { errors.append(error) }
        latest[turn] = nil
        turn += 1
        condition = 0
        wasPresent = false
    }

    /// The time is over: each object that is left is told, in kubectl's words.
    private mutating func endInTime() {
        let first = turn
        while turn < targets.count {
            switch targets[turn] {
            case .failure(let error): end(with: error)
            case .success(let target):
                let isAsked = turn > first && conditions[condition].isDelete
                end(
                    with: CommandError.failed(
                        isAsked
                            ? "client rate limiter Wait returned an error: context deadline exceeded"
                            : "timed out waiting for the condition on \(Self.name(target))"))
            }
        }
    }

    /// An object as time-outs name it: `configmaps/web`.
    private static func name(_ target: Target) -> String {
        "\(target.selected?.mapping.gvr.resource ?? "")/\(target.name)"
    }

    private static func notFound(_ target: Target) -> APIStatus {
        let resource = target.selected?.mapping.resource.groupResource ?? ""
        return APIStatus(code: 404, reason: "NotFound", message: "\(resource) \"\(target.name)\" not found")
    }
}
