import KubeModel

/// What is told of a volume: its type, and what belongs to that.
struct VolumeSummary {
    /// The type with its explanation.
    let type: String
    /// What is told line by line, names with their colons.
    let fields: [(name: String, value: any CustomStringConvertible)]

    init(_ type: String, _ fields: [(name: String, value: any CustomStringConvertible)] = []) {
        self.type = type
        self.fields = fields
    }

    /// The summary of a volume whose source is told by nothing but fields; nil for other volumes.
    ///
    /// Of several sources, which no server accepts, the one that kubectl looks for first counts.
    init?(_ volume: Volume) {
        guard let summary = Self.nodeLocal(volume) ?? Self.cloud(volume) ?? Self.network(volume) else { return nil }
        self = summary
    }

    private static func nodeLocal(_ volume: Volume) -> VolumeSummary? {
        if let source = volume.hostPath {
            return VolumeSummary(
                "HostPath (bare host directory volume)",
                [("Path:", source.path), ("HostPathType:", source.type ?? "<none>")])
        }
        if let source = volume.emptyDir {
            let limit = source.sizeLimit.flatMap { $0 > .zero ? $0.description : nil }
            return VolumeSummary(
                "EmptyDir (a temporary directory that shares a pod's lifetime)",
                [("Medium:", source.medium), ("SizeLimit:", limit ?? "<unset>")])
        }
        if let source = volume.gitRepo {
            return VolumeSummary(
                "GitRepo (a volume that is pulled from git when the pod is created)",
                [("Repository:", source.repository), ("Revision:", source.revision)])
        }
        if let source = volume.secret {
            return VolumeSummary(
                "Secret (a volume populated by a Secret)",
                [("SecretName:", source.secretName), ("Optional:", source.optional ?? false)])
        }
        if let source = volume.configMap {
            return VolumeSummary(
                "ConfigMap (a volume populated by a ConfigMap)",
                [("Name:", source.name), ("Optional:", source.optional ?? false)])
        }
        if let source = volume.image {
            return VolumeSummary(
                "Image (a container image or OCI artifact)",
                [("Reference:", source.reference), ("PullPolicy:", source.pullPolicy)])
        }
        return nil
    }
}

extension LocalObjectReference? {
    /// The reference as Go prints a pointer to one.
    var goText: String {
        map { "&LocalObjectReference{Name:\($0.name),}" } ?? "nil"
    }
}

extension [String] {
    /// The texts as Go prints a slice of them: "[a b]".
    var goText: String { "[\(joined(separator: " "))]" }
}

extension [String: String] {
    /// The texts as Go prints a map of them: "map[a:1 b:2]".
    var goText: String {
        "map[\(Labels.sorted(self).map { "\($0.key):\($0.value)" }.joined(separator: " "))]"
    }
}
