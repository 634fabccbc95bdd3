package import KubeModel

/// A collection of a resource, in one namespace, in all of them, or of the cluster, or one object in it.
package struct ResourceLocation: Sendable, Hashable {
    package var resource: GroupVersionResource
    /// Nil for cluster-scoped resources and for all namespaces.
    package var namespace: String?
    /// Nil for the whole collection.
    package var name: String?
    package var subresource: String?

    package init(
        _ resource: GroupVersionResource, namespace: String? = nil, name: String? = nil, subresource: String? = nil
    ) {
        self.resource = resource
        self.namespace = namespace
        self.name = name
        self.subresource = subresource
    }

    /// The path in the API: "/apis/apps/v1/namespaces/default/deployments/web/scale".
    package var path: String {
        var path = resource.groupVersion.path
        if let namespace, !namespace.isEmpty { path += "/namespaces/\(namespace)" }
        path += "/\(resource.resource)"
        if let name { path += "/\(name)" }
        if let subresource, !subresource.isEmpty { path += "/\(subresource)" }
        return path
    }

    /// Why the location has no path; nil where it has one.
    var fault: PathSegmentFault? {
        if name == "" { return .emptyName }
        if let name, case let reasons = PathSegmentFault.reasons(against: name), !reasons.isEmpty {
            return .name(name, reasons: reasons)
        }
        if let namespace, case let reasons = PathSegmentFault.reasons(against: namespace), !reasons.isEmpty {
            return .namespace(namespace, reasons: reasons)
        }
        return nil
    }

    var subject: APIRequest.Subject {
        let group = resource.group
        return APIRequest.Subject(
            groupResource: group.isEmpty ? resource.resource : "\(resource.resource).\(group)", name: name ?? "")
    }
}
