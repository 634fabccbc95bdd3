import JSONModel
import KubeClient
import KubeModel

/// A kind of which a command makes objects by itself: its names, and where its objects are.
struct GeneratedKind: Sendable, Hashable {
    let gvk: GroupVersionKind
    /// The plural in URLs.
    let resource: String
    var isNamespaced = true

    init(_ group: String, _ version: String, _ kind: String, resource: String, isNamespaced: Bool = true) {
        gvk = GroupVersionKind(group: group, version: version, kind: kind)
        self.resource = resource
        self.isNamespaced = isNamespaced
    }

    /// The collection that new objects go to.
    func location(namespace: String) -> ResourceLocation {
        ResourceLocation(
            GroupVersionResource(group: gvk.group, version: gvk.version, resource: resource),
            namespace: isNamespaced ? namespace : nil)
    }
}

/// An object that a command makes of its arguments, with its members in the order of kubectl's Go types.
struct GeneratedObject: Sendable {
    let kind: GeneratedKind
    var name: String
    /// Only where the user named it.
    var namespace: String?
    var labels: [String: String] = [:]
    var annotations: [String: String] = [:]
    var ownerReferences: [JSONValue] = []
    /// The members behind the metadata.
    var members: JSONObject

    init(_ kind: GeneratedKind, name: String, _ members: KeyValuePairs<String, JSONValue?>) {
        self.kind = kind
        self.name = name
        self.members = JSONValue.fields(members).object ?? [:]
    }

    /// The object as it is shown and sent.
    var value: JSONValue {
        var object: JSONObject = [
            "kind": .string(kind.gvk.kind), "apiVersion": .string(kind.gvk.groupVersion.apiVersion),
            "metadata": .fields([
                "name": .text(name), "namespace": namespace.flatMap(JSONValue.text), "labels": .map(labels),
                "annotations": .map(annotations), "ownerReferences": .list(ownerReferences),
            ]),
        ]
        for member in members { object[member.key] = member.value }
        return .object(object)
    }
}
