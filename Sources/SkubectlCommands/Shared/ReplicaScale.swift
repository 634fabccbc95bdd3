import JSONModel
import KubeClient
import KubeModel

/// A change of the number of replicas through the scale subresource, with what has to hold before.
struct ReplicaScale: Sendable, Hashable {
    let replicas: Int
    /// The number there has to be now; nil for any.
    var currentReplicas: Int?
    /// The version the scale has to have now; empty for any.
    var resourceVersion = ""
    let dryRun: DryRun

    private var hasCondition: Bool { currentReplicas != nil || !resourceVersion.isEmpty }

    /// For so long a change that another one came before is tried again, and after so long each time (kubectl's).
    private static let patience = Duration.seconds(300)
    private static let pause = Duration.seconds(1)

    /// Sets the number and returns the one that the server then has.
    func apply(to object: SelectedObject, in cluster: Cluster) async throws -> Int {
        let deadline = ContinuousClock.now + Self.patience
        while true {
            do {
                return try await applyOnce(to: Self.location(object), in: cluster)
            } catch ClientError.status(let status) where status.reason == "Conflict" {
                guard ContinuousClock.now + Self.pause < deadline else {
                    throw CommandError.failed("context deadline exceeded")
                }
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    private func applyOnce(to location: ResourceLocation, in cluster: Cluster) async throws -> Int {
        let number = JSONValue.number(JSONNumber(replicas))
        var request = APIRequest.patch(location, .merge, ["spec": ["replicas": number]])
        if hasCondition {
            var scale = try await cluster.client.json(.get(location))
            try check(scale)
            scale[path: "spec", "replicas"] = number
            request = .replace(scale, at: location)
        }
        request.parameters += dryRun.parameters + FieldManager.unnamed.parameters
        return Self.replicas(in: try await cluster.client.json(request)["spec"])
    }

    /// Throws where the scale is not as it has to be.
    private func check(_ scale: JSONValue) throws {
        let replicas = Self.replicas(in: scale["spec"])
        if let currentReplicas, replicas != currentReplicas {
            throw CommandError.failed("Expected replicas to be \(currentReplicas), was \(replicas)")
        }
        let version = scale["metadata"]?["resourceVersion"]?.string ?? ""
        if !resourceVersion.isEmpty, version != resourceVersion {
            throw CommandError.failed("Expected resource version to be \(resourceVersion), was \(version)")
        }
    }

    /// Waits until there are as many replicas, or somebody has asked for another number.
    func wait(for object: SelectedObject, in cluster: Cluster, atMost timeout: Duration) async throws {
        let location = Self.location(object)
        let deadline = ContinuousClock.now + timeout
        var pause = Duration.milliseconds(50)
        while true {
            let scale = try await cluster.client.json(.get(location))
            if Self.replicas(in: scale["spec"]) != replicas || Self.replicas(in: scale["status"]) == replicas { return }
            let left = deadline - ContinuousClock.now
            guard left > .zero else {
                throw CommandError.failed("timed out waiting for \"\(object.name)\" to be synced")
            }
            try await Task.sleep(for: min(pause, left))
            pause = min(pause * 2, Self.pause)
        }
    }

    private static func location(_ object: SelectedObject) -> ResourceLocation {
        var location = object.location
        location.subresource = "scale"
        return location
    }

    /// A number of replicas; none counts as zero.
    private static func replicas(in part: JSONValue?) -> Int {
        part?["replicas"]?.int64.flatMap(Int.init(exactly:)) ?? 0
    }
}
