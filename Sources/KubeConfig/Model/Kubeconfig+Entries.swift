import StdlibExtensions

extension Kubeconfig {
    /// The names of all entries of a kind, sorted by their bytes.
    package func names(of kind: KubeConfigError.EntryKind) -> [String] {
        let names =
            switch kind {
            case .cluster: Array(clusters.keys)
            case .context: Array(contexts.keys)
            case .user: Array(users.keys)
            }
        return names.sorted { $0.precedesByBytes($1) }
    }

    /// Takes an entry away; false where there is none of that name.
    package mutating func remove(_ kind: KubeConfigError.EntryKind, named name: String) -> Bool {
        switch kind {
        case .cluster: clusters.removeValue(forKey: name) != nil
        case .context: contexts.removeValue(forKey: name) != nil
        case .user: users.removeValue(forKey: name) != nil
        }
    }
}
