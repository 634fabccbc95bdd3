import KubeModel
import StdlibExtensions

extension DescribeText {
    /// Writes tolerations in the order of their keys.
    mutating func tolerations(_ tolerations: [Toleration], title: String = "Tolerations") {
        var sorted = tolerations
        sorted.goSort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        list(title, sorted.map(Self.text))
    }

    private static func text(_ toleration: Toleration) -> String {
        var text = toleration.key
        if !toleration.value.isEmpty { text += "=\(toleration.value)" }
        if !toleration.effect.isEmpty { text += ":\(toleration.effect)" }
        if toleration.operator == "Exists", toleration.value.isEmpty {
            text += text.isEmpty ? "op=Exists" : " op=Exists"
        }
        if let seconds = toleration.tolerationSeconds { text += " for \(seconds)s" }
        return text
    }

    /// Writes how a pod and its like are spread, in the order of the topology keys; nothing where nothing is said.
    mutating func topologySpreadConstraints(
        _ constraints: [TopologySpreadConstraint], title: String = "Topology Spread Constraints"
    ) {
        guard !constraints.isEmpty else { return }
        var sorted = constraints
        sorted.goSort { $0.topologyKey.utf8.lexicographicallyPrecedes($1.topologyKey.utf8) }
        let lines = sorted.map { constraint in
            let selector = constraint.labelSelector.map { " for selector \($0.text)" } ?? ""
            return "\(constraint.topologyKey):\(constraint.whenUnsatisfiable)"
                + " when max skew \(constraint.maxSkew) is exceeded\(selector)"
        }
        list(title, lines)
    }

    /// Writes the group of pods that is scheduled together; nothing where there is none.
    mutating func schedulingGroup(_ group: PodSchedulingGroup?, title: String = "SchedulingGroup") {
        guard let group else { return }
        line("\(title):")
        field("PodGroupName", group.podGroupName ?? "", level: 1)
    }

    /// Writes which system calls are allowed; nothing where nothing is said.
    mutating func seccompProfile(_ profile: SeccompProfile?, level: Int, profileLevel: Int) {
        guard let profile else { return }
        field("SeccompProfile", profile.type, level: level)
        if profile.type == "Localhost" {
            field("LocalhostProfile", profile.localhostProfile ?? "", level: profileLevel)
        }
    }

    /// Writes limits and requests, each in the order of the resources' names.
    mutating func resources(_ resources: ResourceRequirements, level: Int) {
        for (title, amounts) in [("Limits", resources.limits), ("Requests", resources.requests)] where !amounts.isEmpty
        {
            line("\(title):", level: level)
            for name in amounts.keys.sortedByBytes() { field(name, amounts[name] ?? .zero, level: level + 1) }
        }
    }
}

extension Sequence<String> {
    /// The texts in the order of their bytes, as Go orders strings.
    func sortedByBytes() -> [String] {
        sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
