package import SystemIO
package import YAMLCodec

/// Why a kuberc cannot be used.
package enum PreferencesFault: Error, Hashable {
    /// kubectl: `disabling kuberc via KUBERC=off and passing kuberc flag are mutually exclusive`
    case disabledAndNamed
    /// kubectl: `kuberc: open x: no such file or directory`
    case unreadable(SystemError)
    /// kubectl: `kuberc: invalid Yaml document separator: x`
    case separator(YAMLError)
    /// kubectl: `kuberc: no valid preferences found in x, use --v=5 to see details`
    case noneValid(path: String)
    /// kubectl: `flag name --x should be in long form without dashes`
    case flagWithDashes(String)
    /// kubectl: `invalid alias name, can only include alphabetical characters`
    case aliasName
    /// kubectl: `duplicate alias name x`
    case duplicateAlias(String)
    /// kubectl: `misconfigured credential plugin allowlist: plugin policy is "x" but allowlist is non-nil`
    case allowlistWithoutPolicy(String)
    /// kubectl: `unknown plugin policy: "x"`
    case unknownPolicy(String)
    /// kubectl: `credential plugin policy set to "Allowlist", but allowlist is unspecified`
    case noAllowlist
    /// kubectl: `credential plugin policy set to "Allowlist", but allowlist is empty; use "DenyAll" policy instead`
    case emptyAllowlist
    /// kubectl: `misconfigured credential plugin allowlist: empty allowlist entry #1`
    case emptyAllowlistEntry(Int)
    /// kubectl: `non-normalized file path: "a//b" vs "a/b"`
    case uncleanPath(String, clean: String)
}
