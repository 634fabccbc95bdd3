import KubeModel
import StdlibExtensions

extension DescribeText {
    /// Writes the quotas of a namespace in the order of their names.
    mutating func resourceQuotas(_ quotas: [ResourceQuota]) {
        guard !quotas.isEmpty else {
            line("No resource quota.")
            return
        }
        line("Resource Quotas")
        var sorted = quotas
        sorted.goSort { $0.metadata.name.utf8.lexicographicallyPrecedes($1.metadata.name.utf8) }
        for quota in sorted {
            field("Name", quota.metadata.name, level: 1)
            scopes(quota.spec.scopes, level: 1, bullet: "*")
            line("Resource\tUsed\tHard", level: 1)
            line("--------\t---\t---", level: 1)
            for name in quota.status.hard.keys.sortedByBytes() {
                let used = quota.status.used[name] ?? .zero
                line("\(name)\t\(used)\t\(quota.status.hard[name] ?? .zero)", level: 1)
            }
        }
    }

    /// Writes what a quota counts, with an explanation for each of the older scopes.
    mutating func scopes(_ scopes: [String], level: Int, bullet: String) {
        guard !scopes.isEmpty else { return }
        let sorted = scopes.sortedByBytes()
        field("Scopes", sorted.joined(separator: ", "), level: level)
        for scope in sorted {
            if let explanation = Self.explanation(ofScope: scope) { line("\(bullet) \(explanation)", level: level) }
        }
    }

    private static func explanation(ofScope scope: String) -> String? {
        switch scope {
        case "Terminating":
            "Matches all pods that have an active deadline."
                + " These pods have a limited lifespan on a node before being actively terminated by the system."
        case "NotTerminating":
            "Matches all pods that do not have an active deadline."
                + " These pods usually include long running pods whose container command is not expected to terminate."
        case "BestEffort":
            "Matches all pods that do not have resource requirements set."
                + " These pods have a best effort quality of service."
        case "NotBestEffort":
            "Matches all pods that have at least one resource requirement set."
                + " These pods have a burstable or guaranteed quality of service."
        default: nil
        }
    }

    /// Writes the limits of a namespace.
    mutating func limitRanges(_ ranges: [LimitRange]) {
        guard !ranges.isEmpty else {
            line("No LimitRange resource.")
            return
        }
        line("Resource Limits")
        limits(ranges.flatMap(\.spec.limits), prefix: " ")
    }

    /// Writes limits as a table, item by item, each line behind `prefix`; kubectl has no order among the resources of an
    /// item, here it is that of their names.
    mutating func limits(_ items: [LimitRangeItem], prefix: String) {
        let headers = [
            "Type", "Resource", "Min", "Max", "Default Request", "Default Limit", "Max Limit/Request Ratio",
        ]
        line(prefix + headers.joined(separator: "\t"))
        line(prefix + headers.map { String(repeating: "-", count: $0.utf8.count) }.joined(separator: "\t"))
        for item in items {
            let columns = [item.min, item.max, item.defaultRequest, item.default, item.maxLimitRequestRatio]
            for name in Set(columns.flatMap(\.keys)).sortedByBytes() {
                let cells = columns.map { $0[name]?.description ?? "-" }
                line("\(prefix)\(item.type)\t\(name)\t\(cells.joined(separator: "\t"))")
            }
        }
    }
}
