package import SystemIO

/// Which kubeconfig files count, in order of their rank, and where changes go.
package struct KubeconfigFiles: Sendable, Hashable {
    /// The file of `--kubeconfig`; nil when the flag is not given.
    package let explicit: String?
    /// The files of KUBECONFIG, each once, empty names included; none when it is not set.
    package let listed: [String]
    /// The file for everything when neither names one: `~/.kube/config`.
    package let home: String

    /// `explicit` is the value of `--kubeconfig`; empty is not given.
    package init(explicit: String = "", environment: EnvironmentVariables) {
        self.explicit = explicit.isEmpty ? nil : explicit
        var listed: [String] = []
        for path in PathText.splitList(environment["KUBECONFIG"] ?? "") where !listed.contains(path) {
            listed.append(path)
        }
        self.listed = listed
        home = PathText.join(environment["HOME"] ?? "", ".kube", "config")
    }

    /// The files to read, the first one ranking highest.
    package var precedence: [String] {
        if let explicit { return [explicit] }
        return listed.isEmpty ? [home] : listed
    }

    /// The file that gets a new entry.
    ///
    /// Of several listed ones it is the first that exists, else the last.
    package var defaultFile: String {
        if let explicit { return explicit }
        guard listed.count > 1 else { return listed.first ?? home }
        return listed.first { FileSystem.exists($0) } ?? listed[listed.count - 1]
    }

    /// The file of the same role in the earliest versions, which is copied to `home` when that does not exist.
    var legacyHome: String { PathText.join(PathText.directory(of: home), ".kubeconfig") }
}
