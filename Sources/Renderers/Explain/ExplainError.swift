package import JSONModel
package import KubeModel

/// Why a resource or a field of it cannot be explained.
package enum ExplainError: Error, Hashable {
    /// kubectl: `error: field "x" does not exist`.
    case noField(String)
    /// The document has no path of the resource. kubectl: `error: GVR (apps/v1, Resource=x) not found in OpenAPI schema`.
    case noPath(GroupVersionResource)
    /// The document has no schema of the kind that the resource's path names.
    ///
    /// kubectl: `error: GVK map[group:apps kind:X version:v1] not found in OpenAPI schema`.
    case noSchema(JSONValue)
}
