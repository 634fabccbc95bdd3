package import HTTPTransport
package import KubeConfig

/// Passes requests of others on to an API server in the name of its user, as they are: what they lack is added.
package struct RequestForwarder: Sendable {
    private let transport: any Transport
    private let credentials: any CredentialSource
    private let userAgent: String
    private let impersonation: [(name: String, value: String)]

    /// - Parameter transport: Sends each request once, and follows no redirects.
    package init(
        configuration: ClientConfiguration, transport: any Transport, credentials: any CredentialSource,
        userAgent: String
    ) {
        self.transport = transport
        self.credentials = credentials
        self.userAgent = userAgent
        impersonation = configuration.impersonation?.headers ?? []
    }

    /// Sends a request and returns the response, whatever its status.
    package func send(_ request: HTTPRequest) async throws(ClientError) -> HTTPResponse {
        let request = try await withUser(request)
        let response: HTTPResponse
        do { response = try await transport.send(request) } catch { throw failure(error, of: request) }
        if response.status == 401 { _ = await credentials.renewAfterRejection() }
        return response
    }

    /// Asks the server to switch protocols.
    package func upgrade(_ request: HTTPRequest) async throws(ClientError) -> UpgradeAnswer {
        let request = try await withUser(request)
        let answer: UpgradeAnswer
        do { answer = try await transport.upgrade(request) } catch { throw failure(error, of: request) }
        if case .refused(let response) = answer, response.status == 401 { _ = await credentials.renewAfterRejection() }
        return answer
    }

    /// The request with the user's credentials, where it has none of its own (client-go's round trippers).
    private func withUser(_ request: HTTPRequest) async throws(ClientError) -> HTTPRequest {
        var request = request
        if (request.headers["User-Agent"] ?? "").isEmpty { request.headers["User-Agent"] = userAgent }
        if (request.headers["Authorization"] ?? "").isEmpty {
            do { request.headers["Authorization"] = try await credentials.authorization() } catch {
                throw .credentials(error)
            }
        }
        if (request.headers["Impersonate-User"] ?? "").isEmpty {
            for field in impersonation { request.headers.add(field.name, field.value) }
        }
        return request
    }

    private func failure(_ error: TransportError, of request: HTTPRequest) -> ClientError {
        .transport(error, method: request.method, url: request.url)
    }
}
