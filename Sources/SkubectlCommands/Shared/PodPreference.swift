import JSONModel
import KubeModel

/// Which of several pods a user most likely wants.
enum PodPreference {
    /// Whether `left` is to be preferred for its log: assigned to a node, running, ready, ready for longer, restarted more
    /// often, older (kubectl's `ByLogging`).
    static func forLogs(_ left: JSONValue, _ right: JSONValue) -> Bool {
        isBetter(left, right, withMoreRestarts: true)
    }

    /// As `forLogs`, but restarted less often (kubectl's `ActivePods`, from its end).
    static func forWork(_ left: JSONValue, _ right: JSONValue) -> Bool {
        isBetter(left, right, withMoreRestarts: false)
    }

    private static func isBetter(_ left: JSONValue, _ right: JSONValue, withMoreRestarts: Bool) -> Bool {
        let (leftRank, rightRank) = (rank(left), rank(right))
        if leftRank != rightRank { return leftRank.lexicographicallyPrecedes(rightRank) }
        if let (leftTime, rightTime) = both(left, right, readyTime), leftTime != rightTime {
            return leftTime < rightTime
        }
        let (leftRestarts, rightRestarts) = (restarts(left), restarts(right))
        if leftRestarts != rightRestarts { return (leftRestarts > rightRestarts) == withMoreRestarts }
        guard let (leftAge, rightAge) = both(left, right, creationTime) else { return creationTime(left) != nil }
        return leftAge < rightAge
    }

    private static func rank(_ pod: JSONValue) -> [Int] {
        let isAssigned = !(pod["spec"]?["nodeName"]?.string ?? "").isEmpty
        let phase =
            switch pod["status"]?["phase"]?.string {
            case "Pending": 2
            case "Unknown": 1
            default: 0
            }
        return [isAssigned ? 0 : 1, phase, readyCondition(pod) != nil ? 0 : 1]
    }

    private static func readyCondition(_ pod: JSONValue) -> JSONValue? {
        pod["status"]?["conditions"]?.array?.first {
            $0["type"]?.string == "Ready" && $0["status"]?.string == "True"
        }
    }

    private static func readyTime(_ pod: JSONValue) -> Timestamp? {
        readyCondition(pod)?["lastTransitionTime"]?.string.flatMap(Timestamp.init(rfc3339:))
    }

    private static func creationTime(_ pod: JSONValue) -> Timestamp? {
        pod["metadata"]?["creationTimestamp"]?.string.flatMap(Timestamp.init(rfc3339:))
    }

    private static func restarts(_ pod: JSONValue) -> Int64 {
        (pod["status"]?["containerStatuses"]?.array ?? []).map { $0["restartCount"]?.int64 ?? 0 }.max() ?? 0
    }

    private static func both(
        _ left: JSONValue, _ right: JSONValue, _ time: (JSONValue) -> Timestamp?
    ) -> (Timestamp, Timestamp)? {
        guard let left = time(left), let right = time(right) else { return nil }
        return (left, right)
    }
}
