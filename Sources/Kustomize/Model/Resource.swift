import JSONModel
import StdlibExtensions
import YAMLCodec

/// A resource that is being built: its document, changed in place.
///
/// What transformers need to know of a resource's past stands in annotations of its own, as in kustomize, which are
/// removed at the end; patches and selectors see them.
final class Resource {
    /// nil when a patch has deleted it.
    var node: YAMLNode?
    /// The names of the variables that take their value from here.
    var variables: [String] = []

    init(_ node: YAMLNode?) {
        self.node = node
    }

    func copy() -> Resource {
        let copy = Resource(node?.copy())
        copy.variables = variables
        return copy
    }

    var isEmpty: Bool { node?.isNullOrEmpty ?? true }

    // MARK: - Identity

    var kind: ResourceKind { node.map(ResourceKind.init(of:)) ?? ResourceKind() }

    var name: String { metadataText("name") }
    var namespace: String { metadataText("namespace") }

    private var metadata: YAMLNode? { node?.filledField("metadata") }

    private func metadataText(_ field: String) -> String {
        metadata?.filledField(field)?.value ?? ""
    }

    /// What the resource is called now.
    var id: ResourceID { ResourceID(kind, name: name, namespace: namespace) }

    /// What the resource was called before each change of its name, namespace or kind, the oldest first.
    var previousIDs: [ResourceID] {
        guard let annotations = metadata?.field("annotations"),
            let names = annotations.field(BuildAnnotation.previousNames.key)?.value
        else { return [] }
        let namespaces = annotations.field(BuildAnnotation.previousNamespaces.key)?.value ?? ""
        let kinds = annotations.field(BuildAnnotation.previousKinds.key)?.value ?? ""
        let (group, version) = ResourceKind.split(apiVersion: node?.field("apiVersion")?.value ?? "")
        let parts = zip(Self.list(names), zip(Self.list(namespaces), Self.list(kinds)))
        return parts.map { name, rest in
            ResourceID(
                unscoped: ResourceKind(group: group, version: version, kind: rest.1), name: name, namespace: rest.0)
        }
    }

    /// What the resource was called at first.
    var originalID: ResourceID { previousIDs.first ?? id }

    func setKind(_ kind: String) throws(KustomizeError) {
        try node?.setField("kind", YAMLNode(plain: kind))
    }

    func setAPIVersion(_ version: String) throws(KustomizeError) {
        try node?.setField("apiVersion", YAMLNode(plain: version))
    }

    func setName(_ name: String) throws(KustomizeError) {
        try setMetadata("name", name)
    }

    /// An empty namespace removes the field.
    func setNamespace(_ namespace: String) throws(KustomizeError) {
        guard !namespace.isEmpty else {
            try node?.lookup(["metadata"])?.removeField("namespace")
            return
        }
        try setMetadata("namespace", namespace)
    }

    private func setMetadata(_ field: String, _ value: String) throws(KustomizeError) {
        try node?.lookupCreating(.mapping, ["metadata"])?.setField(field, YAMLNode(plain: value))
    }

    // MARK: - Labels and annotations

    var annotations: [String: String] { metadata?.field("annotations")?.textFields ?? [:] }
    var labels: [String: String] { metadata?.field("labels")?.textFields ?? [:] }

    func annotation(_ key: String) -> String? {
        metadata?.field("annotations")?.field(key)?.value
    }

    func setAnnotations(_ annotations: [String: String]) throws(KustomizeError) {
        try setMap(annotations, "annotations")
    }

    func setLabels(_ labels: [String: String]) throws(KustomizeError) {
        try setMap(labels, "labels")
    }

    /// Replaces the whole map, sorted, every value a string; an empty one is removed.
    private func setMap(_ map: [String: String], _ field: String) throws(KustomizeError) {
        guard let metadata = try node?.lookupCreating(.mapping, ["metadata"]) else { return }
        try metadata.removeField(field)
        guard !map.isEmpty else { return }
        let node = YAMLNode(.mapping)
        for (key, value) in map.sorted(by: { $0.key.precedesByBytes($1.key) }) {
            let scalar = YAMLNode(string: value)
            if scalar.style.isEmpty, YAMLNode.isNonStringInVersion1(value) { scalar.style = .doubleQuoted }
            node.content += [YAMLNode(plain: key), scalar]
        }
        try metadata.setField(field, node)
    }

    /// Sets one annotation; an empty map of annotations, and empty metadata, are removed before.
    func setAnnotation(_ key: String, _ value: String) throws(KustomizeError) {
        if let metadata = try node?.lookup(["metadata"]) {
            if let old = metadata.field("annotations"), old.content.isEmpty { try metadata.removeField("annotations") }
        }
        if let metadata = node?.field("metadata"), metadata.content.isEmpty { try node?.removeField("metadata") }
        try node?.lookupCreating(.mapping, ["metadata", "annotations"])?
            .setField(key, YAMLNode(.scalar, tag: .string, style: .singleQuoted, value: value))
    }

    static func list(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    // MARK: - Output

    /// The resource in JSON.
    func json() throws(KustomizeError) -> JSONValue {
        guard let node else { return .null }
        do throws(YAMLError) { return try node.json() } catch { throw .yaml(error) }
    }

    /// The resource as it is written, its keys sorted.
    func yaml() throws(KustomizeError) -> [UInt8] {
        let value = try json()
        do throws(YAMLError) { return try YAMLEmitter.bytes(value, keepsLargeIntegers: true) } catch {
            throw .yaml(error)
        }
    }

    /// The resource as it is written, for errors that show it.
    var yamlText: String {
        // What cannot be written is shown as nothing.
        (try? yaml()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
