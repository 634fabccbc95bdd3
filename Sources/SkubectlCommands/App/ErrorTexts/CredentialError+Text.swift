import KubeConfig
import StdlibExtensions
import SystemIO

extension CredentialError {
    /// The whole text where it is not `error: ` and the message; nil where it is.
    var headline: String? {
        switch self {
        case .exec, .invalidToken: "Unable to connect to the server: \(message)"
        case .inputEnded, .noTerminalForPassword: nil
        }
    }

    /// The sentence without a prefix, as Go's `err.Error()`.
    var message: String {
        switch self {
        case .exec(let fault): "getting credentials: \(fault.message)"
        case .invalidToken: "net/http: invalid header field value for \"Authorization\""
        case .inputEnded: "EOF"
        case .noTerminalForPassword: "error reading input for Password"
        }
    }
}

extension ExecFault {
    /// The sentence of client-go's exec plugins.
    fileprivate var message: String {
        switch self {
        case .notFound(let command, let installHint):
            "exec: executable \(command) not found\(Self.advice)" + (installHint.isEmpty ? "" : "\n\n\(installHint)")
        case .failed(let command, let code): "exec: executable \(command) failed with exit code \(code)"
        case .cannotRun(let error): "exec: \(error.goText)"
        case .denied(let command): "plugin \(command.goQuoted) not allowed: policy set to \"DenyAll\""
        case .unresolvable(let command):
            "plugin path \(command.goQuoted) cannot be resolved for credential plugin allowlist check: exec: "
                + "\(command.goQuoted): " + Self.notFound(command)
        case .notListed(let path):
            "plugin path \(path.goQuoted) is not permitted by the credential plugin allowlist"
        case .inputIsNoTerminal:
            "exec plugin cannot support interactive mode: standard input is not a terminal"
        case .inputIsInUse:
            "exec plugin cannot support interactive mode: standard input is unavailable: used by stdin resource "
                + "manifest reader"
        case .undecodable(let fault): "decoding stdout: \(fault.message(scheme: "pkg/client/auth/exec/exec.go:64"))"
        case .otherVersion(let configured, let returned):
            "exec plugin is configured to use API version \(configured), plugin returned version \(returned)"
        case .noStatus: "exec plugin didn't return a status field"
        case .noCredentials: "exec plugin didn't return a token or cert/key pair"
        case .halfCertificate: "exec plugin returned only certificate or key, not both"
        case .noPEM(let input, let found): "failed parsing client key/certificate: \(input.message(found: found))"
        }
    }

    /// Go's `exec.LookPath` looks up names only; a path is looked at.
    private static func notFound(_ command: String) -> String {
        command.contains("/") ? "no such file or directory" : "executable file not found in $PATH"
    }

    private static let advice = """


        It looks like you are trying to use a client-go credential plugin that is not installed.

        To learn more about this feature, consult the documentation available at:
              https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
        """
}
