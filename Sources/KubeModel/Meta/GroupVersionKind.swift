/// An API group and a version of it; the core group's name is empty.
package struct GroupVersion: Sendable, Hashable {
    package let group: String
    package let version: String

    package init(group: String, version: String) {
        self.group = group
        self.version = version
    }

    /// Parses an object's `apiVersion`: "v1" or "apps/v1"; nil for more than one slash.
    package init?(apiVersion: String) {
        let parts = apiVersion.split(separator: "/", omittingEmptySubsequences: false)
        switch parts.count {
        case 1: self.init(group: "", version: String(parts[0]))
        case 2: self.init(group: String(parts[0]), version: String(parts[1]))
        default: return nil
        }
    }

    /// The form written in an object's `apiVersion`: "v1" or "apps/v1".
    package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

    /// The root of the version in the API: "/api/v1" for the core group, "/apis/apps/v1" for the others.
    package var path: String { group.isEmpty ? "/api/\(version)" : "/apis/\(group)/\(version)" }
}

/// The kind of an object as it is written in manifests: group, version and kind.
package struct GroupVersionKind: Sendable, Hashable {
    package let group: String
    package let version: String
    package let kind: String

    package init(group: String, version: String, kind: String) {
        self.group = group
        self.version = version
        self.kind = kind
    }

    package var groupVersion: GroupVersion { GroupVersion(group: group, version: version) }
}

/// The name of a collection as it is written in URLs: group, version and plural resource.
package struct GroupVersionResource: Sendable, Hashable {
    package let group: String
    package let version: String
    package let resource: String

    package init(group: String, version: String, resource: String) {
        self.group = group
        self.version = version
        self.resource = resource
    }

    package var groupVersion: GroupVersion { GroupVersion(group: group, version: version) }
}
