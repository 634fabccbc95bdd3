import KubeClient
import KubeModel
import StdlibExtensions

extension ClientError {
    /// The sentence without a prefix, as Go's `err.Error()`.
    var message: String {
        switch self {
        case .status(let status): status.message
        case .transport(let failure, let method, let url):
            "\(method.prefix(1))\(method.dropFirst().lowercased()) \(url.goQuoted): \(failure.message)"
        case .credentials(let error): error.message
        case .malformedResponse(let error): error.message
        }
    }
}
