import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Takes pods away from a node, by eviction or by deletion, and waits until they are gone.
struct PodDrain: Sendable {
    let cluster: Cluster
    let context: CommandContext
    let dryRun: DryRun
    let rules: DrainRules
    /// In seconds; nil leaves it to the pods.
    let gracePeriod: Int?
    /// Zero waits as long as it takes.
    let timeout: Duration
    /// Delete pods although the server could evict them.
    let isEvictionDisabled: Bool
    let node: String
    private let slots = RequestSlots(SideBySide.usualWidth)
    private let departures: PodDepartures
    /// When all has to be over; nil for never.
    private let deadline: ContinuousClock.Instant?

    init(_ command: DrainCommand, node: String, plan: DrainPlan, cluster: Cluster, context: CommandContext) {
        self.cluster = cluster
        self.context = context
        self.node = node
        dryRun = command.selection.dryRun
        rules = command.rules
        gracePeriod = command.gracePeriod
        timeout = command.timeout
        isEvictionDisabled = command.isEvictionDisabled
        departures = PodDepartures(cluster: cluster, node: node, resourceVersion: plan.resourceVersion)
        deadline = timeout == .zero ? nil : .now + timeout
    }

    /// Throws why pods could not be taken away.
    func run(_ pods: [DrainPlan.Pod]) async throws {
        if pods.isEmpty { return }
        let version = isEvictionDisabled ? nil : try await evictionVersion()
        let faults = await withTaskGroup(of: [String]?.self) { group in
            if dryRun == .none {
                group.addTask {
                    await departures.run()
                    return nil
                }
            }
            group.addTask {
                guard let version else { return await deleteAll(pods) }
                return await evictAll(pods, version)
            }
            defer { group.cancelAll() }
            while let next = await group.next() {
                if let faults = next { return faults }
            }
            return []
        }
        if faults.isEmpty { return }
        let errors = faults.map { CommandError.failed($0) }
        // Evictions fail each on its own, of deletions the first failure ends them.
        throw version == nil ? errors[0] : .several(errors)
    }

    // MARK: - Eviction

    /// The version of the eviction that the server takes; nil where it has none.
    private func evictionVersion() async throws -> GroupVersion? {
        let list = try await cluster.client.json(APIRequest(path: "/api/v1"))
        let eviction = (list["resources"]?.array ?? []).first {
            $0["name"]?.string == "pods/eviction" && $0["kind"]?.string == "Eviction"
        }
        guard let group = eviction?["group"]?.string, let version = eviction?["version"]?.string, !group.isEmpty,
            !version.isEmpty
        else { return nil }
        // Servers of old have the second, which has the same fields.
        let isCurrent = group == "policy" && version == "v1"
        return GroupVersion(group: "policy", version: isCurrent ? "v1" : "v1beta1")
    }

    private func evictAll(_ pods: [DrainPlan.Pod], _ version: GroupVersion) async -> [String] {
        // All are begun at once, so that one that has to be tried again keeps no other one waiting.
        await SideBySide.map(pods, width: pods.count) { pod in await evict(pod, version) }.compactMap { $0 }
    }

    /// For so long an eviction that is refused for now is left alone.
    private static let retryDelay = Duration.seconds(5)

    /// Evicts a pod and waits until it is gone; returns what went wrong.
    private func evict(_ first: DrainPlan.Pod, _ version: GroupVersion) async -> String? {
        var pod = first
        let name = "\"\(pod.name)\""
        while true {
            if dryRun != .server { started(pod, "eviction") }
            say("evicting pod \(pod.namespace)/\(pod.name)\(dryRun.suffix)\n")
            if isOver {
                return
                    "error when evicting pods/\(name) -n \"\(pod.namespace)\": global timeout reached: \(timeout.goText)"
            }
            let refusal: ClientError
            do throws(ClientError) {
                try await send(pod, version)
                break
            } catch {
                refusal = error
            }
            let text = refusal.message
            let status: APIStatus? = if case .status(let status) = refusal { status } else { nil }
            if status?.isNotFound ?? false { return nil }
            let isTerminating = status?.isForbidden ?? false && status?.hasCause("NamespaceTerminating") ?? false
            if status?.isTooManyRequests ?? false {
                context.console.writeError(
                    "error when evicting pods/\(name) -n \"\(pod.namespace)\" (will retry after 5s): \(text)\n")
            } else if isTerminating, pod.isDeleting {
                break
            } else if isTerminating {
                context.console.writeError(
                    "error when evicting pod \(name) from terminating namespace \"\(pod.namespace)\" (will retry after "
                        + "5s): \(text)\n")
            } else {
                return "error when evicting pods/\(name) -n \"\(pod.namespace)\": \(text)"
            }
            // Cancelled when the command is.
            do { try await Task.sleep(for: Self.retryDelay) } catch { return text }
            // Where it cannot be read the eviction says why.
            if let fresh = try? await read(pod) { pod = fresh }
        }
        if dryRun == .server { return nil }
        guard let fault = await waitUntilGone(pod, "evict") else { return nil }
        return "error when waiting for pod \(name) in namespace \"\(first.namespace)\" to terminate: \(fault)"
    }

