import JSONModel
import KubeModel

/// The form in which a snapshot is kept on disk: one small document, read in one go at every start.
extension DiscoverySnapshot {
    private static let formatVersion: JSONValue = 3

    /// The document for the disk cache; failures are not kept, so a snapshot that is not complete is not to be stored.
    var cacheDocument: JSONValue {
        [
            "format": Self.formatVersion,
            "fieldValidation": .bool(supportsFieldValidation),
            "groups": .array(groups.map(Self.document)),
        ]
    }

    /// Reads a cached document; nil for one of another format or with anything missing.
    init?(cacheDocument document: JSONValue) {
        guard document["format"] == Self.formatVersion, let groups = document["groups"]?.array,
            let supportsFieldValidation = document["fieldValidation"]?.bool
        else { return nil }
        let parsed = groups.compactMap(Self.group)
        guard parsed.count == groups.count else { return nil }
        self.init(groups: parsed, supportsFieldValidation: supportsFieldValidation)
    }

    private static func document(_ group: APIGroup) -> JSONValue {
        [
            "name": .string(group.name),
            "preferred": .string(group.preferredVersion),
            "versions": .array(
                group.versions.map { version in
                    [
                        "version": .string(version.version),
                        "resources": .array((version.resources ?? []).map(document)),
                    ]
                }),
        ]
    }

    private static func document(_ resource: APIResource) -> JSONValue {
        [
            "name": .string(resource.name), "singular": .string(resource.declaredSingularName),
            "kind": .string(resource.kind), "namespaced": .bool(resource.isNamespaced),
            "verbs": strings(resource.verbs), "short": strings(resource.shortNames),
            "categories": strings(resource.categories), "hash": .string(resource.storageVersionHash),
        ]
    }

    private static func strings(_ texts: [String]) -> JSONValue {
        .array(texts.map(JSONValue.string))
    }

    private static func group(_ document: JSONValue) -> APIGroup? {
        guard let name = document["name"]?.string, let preferred = document["preferred"]?.string,
            let versions = document["versions"]?.array
        else { return nil }
        let parsed = versions.compactMap { version(of: name, $0) }
        guard parsed.count == versions.count else { return nil }
        return APIGroup(name: name, versions: parsed, preferredVersion: preferred)
    }

    private static func version(of group: String, _ document: JSONValue) -> APIGroup.Version? {
        guard let version = document["version"]?.string, let resources = document["resources"]?.array else {
            return nil
        }
        let parsed = resources.compactMap { resource(in: GroupVersion(group: group, version: version), $0) }
        guard parsed.count == resources.count else { return nil }
        return APIGroup.Version(version: version, resources: parsed)
    }

    private static func resource(in groupVersion: GroupVersion, _ document: JSONValue) -> APIResource? {
        guard let name = document["name"]?.string, let singular = document["singular"]?.string,
            let kind = document["kind"]?.string, let isNamespaced = document["namespaced"]?.bool
        else { return nil }
        func texts(_ key: String) -> [String] { (document[key]?.array ?? []).compactMap(\.string) }
        let gvk = GroupVersionKind(group: groupVersion.group, version: groupVersion.version, kind: kind)
        var resource = APIResource(
            name: name, singularName: singular, gvk: gvk, isNamespaced: isNamespaced, verbs: texts("verbs"))
        resource.shortNames = texts("short")
        resource.categories = texts("categories")
        resource.storageVersionHash = document["hash"]?.string ?? ""
        return resource
    }
}
