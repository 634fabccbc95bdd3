import JSONModel
import KubeModel
import Renderers
import StdlibExtensions

extension ExplainError {
    /// kubectl's sentence.
    var message: String {
        switch self {
        case .noField(let name): "field \(name.goQuoted) does not exist"
        case .noPath(let resource): "GVR (\(resource.goText)) not found in OpenAPI schema"
        case .noSchema(let kind): "GVK \(GoValueText.text(kind)) not found in OpenAPI schema"
        }
    }
}

extension GroupVersionResource {
    /// As Go writes the type: "apps/v1, Resource=deployments".
    var goText: String { "\(group)/\(version), Resource=\(resource)" }
}

extension GroupVersionKind {
    /// As Go writes the type: "apps/v1, Kind=Deployment".
    var goText: String { "\(group)/\(version), Kind=\(kind)" }
}
