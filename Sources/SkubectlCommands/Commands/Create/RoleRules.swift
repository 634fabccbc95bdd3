import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions
import SystemIO

/// What a role allows: the flags that `create role` and `create clusterrole` share.
struct RoleRules: Sendable {
    static let resourceFlag = Flag(
        "resource", default: [String](), help: "Resource the rule is for, as resource.group/subresource.")
    static let resourceNameFlag = Flag(
        "resource-name", default: [String](), help: "Name of an object the rule is for alone; may be repeated."
    ).unsplit()
    static let verbFlag = Flag("verb", default: [String](), help: "What the rule allows.")
    static let flags: [any AnyFlag] = [resourceFlag, resourceNameFlag, verbFlag]

    /// A resource as it is written on the command line.
    struct Resource: Sendable, Hashable {
        let name: String
        let group: String
        let subresource: String

        init(_ text: String) {
            let sections = text.cut(at: "/")
            let parts = (sections?.before ?? text[...]).cut(at: ".")
            name = String(parts?.before ?? sections?.before ?? text[...])
            group = String(parts?.after ?? "")
            subresource = String(sections?.after ?? "")
        }

        /// The name with the group, as kubectl's mapper takes it.
        var text: String { group.isEmpty ? name : "\(name).\(group)" }
    }

    let verbs: [String]
    let resources: [Resource]
    let resourceNames: [String]

    init(_ arguments: ParsedArguments) {
        let verbs = arguments[Self.verbFlag]
        self.verbs = verbs.contains("*") ? ["*"] : Self.unique(verbs)
        let resources = arguments[Self.resourceFlag]
        self.resources = (resources.contains("*") ? ["*"] : resources).map(Resource.init)
        resourceNames = Self.unique(arguments[Self.resourceNameFlag])
    }

    /// The texts in their order, each once.
    static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private static let usualVerbs = [
        "*", "get", "delete", "list", "create", "update", "patch", "watch", "proxy", "deletecollection", "use", "bind",
        "escalate", "impersonate",
    ]

    /// Tells of verbs that no resource of Kubernetes itself has.
    func warnOfUnusualVerbs(in context: CommandContext) {
        for verb in verbs where !Self.usualVerbs.contains(verb) {
            context.console.writeError("Warning: '\(verb)' is not a standard resource verb\n")
        }
    }

    // MARK: - The server's resources

    /// A resource by the name the server has for it.
    private struct KnownResource: Hashable {
        var name: String
        var group: String
        /// Whether the server has it.
        var isThere = true
    }

    /// Verbs that only these resources have.
    private static let verbsOfFew: [String: [KnownResource]] = [
        "use": [
            KnownResource(name: "podsecuritypolicies", group: "policy"),
            KnownResource(name: "podsecuritypolicies", group: "extensions"),
        ],
        "bind": roles, "escalate": roles,
        "impersonate": [
            KnownResource(name: "users", group: ""), KnownResource(name: "serviceaccounts", group: ""),
            KnownResource(name: "groups", group: ""),
            KnownResource(name: "userextras", group: "authentication.k8s.io"),
        ],
    ]

    private static let roles = [
        KnownResource(name: "roles", group: "rbac.authorization.k8s.io"),
        KnownResource(name: "clusterroles", group: "rbac.authorization.k8s.io"),
    ]

    /// Refuses resources that the server does not have, and verbs that a resource does not have.
    func check(in cluster: Cluster) async throws {
        for resource in resources {
            if resource.name.isEmpty {
                throw CommandError.failed("resource must be specified if apiGroup/subresource specified")
            }
            if resource.name == "*" { return }
            let known = try await find(resource, in: cluster)
            var isAllowed = known.isThere
            for verb in verbs {
                guard let others = Self.verbsOfFew[verb] else { continue }
                guard others.contains(where: { $0.name == known.name && $0.group == known.group }) else {
                    throw CommandError.failed(
                        "can not perform '\(verb)' on '\(known.name)' in group '\(known.group)'")
                }
                isAllowed = true
            }
            if !isAllowed { throw SelectionError.noResourceMatch(resource.text) }
        }
    }

    private func find(_ resource: Resource, in cluster: Cluster) async throws -> KnownResource {
        let mapping = try await cluster.discovery.mapping(forResourceArgument: resource.text)
        // A version before the group counts elsewhere, but not here.
        guard let mapping, mapping.gvr.group.hasPrefix(resource.group) else {
            return KnownResource(name: resource.name, group: resource.group, isThere: false)
        }
        return KnownResource(name: mapping.gvr.resource, group: mapping.gvr.group)
    }

    /// A rule for each API group, in the order of the groups' names.
    func rules(in cluster: Cluster) async throws -> [JSONValue] {
        var byGroup: [String: [String]] = [:]
        for resource in resources {
            let known = try await find(resource, in: cluster)
            let name = resource.subresource.isEmpty ? known.name : "\(known.name)/\(resource.subresource)"
            if !byGroup[known.group, default: []].contains(name) { byGroup[known.group, default: []].append(name) }
        }
        return byGroup.sorted { $0.key.precedesByBytes($1.key) }.map { group, names in
            .fields([
                "verbs": .array(verbs.map(JSONValue.string)), "apiGroups": [.string(group)],
                "resources": .texts(names), "resourceNames": .texts(resourceNames),
            ])
        }
    }
}
