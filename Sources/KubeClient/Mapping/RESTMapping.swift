package import KubeModel

/// How a kind and the resource in URLs belong together on a server.
package struct RESTMapping: Sendable, Hashable {
    package let resource: APIResource

    package init(_ resource: APIResource) {
        self.resource = resource
    }

    package var gvr: GroupVersionResource { resource.gvr }
    package var gvk: GroupVersionKind { resource.gvk }
    package var isNamespaced: Bool { resource.isNamespaced }

    /// Where an object of this kind is; the namespace does not count for cluster-scoped kinds.
    package func location(namespace: String?, name: String? = nil, subresource: String? = nil) -> ResourceLocation {
        ResourceLocation(gvr, namespace: isNamespaced ? namespace : nil, name: name, subresource: subresource)
    }
}
