import KubeModel

extension CertificateRequestFault {
    /// kubectl's sentence.
    var message: String { "Error parsing CSR: \(cause)" }

    /// The sentence of Go's crypto/x509.
    private var cause: String {
        switch self {
        case .notARequest: "PEM block type must be CERTIFICATE REQUEST"
        case .truncated: "asn1: syntax error: data truncated"
        case .trailingData: "asn1: syntax error: trailing data"
        case .malformed: "asn1: structure error: tags don't match"
        case .addressLength(let length): "x509: cannot parse IP address of length \(length)"
        case .mappedAddress: "x509: SAN iPAddress contains IPv4-mapped IPv6 address"
        }
    }
}
