extension Kubeconfig {
    /// Adds what `other`, a file of lower rank, says beyond this one.
    ///
    /// An entry counts as a whole: of two with one name the first stays, and no field of the second is taken.
    mutating func fill(from other: Kubeconfig) {
        clusters.merge(other.clusters) { first, _ in first }
        users.merge(other.users) { first, _ in first }
        contexts.merge(other.contexts) { first, _ in first }
        extensions.merge(other.extensions) { first, _ in first }
        preferences.extensions.merge(other.preferences.extensions) { first, _ in first }
        preferences.colors = preferences.colors || other.preferences.colors
        if currentContext.isEmpty { currentContext = other.currentContext }
    }

    /// Names in every entry the file it comes from.
    mutating func setOrigin(_ path: String) {
        for name in clusters.keys { clusters[name]?.origin = path }
        for name in users.keys { users[name]?.origin = path }
        for name in contexts.keys { contexts[name]?.origin = path }
    }
}