    private func send(_ pod: DrainPlan.Pod, _ version: GroupVersion) async throws(ClientError) {
        let eviction: JSONValue = [
            "apiVersion": .string(version.apiVersion), "kind": "Eviction",
            "metadata": ["name": .string(pod.name), "namespace": .string(pod.namespace)],
            "deleteOptions": options,
        ]
        var location = Self.location(pod)
        location.subresource = "eviction"
        let request = APIRequest.create(eviction, in: location)
        let result = await slots.withSlot { await self.result(of: request) }
        _ = try result.get()
    }

    // MARK: - Deletion

    private func deleteAll(_ pods: [DrainPlan.Pod]) async -> [String] {
        for pod in pods {
            switch await result(of: .delete(Self.location(pod), options: options)) {
            case .success: break
            case .failure(.status(let status)) where status.isNotFound: break
            case .failure(let error): return [error.message]
            }
            started(pod, "deletion")
        }
        // What the server only says it would delete does not go.
        if dryRun == .server { return [] }
        return await SideBySide.map(pods, width: pods.count) { await waitUntilGone($0, "delete") }
            .compactMap { $0 }.first.map { [$0] } ?? []
    }

    // MARK: - What both have

    /// The `DeleteOptions` of each pod.
    private var options: JSONValue {
        var options: JSONValue = [:]
        if let gracePeriod { options["gracePeriodSeconds"] = .number(JSONNumber(gracePeriod)) }
        if dryRun == .server { options["dryRun"] = ["All"] }
        return options
    }

    private static func location(_ pod: DrainPlan.Pod) -> ResourceLocation {
        ResourceLocation(DrainReader.pods, namespace: pod.namespace, name: pod.name)
    }

    private func result(of request: APIRequest) async -> Result<JSONValue, ClientError> {
        do throws(ClientError) { return .success(try await cluster.client.json(request)) } catch {
            return .failure(error)
        }
    }

    private func read(_ pod: DrainPlan.Pod) async throws(ClientError) -> DrainPlan.Pod {
        DrainPlan.Pod(try await slots.withSlot { await result(of: .get(Self.location(pod))) }.get())
    }

    private var isOver: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }

    /// How often what the watch has seen is looked at; that asks nobody.
    private static let glance = Duration.milliseconds(20)
    /// How often a pod is asked for while the watch sees pods go, and while it does not.
    private static let intervals = (watched: Duration.seconds(10), unwatched: Duration.seconds(1))

    /// Waits for a pod to be gone and tells of it; returns what went wrong.
    private func waitUntilGone(_ pod: DrainPlan.Pod, _ verb: String) async -> String? {
        let words = verb == "evict" ? ("evicted", "eviction failed") : ("deleted", "deletion failed")
        var lastAsked: ContinuousClock.Instant?
        while true {
            if await departures.isGone(uid: pod.uid) {
                say("pod/\(pod.name) \(words.0)\(dryRun.suffix)\n")
                return nil
            }
            // A pod that is skipped after some time has to be looked at again and again.
            let isWatched = await departures.isWatching && rules.secondsUntilSkipped <= 0
            let interval = isWatched ? Self.intervals.watched : Self.intervals.unwatched
            if lastAsked.map({ ContinuousClock.now - $0 >= interval }) ?? !isWatched {
                lastAsked = .now
                switch await presence(of: pod) {
                case .gone:
                    say("pod/\(pod.name) \(words.0)\(dryRun.suffix)\n")
                    return nil
                case .skipped:
                    say(
                        "pod \"\(pod.name)\" has DeletionTimestamp older than \(rules.secondsUntilSkipped) seconds, "
                            + "skipping\n")
                    return nil
                case .unknown(let fault):
                    say("pod/\(pod.name) \(words.1)\(dryRun.suffix)\n")
                    return fault
                case .there: break
                }
            } else if lastAsked == nil {
                lastAsked = .now
            }
            if isOver { return "context deadline exceeded" }
            // Cancelled when the command is.
            do { try await Task.sleep(for: Self.glance) } catch { return "context canceled" }
        }
    }

    private enum Presence {
        case there
        case gone
        case skipped
        case unknown(String)
    }

    private func presence(of pod: DrainPlan.Pod) async -> Presence {
        switch await slots.withSlot({ await result(of: .get(Self.location(pod))) }) {
        case .failure(.status(let status)) where status.isNotFound: .gone
        case .failure(let error): .unknown(error.message)
        case .success(let object):
            if object["metadata"]?["uid"]?.string != pod.uid {
                .gone
            } else {
                rules.isSkipped(object, now: context.now) ? .skipped : .there
            }
        }
    }

    private func started(_ pod: DrainPlan.Pod, _ noun: String) {
        if context.global.verbosity >= 2 { say("pod/\(pod.name) \(noun) started\(dryRun.suffix)\n") }
    }

    private func say(_ text: String) {
        context.console.write(TerminalText.escaped(text))
        context.console.flush()
    }
}

extension APIStatus {
    /// Whether the server wants the request to come again later.
    fileprivate var isTooManyRequests: Bool { reason == "TooManyRequests" || code == 429 }

    fileprivate func hasCause(_ reason: String) -> Bool {
        details?.causes.contains { $0.reason == reason } ?? false
    }
}
