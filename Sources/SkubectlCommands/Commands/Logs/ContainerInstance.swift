import JSONModel
import KubeClient
import KubeModel

/// What the server says of a container, as far as it tells one run of it from another.
struct ContainerInstance: Sendable, Hashable {
    /// Whether it runs, and since when.
    let isRunning: Bool
    let start: Timestamp?
    let restarts: Int64

    /// Finds the container in its pod; nil where nothing is said of it.
    init?(of container: String, in pod: JSONValue) {
        let lists = ["containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"]
        let statuses = lists.flatMap { pod["status"]?[$0]?.array ?? [] }
        guard let status = statuses.first(where: { $0["name"]?.string == container }) else { return nil }
        let running = status["state"]?["running"]
        isRunning = running != nil
        start = (running?["startedAt"]?.string).flatMap(Timestamp.init(rfc3339:))
        restarts = status["restartCount"]?.int64 ?? 0
    }

    /// How many runs came after the one that a log is of.
    ///
    /// - Parameters:
    ///   - known: how often it had been started again when the log was begun; nil where nobody looked.
    ///   - lastLine: the second of the log's last line.
    func runs(after known: Int64?, lastLine: Timestamp?) -> Int64 {
        if let known { return restarts - known }
        guard let start, let lastLine else { return 0 }
        return lastLine < start ? 1 : 0
    }
}
