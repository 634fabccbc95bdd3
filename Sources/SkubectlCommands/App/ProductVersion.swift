/// Which version this is, to scripts that know kubectl and to servers.
package enum ProductVersion {
    /// The project's own version.
    package static let own = "0.1.0"
    /// The kubectl whose behaviour is followed.
    package static let kubernetes = "1.36.4"
    /// The kustomize that this kubectl carries.
    package static let kustomize = "v5.8.1"
    /// What `version` prints: a valid semantic version that sorts and parses like kubectl's.
    package static let gitVersion = "v\(kubernetes)+skubectl.\(own)"

    #if arch(x86_64)
        private static let architecture = "amd64"
    #elseif arch(arm64)
        private static let architecture = "arm64"
    #else
        private static let architecture = "unknown"
    #endif

    /// Operating system and architecture in Go's words.
    package static let platform = "linux/\(architecture)"

    /// The `User-Agent` header of every request.
    package static let userAgent = "skubectl/\(own) (\(platform)) kubernetes/\(kubernetes)"
}
