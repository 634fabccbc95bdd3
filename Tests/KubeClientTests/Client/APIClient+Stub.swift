import HTTPTransport
import KubeConfig
import Synchronization
import TestSupport

@testable import KubeClient

extension APIClient {
    /// A client whose requests `transport` answers; warnings are kept nowhere unless `onWarning` does.
    init(
        _ transport: StubTransport, impersonation: Impersonation? = nil, credentials: StubCredentials = .init(),
        onWarning: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        var configuration = ClientConfiguration(server: "https://cluster.test:6443")
        configuration.impersonation = impersonation
        self.init(
            configuration: configuration, transport: transport, credentials: credentials, userAgent: "stub/1",
            onWarning: onWarning)
    }
}

/// Credentials that are handed out in their order, the next one after each refusal.
final class StubCredentials: CredentialSource {
    private let headers: Mutex<[String]>

    init(_ headers: [String] = []) {
        self.headers = Mutex(headers)
    }

    func authorization() -> String? { headers.withLock { $0.first } }

    func clientCertificate() -> ClientConfiguration.ClientCertificate? { nil }

    func renewAfterRejection() -> Bool {
        headers.withLock { headers in
            if headers.isEmpty { return false }
            headers.removeFirst()
            return !headers.isEmpty
        }
    }
}
