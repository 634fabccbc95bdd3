import KubeModel

extension KeyPairFault {
    /// The sentence of Go's crypto/tls.
    var message: String {
        switch self {
        case .noCertificateData: "tls: failed to find any PEM data in certificate input"
        case .keyAsCertificate:
            "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may "
                + "have been switched"
        case .noCertificate(let found):
            "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the following "
                + "types: [\(found.joined(separator: " "))]"
        case .noKeyData: "tls: failed to find any PEM data in key input"
        case .certificateAsKey: "tls: found a certificate rather than a key in the PEM for the private key"
        case .noKey(let found):
            "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM blocks of "
                + "the following types: [\(found.joined(separator: " "))]"
        case .malformedCertificate: "x509: malformed certificate"
        case .malformedKey: "tls: failed to parse private key"
        case .unknownKeyType: "tls: found unknown private key type in PKCS#8 wrapping"
        case .otherKeyType: "tls: private key type does not match public key type"
        case .otherKey: "tls: private key does not match public key"
        case .unknownAlgorithm: "tls: unknown public key algorithm"
        }
    }
}
