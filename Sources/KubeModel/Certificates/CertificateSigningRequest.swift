/// A wish for a certificate (certificates.k8s.io/v1 `CertificateSigningRequest`).
package struct CertificateSigningRequest: Codable, Sendable, Hashable {
    /// What is wanted, and by whom (`CertificateSigningRequestSpec`).
    package struct Spec: Codable, Sendable, Hashable {
        /// A PKCS #10 request in PEM.
        package var request: Base64Bytes
        package var signerName: String
        package var expirationSeconds: Int32?
        package var username: String
    }

    /// What was decided (`CertificateSigningRequestStatus`).
    package struct Status: Codable, Sendable, Hashable {
        package var conditions: [Condition]
        /// The certificate in PEM; empty while there is none.
        package var certificate: Base64Bytes
    }

    package var metadata: ObjectMeta
    package var spec: Spec
    package var status: Status

    /// The decision in short: "Pending", "Approved,Issued", "Denied", "Approved,Failed".
    package var state: String {
        let types = Set(status.conditions.map(\.type))
        let decision = types.contains("Denied") ? "Denied" : types.contains("Approved") ? "Approved" : "Pending"
        return decision + (types.contains("Failed") ? ",Failed" : "")
            + (status.certificate.bytes.isEmpty ? "" : ",Issued")
    }
}
