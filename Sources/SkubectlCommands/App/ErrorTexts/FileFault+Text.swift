import KubeConfig
import StdlibExtensions
import SystemIO

extension FileFault {
    /// What client-go says of a kubeconfig.
    var message: String { message(scheme: "k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50") }

    /// What client-go says; `scheme` is the place in its source where the known kinds are registered.
    func message(scheme: String) -> String {
        switch self {
        case .system(let error): error.goText
        case .yaml(let error): error.message
        case .json(let error): "couldn't get version/kind; json parse error: \(error.message)"
        case .header(let mismatch): "couldn't get version/kind; json parse error: \(mismatch.message)"
        case .type(let mismatch): mismatch.message
        case .base64(let offset): "illegal base64 data at input byte \(offset)"
        case .unknownKind(let kind, let apiVersion):
            "no kind \(kind.goQuoted) is registered for version \(apiVersion.goQuoted) in scheme \(scheme.goQuoted)"
        case .time(let text, let fault): fault.message(parsing: text)
        case .missing(let field, let text): "Object '\(field)' is missing in '\(text)'"
        case .differentNames:
            "both `Name` and `Command` were supplied with different values. `Name` is deprecated, use `Command` instead"
        case .badAPIVersion(let text): "unexpected GroupVersion string: \(text)"
        case .duplicateName(let name, let list):
            "error converting *[]\(list.kind.elementType) into *\(list.kind.mapType): duplicate name \"\(name)\" in list: "
                + list.goText
        }
    }
}

extension TypeMismatch {
    /// The words of Go's encoding/json.
    var message: String {
        "json: cannot unmarshal \(found) into Go \(field.map { "struct field \($0)" } ?? "value") of type \(expected)"
    }
}

extension DuplicateList.Kind {
    fileprivate var elementType: String {
        switch self {
        case .clusters: "NamedCluster"
        case .users: "NamedAuthInfo"
        case .contexts: "NamedContext"
        case .extensions: "NamedExtension"
        }
    }

    fileprivate var mapType: String {
        switch self {
        case .clusters: "map[string]*api.Cluster"
        case .users: "map[string]*api.AuthInfo"
        case .contexts: "map[string]*api.Context"
        case .extensions: "map[string]runtime.Object"
        }
    }
}
