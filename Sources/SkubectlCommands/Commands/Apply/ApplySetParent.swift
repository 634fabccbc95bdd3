import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// The object that keeps track of an ApplySet: a Secret, a ConfigMap, or one of a type that is marked for it.
struct ApplySetParent: Sendable {
    let name: String
    /// Nil where the type has no namespaces, or none was given on the command line.
    let namespace: String?
    let mapping: RESTMapping

    /// The label on a resource definition whose objects may be parents.
    private static let parentTypeLabel = "applyset.kubernetes.io/is-parent-type"
    private static let definitions = GroupVersionResource(
        group: "apiextensions.k8s.io", version: "v1", resource: "customresourcedefinitions")

    /// Reads `[RESOURCE][.GROUP]/NAME`, or the name of a secret.
    init(_ reference: String, in cluster: Cluster) async throws {
        func invalid(_ reason: String) -> CommandError {
            .failed("invalid parent reference \(reference.goQuoted): \(reason)")
        }
        let parts = reference.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let type = parts.count == 2 ? parts[0] : "secrets"
        name = parts[parts.count - 1]
        guard !name.isEmpty else { throw invalid("name cannot be blank") }
        guard let found = try await cluster.discovery.mapping(forResourceArgument: type) else {
            let words = type.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            throw invalid("no matches for \(words.count == 2 ? words[1] : "")/, Resource=\(words[0])")
        }
        mapping = found
        namespace = cluster.namespaceIsExplicit && found.isNamespaced ? cluster.namespace : nil
    }

    init(name: String, namespace: String?, mapping: RESTMapping) {
        self.name = name
        self.namespace = namespace
        self.mapping = mapping
    }

    var location: ResourceLocation { mapping.location(namespace: namespace, name: name) }

    /// The type, the group and the name as messages show them: `secrets./web`.
    var text: String { "\(mapping.gvr.resource).\(mapping.gvr.group)/\(name)" }

    /// Whether the parent may be made where it is not there.
    var isBuiltIn: Bool {
        mapping.gvr.group.isEmpty && mapping.gvr.version == "v1"
            && ["secrets", "configmaps"].contains(mapping.gvr.resource)
    }

    /// Refuses a parent that cannot be one.
    func check(in cluster: Cluster) async throws {
        var errors: [any Error] = []
        if mapping.isNamespaced, namespace == nil {
            errors.append(CommandError.failed("namespace is required to use namespace-scoped ApplySet"))
        }
        if !isBuiltIn {
            var permitted: Set<String> = []
            do throws(ClientError) { permitted = try await permittedTypes(in: cluster) } catch {
                errors.append(
                    CommandError.failed("identifying allowed custom resource parent types: \(error.message)"))
            }
            if !permitted.contains(mapping.resource.groupResource) {
                let gvr = mapping.gvr
                let type = "\(gvr.group)/\(gvr.version), Resource=\(gvr.resource)"
                errors.append(
                    CommandError.failed("resource \(type.goQuoted) is not permitted as an ApplySet parent"))
            }
        }
        try CommandError.throwAll(errors)
    }

    private func permittedTypes(in cluster: Cluster) async throws(ClientError) -> Set<String> {
        var query = ListQuery()
        query.labelSelector = Self.parentTypeLabel
        let list = try await cluster.client.json(.get(ResourceLocation(Self.definitions), query: query))
        // A definition is named after the plural and the group of its objects.
        return Set((list["items"]?.array ?? []).compactMap { $0["metadata"]?["name"]?.string })
    }
}
