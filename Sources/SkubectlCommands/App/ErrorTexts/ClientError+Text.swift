import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

extension ClientError {
    /// The sentence without a prefix, as Go's `err.Error()`.
    var message: String {
        switch self {
        case .invalidRequest(.emptyName): "resource name may not be empty"
        case .invalidRequest(.name(let name, let reasons)):
            "invalid resource name \(name.goQuoted): [\(reasons.joined(separator: " "))]"
        case .invalidRequest(.namespace(let namespace, let reasons)):
            "invalid namespace \(namespace.goQuoted): [\(reasons.joined(separator: " "))]"
        case .status(let status): status.message
        case .transport(let failure, let method, let url):
            Self.request(method, url) + failure.message
        case .brokenBody(let failure, isStreamed: true): failure.message
        case .brokenBody(let failure, isStreamed: false):
            "unexpected error when reading response body. Please retry. Original error: \(failure.message)"
        case .upgradeRefused(let words): "unable to upgrade connection: \(words)"
        case .credentials(let error, let method, let url):
            (url.isEmpty ? "" : Self.request(method, url)) + error.message
        case .malformedResponse(let error): error.message
        case .unexpectedObject(let mismatch):
            "json: cannot unmarshal \(mismatch.found) into Go struct field \(mismatch.path) of type \(mismatch.expected)"
        }
    }

    /// What comes before the reason for which a request failed (Go's `url.Error`).
    private static func request(_ method: String, _ url: String) -> String {
        "\(method.prefix(1))\(method.dropFirst().lowercased()) \(url.goQuoted): "
    }
}
