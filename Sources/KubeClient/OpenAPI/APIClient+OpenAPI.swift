import HTTPTransport
import JSONModel
import KubeModel

extension APIClient {
    /// Reads the server's OpenAPI document of version 2; without one there is no schema of any kind.
    func openAPISchema() async throws(ClientError) -> OpenAPISchema {
        let request = APIRequest(
            "GET", path: "/openapi/v2", parameters: [APIRequest.Parameter("timeout", "32s")])
        do {
            return OpenAPIDocument.schema(in: try await json(request))
        } catch ClientError.status(let status) {
            throw .status(status.unstructured(for: request))
        }
    }
}
