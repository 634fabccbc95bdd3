package import JSONModel

/// What one kubeconfig file says, or several of them merged.
///
/// Fields that kubectl does not know are not kept, except under `extensions`; kubectl drops them as well when it
/// writes a file.
package struct Kubeconfig: Sendable, Hashable {
    package var preferences = KubeconfigPreferences()
    package var clusters: [String: KubeconfigCluster] = [:]
    package var users: [String: KubeconfigUser] = [:]
    package var contexts: [String: KubeconfigContext] = [:]
    /// The name of the context commands use; empty when none is set.
    package var currentContext = ""
    package var extensions: [String: JSONValue] = [:]

    package init() {}
}

/// The `preferences` of a kubeconfig, which no command reads but every one keeps.
package struct KubeconfigPreferences: Sendable, Hashable {
    package var colors = false
    package var extensions: [String: JSONValue] = [:]

    package init() {}

    var isEmpty: Bool { !colors && extensions.isEmpty }
}

/// A named pair of a cluster and a user, with the namespace to use.
package struct KubeconfigContext: Sendable, Hashable {
    /// The file the entry was read from; nil for a new one.
    package var origin: String?
    package var cluster = ""
    package var user = ""
    package var namespace = ""
    package var extensions: [String: JSONValue] = [:]

    package init() {}
}
