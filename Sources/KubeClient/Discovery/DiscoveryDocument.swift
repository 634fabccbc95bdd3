import JSONModel
import KubeModel

/// Reads the three forms in which servers tell what they have.
///
/// - Aggregated discovery, `APIGroupDiscoveryList` (apidiscovery.k8s.io/v2 and v2beta1), Kubernetes 1.26 and later.
/// - `APIVersions` (`/api`) and `APIGroupList` (`/apis`), which name groups and versions only.
/// - `APIResourceList` (`/api/v1`, `/apis/GROUP/VERSION`), the resources of one version.
enum DiscoveryDocument {
    /// What an answer of `/api` or `/apis` tells.
    struct Root: Sendable, Hashable {
        /// In the second form, their versions have no resources yet.
        var groups: [APIGroup] = []
        /// The versions whose servers did not answer the one that aggregates; what it knew of them is not told.
        var stale: [GroupVersion] = []
        /// Whether it is of the first form.
        var isAggregated = false
    }

    /// Reads an answer of `/api` or `/apis`; a document of another kind tells nothing.
    static func root(_ document: JSONValue) -> Root {
        switch document["kind"]?.string {
        case "APIGroupDiscoveryList": aggregatedRoot(document["items"]?.array ?? [])
        case "APIGroupList": Root(groups: (document["groups"]?.array ?? []).compactMap(plainGroup))
        case "APIVersions": Root(groups: coreGroup(document))
        default: Root()
        }
    }

    /// The resources in an `APIResourceList`, without subresources; nil for one without any entry, and for a document
    /// of another kind.
    static func resources(in document: JSONValue, of groupVersion: GroupVersion) -> [APIResource]? {
        guard document["kind"]?.string == "APIResourceList", let resources = document["resources"]?.array,
            !resources.isEmpty
        else { return nil }
        return resources.compactMap { plainResource($0, groupVersion) }
    }

    private static func coreGroup(_ document: JSONValue) -> [APIGroup] {
        let versions = strings(document["versions"])
        guard let first = versions.first else { return [] }
        return [
            APIGroup(name: "", versions: versions.map { .init(version: $0, resources: nil) }, preferredVersion: first)
        ]
    }

    private static func plainGroup(_ group: JSONValue) -> APIGroup? {
        guard let name = group["name"]?.string else { return nil }
        let versions = (group["versions"]?.array ?? []).compactMap { $0["version"]?.string }
        return APIGroup(
            name: name,
            versions: versions.map { .init(version: $0, resources: nil) },
            preferredVersion: group["preferredVersion"]?["version"]?.string ?? versions.first ?? "")
    }

    private static func plainResource(_ resource: JSONValue, _ groupVersion: GroupVersion) -> APIResource? {
        guard let name = resource["name"]?.string, let kind = resource["kind"]?.string,
            !name.utf8.contains(UInt8(ascii: "/"))
        else { return nil }
        let gvk = GroupVersionKind(group: groupVersion.group, version: groupVersion.version, kind: kind)
        var result = APIResource(
            name: name, singularName: resource["singularName"]?.string ?? "", gvk: gvk,
            isNamespaced: resource["namespaced"]?.bool ?? false, verbs: strings(resource["verbs"]))
        result.shortNames = strings(resource["shortNames"])
        result.categories = strings(resource["categories"])
        result.storageVersionHash = resource["storageVersionHash"]?.string ?? ""
        return result
    }

    private static func aggregatedRoot(_ items: [JSONValue]) -> Root {
        var root = Root(isAggregated: true)
        for item in items {
            let name = item["metadata"]?["name"]?.string ?? ""
            var versions: [APIGroup.Version] = []
            for document in item["versions"]?.array ?? [] {
                guard let version = document["version"]?.string else { continue }
                let groupVersion = GroupVersion(group: name, version: version)
                if document["freshness"]?.string == "Stale" {
                    root.stale.append(groupVersion)
                } else {
                    let resources = document["resources"]?.array ?? []
                    versions.append(
                        .init(
                            version: version,
                            resources: resources.compactMap { aggregatedResource($0, groupVersion) }))
                }
            }
            root.groups.append(
                APIGroup(name: name, versions: versions, preferredVersion: versions.first?.version ?? ""))
        }
        return root
    }

    private static func aggregatedResource(_ resource: JSONValue, _ groupVersion: GroupVersion) -> APIResource? {
        guard let name = resource["resource"]?.string,
            let kind = resource["responseKind"]?["kind"]?.string, !kind.isEmpty
        else { return nil }
        let gvk = GroupVersionKind(group: groupVersion.group, version: groupVersion.version, kind: kind)
        var result = APIResource(
            name: name, singularName: resource["singularResource"]?.string ?? "", gvk: gvk,
            isNamespaced: resource["scope"]?.string == "Namespaced", verbs: strings(resource["verbs"]))
        result.shortNames = strings(resource["shortNames"])
        result.categories = strings(resource["categories"])
        return result
    }

    private static func strings(_ value: JSONValue?) -> [String] {
        (value?.array ?? []).compactMap(\.string)
    }
}
