import KubeConfig
import StdlibExtensions
import SystemIO

extension KubeConfigError {
    /// The whole text where it is not `error: ` and the message; nil where it is.
    var headline: String? {
        switch self {
        case .invalid(let faults) where faults.count > 1:
            "Error in configuration: \n" + faults.map { "* \($0.message)\n" }.joined()
        case .invalid(let faults):
            faults.first?.isToldAsConfiguration == true ? "Error in configuration: \(message)\n" : nil
        case .unreadableFiles(let files) where files.count > 1: files.map { "\($0.message)\n" }.joined()
        case .serverIsNoURL, .noPEM(_, _, isFromFiles: true): "Unable to connect to the server: \(message)"
        default: nil
        }
    }

    /// The sentence without a prefix, as Go's `err.Error()`.
    var message: String {
        switch self {
        case .system(let error): error.goText
        case .unreadableFiles(let files): Self.aggregate(files.map(\.message))
        case .unreadable(let fault): fault.message
        case .contextDoesNotExist(let name): "context \(name.goQuoted) does not exist"
        case .clusterDoesNotExist(let name): "cluster \(name.goQuoted) does not exist"
        case .userDoesNotExist(let name): "auth info \(name.goQuoted) does not exist"
        case .invalid(let faults):
            faults.count == 1
                ? faults[0].message : "invalid configuration: \(Self.aggregate(faults.map(\.message)))"
        case .invalidTimeout:
            "Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a "
                + "corresponding time unit (e.g. 1s | 2m | 3h)"
        case .serverIsNoAddress(let address): "host must be a URL or a host:port pair: \(address.goQuoted)"
        case .serverIsNoURL(let fault): fault.message
        case .certificateAuthorityWithInsecure:
            "specifying a root certificates file with the insecure flag is not allowed"
        case .noCertificateAuthority(let hasBlocks):
            "unable to load root certificates: "
                + (hasBlocks ? "no valid certificate authority data seen" : "unable to parse bytes as PEM block")
        case .noPEM(let input, let found, _): input.message(found: found)
        case .basicAndToken: "username/password or bearer token may be set, but not both"
        case .authProvider(let name): Self.authProvider(name)
        case .execAPIVersion(let version): "exec plugin: invalid apiVersion \(version.goQuoted)"
        case .nothingToMinify: "current-context must exist in order to minify"
        case .cannotLocate(let kind, let name): "cannot locate \(kind.rawValue) \(name)"
        case .pathAndContents: "cannot have values for both path and contents"
        case .property(let fault): fault.message
        case .unwritable(let error): error.message
        case .emptyTokenFile(let path): "read empty token from file \(path.goQuoted)"
        }
    }

    /// Several sentences as one (apimachinery's `Aggregate.Error`): each once.
    private static func aggregate(_ sentences: [String]) -> String {
        var unique: [String] = []
        for sentence in sentences where !unique.contains(sentence) { unique.append(sentence) }
        return unique.count == 1 ? unique[0] : "[\(unique.joined(separator: ", "))]"
    }

    private static func authProvider(_ name: String) -> String {
        switch name {
        case "gcp":
            "The gcp auth plugin has been removed.\n"
                + "Please use the \"gke-gcloud-auth-plugin\" kubectl/client-go credential plugin instead.\n"
                + "See https://cloud.google.com/blog/products/containers-kubernetes/kubectl-auth-changes-in-gke "
                + "for further details"
        case "azure":
            "The azure auth plugin has been removed.\n"
                + "Please use the https://github.com/Azure/kubelogin kubectl/client-go credential plugin instead.\n"
                + "See https://kubernetes.io/docs/reference/access-authn-authz/authentication/"
                + "#client-go-credential-plugins for further details"
        default: "no Auth Provider found for name \(name.goQuoted)"
        }
    }
}

