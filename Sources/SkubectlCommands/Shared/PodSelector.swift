import JSONModel
import KubeModel
import StdlibExtensions

/// The label selector by which a workload or a service finds its pods (kubectl's `SelectorsForObject`).
enum PodSelector {
    /// Why an object leads to no pods, as kubectl says it after what it wanted them for: "cannot get the logs from *v1.Job: ".
    struct Missing: Error, Hashable {
        let sentence: String
    }

    /// The selector as text for a query.
    static func of(_ object: JSONValue, gvk: GroupVersionKind) throws(Missing) -> String {
        let selector = object["spec"]?["selector"]
        switch (gvk.group, gvk.kind) {
        case ("", "ReplicationController"): return equalities(selector)
        case ("", "Service"):
            let text = equalities(selector)
            guard !text.isEmpty else {
                let name = object["metadata"]?["name"]?.string ?? ""
                throw Missing(sentence: "invalid service '\(name)': Service is defined without a selector")
            }
            return text
        case ("apps", "ReplicaSet"), ("apps", "StatefulSet"), ("apps", "DaemonSet"), ("apps", "Deployment"),
            ("batch", "Job"):
            let expressions = (selector?["matchExpressions"]?.array ?? []).map(requirement)
            return ([equalities(selector?["matchLabels"])] + expressions).filter { !$0.isEmpty }.joined(separator: ",")
        default: throw Missing(sentence: "selector for \(TypedKinds.goType(of: gvk)) not implemented")
        }
    }

    private static func equalities(_ labels: JSONValue?) -> String {
        (labels?.object ?? [:]).sortedByKey().map { "\($0.key)=\($0.value.string ?? "")" }.joined(separator: ",")
    }

    private static func requirement(_ expression: JSONValue) -> String {
        let key = expression["key"]?.string ?? ""
        let values = (expression["values"]?.array ?? []).compactMap(\.string).joined(separator: ",")
        switch expression["operator"]?.string {
        case "In": return "\(key) in (\(values))"
        case "NotIn": return "\(key) notin (\(values))"
        case "Exists": return key
        case "DoesNotExist": return "!\(key)"
        default: return ""
        }
    }
}
