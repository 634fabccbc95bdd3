import KubeModel

/// What a node has or is given for a pod.
extension VolumeSummary {
    init(_ source: HostPathVolumeSource) {
        self.init(
            "HostPath (bare host directory volume)",
            [("Path:", source.path), ("HostPathType:", source.type ?? "<none>")])
    }

    init(_ source: EmptyDirVolumeSource) {
        let limit = source.sizeLimit.flatMap { $0 > .zero ? $0.description : nil }
        self.init(
            "EmptyDir (a temporary directory that shares a pod's lifetime)",
            [("Medium:", source.medium), ("SizeLimit:", limit ?? "<unset>")])
    }

    init(_ source: GitRepoVolumeSource) {
        self.init(
            "GitRepo (a volume that is pulled from git when the pod is created)",
            [("Repository:", source.repository), ("Revision:", source.revision)])
    }

    init(_ source: SecretVolumeSource) {
        self.init(
            "Secret (a volume populated by a Secret)",
            [("SecretName:", source.secretName), ("Optional:", source.optional ?? false)])
    }

    init(_ source: ConfigMapVolumeSource) {
        self.init(
            "ConfigMap (a volume populated by a ConfigMap)",
            [("Name:", source.name), ("Optional:", source.optional ?? false)])
    }

    init(_ source: PersistentVolumeClaimVolumeSource) {
        self.init(
            "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)",
            [("ClaimName:", source.claimName), ("ReadOnly:", source.readOnly)])
    }

    init(_ source: ImageVolumeSource) {
        self.init(
            "Image (a container image or OCI artifact)",
            [("Reference:", source.reference), ("PullPolicy:", source.pullPolicy)])
    }
}
