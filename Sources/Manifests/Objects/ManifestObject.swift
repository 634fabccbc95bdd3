package import JSONModel
package import KubeModel

/// An object from a manifest, and where it stands there.
package struct ManifestObject: Sendable, Hashable {
    package let source: ManifestSource
    /// The number of its document in the source, counted from 1.
    package let document: Int
    /// The line on which its document begins, counted from 1.
    package let line: Int
    /// The object as kubectl holds it: numbers as Go prints them.
    package let value: JSONValue
    package let kind: GroupVersionKind
    /// The resource version of the list it stood in, or its own; empty for none.
    package let resourceVersion: String

    /// `metadata.name`; empty for none.
    package var name: String { value["metadata"]?["name"]?.string ?? "" }
    /// `metadata.namespace`; empty for none.
    package var namespace: String { value["metadata"]?["namespace"]?.string ?? "" }

    init(_ value: JSONValue, kind: GroupVersionKind, document: ManifestDocument, listVersion: String = "") {
        source = document.source
        self.document = document.number
        line = document.line
        self.value = value
        self.kind = kind
        resourceVersion =
            listVersion.isEmpty ? value["metadata"]?["resourceVersion"]?.string ?? "" : listVersion
    }
}

extension JSONValue {
    /// The object's kind as Go's `GroupVersionKind()` tells it: empty where `apiVersion` has two slashes.
    var groupVersionKind: GroupVersionKind {
        guard let version = GroupVersion(apiVersion: self["apiVersion"]?.string ?? "") else {
            return GroupVersionKind(group: "", version: "", kind: "")
        }
        return GroupVersionKind(group: version.group, version: version.version, kind: self["kind"]?.string ?? "")
    }
}
