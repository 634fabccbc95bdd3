import JSONModel
import KubeModel

/// Reads the three forms in which servers tell what they have.
///
/// - Aggregated discovery, `APIGroupDiscoveryList` (apidiscovery.k8s.io/v2 and v2beta1), Kubernetes 1.26 and later.
/// - `APIVersions` (`/api`) and `APIGroupList` (`/apis`), which name groups and versions only.
/// - `APIResourceList` (`/api/v1`, `/apis/GROUP/VERSION`), the resources of one version.
enum DiscoveryDocument {
    /// Whether an answer of `/api` or `/apis` is of the first form.
    static func isAggregated(_ document: JSONValue) -> Bool {
        document["kind"]?.string == "APIGroupDiscoveryList"
    }

    /// The groups in an answer of `/api` or `/apis`; in the second form their versions have no resources yet.
    static func groups(in document: JSONValue) -> [APIGroup]? {
        switch document["kind"]?.string {
        case "APIGroupDiscoveryList": (document["items"]?.array ?? []).map(aggregatedGroup)
        case "APIGroupList": (document["groups"]?.array ?? []).compactMap(plainGroup)
        case "APIVersions": coreGroup(document)
        default: nil
        }
    }

    /// The resources in an `APIResourceList`, without subresources; nil for a document of another kind.
    static func resources(in document: JSONValue, of groupVersion: GroupVersion) -> [APIResource]? {
        guard document["kind"]?.string == "APIResourceList" else { return nil }
        return (document["resources"]?.array ?? []).compactMap { plainResource($0, groupVersion) }
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
        return result
    }

    private static func aggregatedGroup(_ group: JSONValue) -> APIGroup {
        let name = group["metadata"]?["name"]?.string ?? ""
        let versions = (group["versions"]?.array ?? []).compactMap { aggregatedVersion($0, group: name) }
        return APIGroup(name: name, versions: versions, preferredVersion: versions.first?.version ?? "")
    }

    private static func aggregatedVersion(_ version: JSONValue, group: String) -> APIGroup.Version? {
        guard let name = version["version"]?.string else { return nil }
        // A stale version is one whose server did not answer: what is told of it is not to be relied on.
        if version["freshness"]?.string == "Stale" { return APIGroup.Version(version: name, resources: nil) }
        let groupVersion = GroupVersion(group: group, version: name)
        let resources = (version["resources"]?.array ?? []).compactMap { aggregatedResource($0, groupVersion) }
        return APIGroup.Version(version: name, resources: resources)
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
