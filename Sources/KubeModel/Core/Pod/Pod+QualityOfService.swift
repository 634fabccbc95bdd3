extension Pod {
    /// The pod's quality of service class, as the server tells it, or else worked out from its resources.
    ///
    /// "Guaranteed", where all containers have limits for processor and memory, and requests equal to them;
    /// "BestEffort", where none has any of the two; "Burstable" in between.
    package var qualityOfService: String {
        guard status.qosClass.isEmpty else { return status.qosClass }
        let resources = spec.resources.map { [$0] } ?? (spec.containers + spec.initContainers).map(\.resources)
        var requests: [String: Quantity] = [:]
        var limits: [String: Quantity] = [:]
        var hasAllLimits = true
        for requirements in resources {
            requests.add(Self.decisive(requirements.requests))
            let decisiveLimits = Self.decisive(requirements.limits)
            limits.add(decisiveLimits)
            // Limits that a pod as a whole does not have at all do not count against it.
            let countsLimits = spec.resources == nil || !requirements.limits.isEmpty
            if countsLimits, decisiveLimits.count < 2 { hasAllLimits = false }
        }
        if requests.isEmpty && limits.isEmpty { return "BestEffort" }
        let isMet = requests.count == limits.count && requests.allSatisfy { limits[$0.key] == $0.value }
        return hasAllLimits && isMet ? "Guaranteed" : "Burstable"
    }

    /// The resources that decide on the quality of service, where there is more than nothing of them.
    private static func decisive(_ resources: [String: Quantity]) -> [String: Quantity] {
        resources.filter { ($0.key == "cpu" || $0.key == "memory") && $0.value > .zero }
    }
}

extension [String: Quantity] {
    /// Adds up amounts resource by resource.
    package mutating func add(_ other: [String: Quantity]) {
        merge(other) { $0.adding($1) }
    }

    /// Keeps the greater amount of each resource.
    package mutating func raise(to other: [String: Quantity]) {
        merge(other) { $1 > $0 ? $1 : $0 }
    }
}
