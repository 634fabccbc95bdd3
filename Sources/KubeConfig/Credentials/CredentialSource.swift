/// Where the credentials of requests come from; asked anew for each request.
package protocol CredentialSource: Sendable {
    /// The value of the `Authorization` header; nil where there is to be none.
    func authorization() async throws(CredentialError) -> String?

    /// The client certificate of connections that are made from now on; nil where there is none.
    ///
    /// It differs from the one of the configuration where a program gives certificates.
    func clientCertificate() async throws(CredentialError) -> ClientConfiguration.ClientCertificate?

    /// Takes note that the server refused the credentials (401), and gets new ones where that is possible.
    ///
    /// Whether there are other ones now, so that it is worth to send the request again.
    func renewAfterRejection() async -> Bool
}

/// Credentials that stay as they are.
struct FixedCredentials: CredentialSource {
    let header: String?
    let certificate: ClientConfiguration.ClientCertificate?

    func authorization() throws(CredentialError) -> String? {
        guard let header else { return nil }
        return try header.checkedAsHeader
    }

    func clientCertificate() -> ClientConfiguration.ClientCertificate? { certificate }

    func renewAfterRejection() -> Bool { false }
}

/// Credentials that could not be had: each request fails for the same reason.
package struct MissingCredentials: CredentialSource {
    private let reason: CredentialError

    package init(_ reason: CredentialError) {
        self.reason = reason
    }

    package func authorization() throws(CredentialError) -> String? { throw reason }

    package func clientCertificate() throws(CredentialError) -> ClientConfiguration.ClientCertificate? { throw reason }

    package func renewAfterRejection() -> Bool { false }
}

extension String {
    /// The text, if it may stand in a header: without control characters but tabs (Go's `httpguts`).
    var checkedAsHeader: String {
        get throws(CredentialError) {
            guard utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw .invalidToken }
            return self
        }
    }
}