extension KubeConfigError.PEMInput {
    /// Go's `tls.X509KeyPair` about a text with blocks of other types than the wanted one.
    func message(found: [String]) -> String {
        let types = "[\(found.joined(separator: " "))]"
        switch (self, found.count) {
        case (.certificate, 0): return "tls: failed to find any PEM data in certificate input"
        case (.key, 0): return "tls: failed to find any PEM data in key input"
        case (.certificate, 1) where found[0].hasSuffix("PRIVATE KEY"):
            return "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM "
                + "inputs may have been switched"
        case (.key, 1) where found[0] == "CERTIFICATE":
            return "tls: found a certificate rather than a key in the PEM for the private key"
        case (.certificate, _):
            return
                "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the "
                + "following types: \(types)"
        case (.key, _):
            return "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM "
                + "blocks of the following types: \(types)"
        }
    }
}

extension UnreadableFile {
    var message: String { "error loading config file \"\(path)\": \(fault.message)" }
}

extension ConfigurationFault {
    /// Whether kubectl tells it as a configuration's fault even when it is the only one.
    fileprivate var isToldAsConfiguration: Bool {
        if case .contextNotFound = self { true } else { false }
    }

    /// The sentence of client-go's validation.
    var message: String {
        switch self {
        case .contextNotFound(let name): "context was not found for specified context: \(name)"
        case .noServer(let cluster): "no server found for cluster \(cluster.goQuoted)"
        case .invalidProxyURL(let url, let cluster, let scheme):
            "invalid 'proxy-url' \(url.goQuoted) for cluster \(cluster.goQuoted): "
                + (scheme.map { "unsupported scheme \($0.goQuoted), must be http, https, or socks5" }
                    ?? "could not parse: \(url)")
        case .certificateAuthorityTwice(let cluster):
            "certificate-authority-data and certificate-authority are both specified for \(cluster). "
                + "certificate-authority-data will override."
        case .unreadableCertificateAuthority(let path, let cluster, let error):
            "unable to read certificate-authority \(path) for \(cluster) due to \(error.goText)"
        case .clientCertificateTwice(let user):
            "client-cert-data and client-cert are both specified for \(user). client-cert-data will override."
        case .clientKeyTwice(let user):
            "client-key-data and client-key are both specified for \(user); client-key-data will override"
        case .clientKeyMissing(let user):
            "client-key-data or client-key must be specified for \(user) to use the clientCert authentication method."
        case .unreadableClientCertificate(let path, let user, let error):
            "unable to read client-cert \(path) for \(user) due to \(error.goText)"
        case .unreadableClientKey(let path, let user, let error):
            "unable to read client-key \(path) for \(user) due to \(error.goText)"
        case .authProviderWithExec(let user):
            "authProvider cannot be provided in combination with an exec plugin for \(user)"
        case .execCommandMissing(let user): "command must be specified for \(user) to use exec authentication plugin"
        case .execAPIVersionMissing(let user):
            "apiVersion must be specified for \(user) to use exec authentication plugin"
        case .execVariableNameMissing(let user):
            "env variable name must be specified for \(user) to use exec authentication plugin"
        case .execInteractiveModeMissing(let user):
            "interactiveMode must be specified for \(user) to use exec authentication plugin"
        case .invalidInteractiveMode(let mode, let user): "invalid interactiveMode for \(user): \(mode.goQuoted)"
        case .severalMethods(let user):
            "more than one authentication method found for \(user); found [token basicAuth], only one is allowed"
        case .impersonationWithoutUser(let user):
            "requesting uid, groups or user-extra for \(user) without impersonating a user"
        }
    }
}

extension URLFault {
    /// The words of Go's net/url.
    var message: String {
        switch self {
        case .controlCharacter: "net/url: invalid control character in URL"
        case .missingScheme: "missing protocol scheme"
        case .invalidRequest: "invalid URI for request"
        case .colonInFirstSegment: "first path segment in URL cannot contain colon"
        case .invalidUserInfo: "net/url: invalid userinfo"
        case .missingBracket: "missing ']' in host"
        case .invalidPort(let port): "invalid port \(port.goQuoted) after host"
        case .invalidEscape(let escape): "invalid URL escape \(escape.goQuoted)"
        case .invalidHostCharacter(let character): "invalid character \(character.goQuoted) in host name"
        }
    }
}
