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
            "\(method.prefix(1))\(method.dropFirst().lowercased()) \(url.goQuoted): \(failure.message)"
        case .brokenBody(let failure, isStreamed: true): failure.message
        case .brokenBody(let failure, isStreamed: false):
            "unexpected error when reading response body. Please retry. Original error: \(failure.message)"
        case .upgradeRefused(let words): "unable to upgrade connection: \(words)"
        case .credentials(let error): error.message
        case .malformedResponse(let error): error.message
        case .unexpectedObject(let mismatch):
            "json: cannot unmarshal \(mismatch.found) into Go struct field \(mismatch.path) of type \(mismatch.expected)"
        }
    }
}
