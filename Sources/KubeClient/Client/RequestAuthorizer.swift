package import KubeConfig

/// Says who sends a request, at the time it is sent: credentials expire and are renewed.
package protocol RequestAuthorizer: Sendable {
    /// The value of the `Authorization` header; nil for none, as with a client certificate.
    func authorization() async throws(KubeConfigError) -> String?
    /// Called when the server did not accept the credentials (401); true where the request is worth sending again.
    func renewAfterRejection() async -> Bool
}
