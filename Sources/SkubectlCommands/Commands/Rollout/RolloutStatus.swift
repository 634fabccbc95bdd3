import JSONModel
import KubeModel
import StdlibExtensions

/// How far the rollout of a workload has come, in kubectl's words (polymorphichelpers' status viewers).
struct RolloutStatus: Sendable, Hashable {
    /// A line with its end.
    let text: String
    let isDone: Bool

    private init(_ text: String, isDone: Bool = false) {
        self.text = text + "\n"
        self.isDone = isDone
    }

    /// - Parameter revision: the one the rollout has to be of; zero for any, and for all but deployments.
    init(_ object: JSONValue, kind: RolloutKind, revision: Int64) throws(CommandError) {
        let workload = Workload(object)
        switch kind {
        case .deployment:
            if revision > 0 { try Self.check(revision, object, workload) }
            self = try Self.deployment(workload, object)
        case .daemonSet: self = try Self.daemonSet(workload)
        case .statefulSet: self = try Self.statefulSet(workload)
        }
    }

    /// What all workloads have, with Go's zero for what is not there.
    private struct Workload {
        let name: String
        let generation: Int64
        let spec: JSONValue
        let status: JSONValue

        init(_ object: JSONValue) {
            name = (object["metadata"]?["name"]?.string ?? "").goQuoted
            generation = object["metadata"]?["generation"]?.int64 ?? 0
            spec = object["spec"] ?? .object([:])
            status = object["status"] ?? .object([:])
        }

        func count(_ field: String) -> Int64 { status[field]?.int64 ?? 0 }
        var replicas: Int64? { spec["replicas"]?.int64 }
        var isObserved: Bool { generation <= count("observedGeneration") }
    }

    private static func check(
        _ revision: Int64, _ object: JSONValue, _ workload: Workload
    ) throws(CommandError) {
        let current: Int64
        switch DeploymentRevision.number(of: object) {
        case .success(let number): current = number
        case .failure(let error):
            throw .failed("cannot get the revision of deployment \(workload.name): \(error.message)")
        }
        guard current == revision else {
            throw .failed(
                "desired revision (\(revision)) is different from the running revision (\(current))")
        }
    }

    private static func deployment(_ workload: Workload, _ object: JSONValue) throws(CommandError) -> RolloutStatus {
        guard workload.isObserved else {
            return RolloutStatus("Waiting for deployment spec update to be observed...")
        }
        let progress = workload.status["conditions"]?.array?.first { $0["type"]?.string == "Progressing" }
        if progress?["reason"]?.string == "ProgressDeadlineExceeded" {
            throw .failed("deployment \(workload.name) exceeded its progress deadline")
        }
        let waiting = "Waiting for deployment \(workload.name) rollout to finish:"
        let updated = workload.count("updatedReplicas")
        if let replicas = workload.replicas, updated < replicas {
            return RolloutStatus("\(waiting) \(updated) out of \(replicas) new replicas have been updated...")
        }
        let old = workload.count("replicas") - updated
        if old > 0 { return RolloutStatus("\(waiting) \(old) old replicas are pending termination...") }
        let available = workload.count("availableReplicas")
        if available < updated {
            return RolloutStatus("\(waiting) \(available) of \(updated) updated replicas are available...")
        }
        return RolloutStatus("deployment \(workload.name) successfully rolled out", isDone: true)
    }

    private static func requireRollingUpdate(_ workload: Workload) throws(CommandError) {
        guard workload.spec["updateStrategy"]?["type"]?.string == "RollingUpdate" else {
            throw .failed("rollout status is only available for RollingUpdate strategy type")
        }
    }

    private static func daemonSet(_ workload: Workload) throws(CommandError) -> RolloutStatus {
        try requireRollingUpdate(workload)
        guard workload.isObserved else {
            return RolloutStatus("Waiting for daemon set spec update to be observed...")
        }
        let waiting = "Waiting for daemon set \(workload.name) rollout to finish:"
        let desired = workload.count("desiredNumberScheduled")
        let updated = workload.count("updatedNumberScheduled")
        if updated < desired {
            return RolloutStatus("\(waiting) \(updated) out of \(desired) new pods have been updated...")
        }
        let available = workload.count("numberAvailable")
        if available < desired {
            return RolloutStatus("\(waiting) \(available) of \(desired) updated pods are available...")
        }
        return RolloutStatus("daemon set \(workload.name) successfully rolled out", isDone: true)
    }

    private static func statefulSet(_ workload: Workload) throws(CommandError) -> RolloutStatus {
        try requireRollingUpdate(workload)
        guard workload.count("observedGeneration") != 0, workload.isObserved else {
            return RolloutStatus("Waiting for statefulset spec update to be observed...")
        }
        let ready = workload.count("readyReplicas")
        if let replicas = workload.replicas, ready < replicas {
            return RolloutStatus("Waiting for \(replicas - ready) pods to be ready...")
        }
        let updated = workload.count("updatedReplicas")
        if let update = workload.spec["updateStrategy"]?["rollingUpdate"], !update.isNull {
            if let replicas = workload.replicas, let partition = update["partition"]?.int64,
                updated < replicas - partition
            {
                return RolloutStatus(
                    "Waiting for partitioned roll out to finish: \(updated) out of \(replicas - partition) new pods have "
                        + "been updated...")
            }
            return RolloutStatus(
                "partitioned roll out complete: \(updated) new pods have been updated...", isDone: true)
        }
        let (update, current) = (
            workload.status["updateRevision"]?.string ?? "", workload.status["currentRevision"]?.string ?? ""
        )
        guard update == current else {
            return RolloutStatus(
                "waiting for statefulset rolling update to complete \(updated) pods at revision \(update)...")
        }
        return RolloutStatus(
            "statefulset rolling update complete \(workload.count("currentReplicas")) pods at revision \(current)...",
            isDone: true)
    }
}
