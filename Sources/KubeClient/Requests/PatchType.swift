/// How the body of a PATCH is meant; the raw values are its media types.
package enum PatchType: String, Sendable, Hashable {
    /// RFC 6902: a list of operations.
    case json = "application/json-patch+json"
    /// RFC 7386: the members that change.
    case merge = "application/merge-patch+json"
    /// Kubernetes' own merge, by the patch strategies of the kind's schema.
    case strategic = "application/strategic-merge-patch+json"
    /// A whole intended configuration, merged by the owners of fields (server-side apply).
    case apply = "application/apply-patch+yaml"
}
