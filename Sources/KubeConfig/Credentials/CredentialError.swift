package import SystemIO

/// Why a user's credentials could not be had when a request needed them.
///
/// kubectl tells them as failures to connect: `Unable to connect to the server: getting credentials: …`.
package enum CredentialError: Error, Hashable {
    /// The program of `exec` could not be run or gave nothing of use.
    ///
    /// kubectl: `getting credentials: …`
    case exec(ExecFault)
    /// A token holds a control character.
    ///
    /// kubectl: `net/http: invalid header field value for "Authorization"`, without `getting credentials: `
    case invalidToken
    /// Asking for a user's name found the end of the input.
    ///
    /// kubectl: `error: EOF`, nothing before it
    case inputEnded
    /// Asking for a password found no terminal.
    ///
    /// kubectl: `error: error reading input for Password`, nothing before it
    case noTerminalForPassword
}

/// Why a credential program gave no credentials; the sentences are those that follow `getting credentials: `.
package enum ExecFault: Error, Hashable {
    /// kubectl: `exec: executable x not found`, an empty line, a paragraph about credential plugins, and after one more
    /// empty line the hint of the kubeconfig, if there is one
    case notFound(command: String, installHint: String)
    /// kubectl: `exec: executable x failed with exit code 1`; -1 for a program that a signal ended
    case failed(command: String, exitCode: Int32)
    /// kubectl: `exec: fork/exec ./x: no such file or directory`
    case cannotRun(SystemError)
    /// kubectl: `plugin "x" not allowed: policy set to "DenyAll"`
    case denied(command: String)
    /// kubectl: `plugin path "x" cannot be resolved for credential plugin allowlist check: exec: "x": executable file not
    /// found in $PATH`
    case unresolvable(command: String)
    /// kubectl: `plugin path "/bin/x" is not permitted by the credential plugin allowlist`
    case notListed(path: String)
    /// kubectl: `exec plugin cannot support interactive mode: standard input is not a terminal`
    case inputIsNoTerminal
    /// kubectl: `exec plugin cannot support interactive mode: standard input is unavailable: used by stdin resource
    /// manifest reader`
    case inputIsInUse
    /// kubectl: `decoding stdout: …`; the scheme of an unknown kind is `pkg/client/auth/exec/exec.go:64`
    case undecodable(FileFault)
    /// kubectl: `exec plugin is configured to use API version a, plugin returned version b`
    case otherVersion(configured: String, returned: String)
    /// kubectl: `exec plugin didn't return a status field`
    case noStatus
    /// kubectl: `exec plugin didn't return a token or cert/key pair`
    case noCredentials
    /// kubectl: `exec plugin returned only certificate or key, not both`
    case halfCertificate
    /// kubectl: `failed parsing client key/certificate: tls: failed to find any PEM data in certificate input` (or
    /// `key input`)
    case noPEM(KubeConfigError.PEMInput, found: [String])
}
