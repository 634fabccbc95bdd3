import Manifests

extension ResourceSelection {
    /// What `-f` and `-R` name.
    func namedManifests() throws(ManifestErrors) -> ManifestSelection {
        try ManifestSelection(names: filenames, isRecursive: isRecursive, inputIsTaken: inputIsTaken)
    }

    /// What `-f` and `-R` name, or what the kustomization of `-k` is built to.
    func manifests(in context: CommandContext) async throws -> ManifestSelection {
        guard !kustomization.isEmpty else { return try namedManifests() }
        guard filenames.isEmpty else { throw SelectionError.filenamesWithKustomize }
        guard !isRecursive else { throw SelectionError.kustomizeRecursive }
        let built = try await KustomizationReader(context: context).build(kustomization)
        return ManifestSelection(built: KustomizationReader.stream(built), from: kustomization)
    }
}
