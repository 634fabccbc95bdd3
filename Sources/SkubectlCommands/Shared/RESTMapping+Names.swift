import KubeClient
import KubeModel

extension RESTMapping {
    /// The kind as it stands before a name: "pod", "deployment.apps".
    var kindPrefix: String {
        let kind = gvk.kind.lowercased()
        return gvk.group.isEmpty ? kind : "\(kind).\(gvk.group)"
    }
}
