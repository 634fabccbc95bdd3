import CommandLineKit
import JSONModel

/// Implements `skubectl create clusterrole`.
struct CreateClusterRoleCommand: GeneratingCommand {
    static let kind = GeneratedKind(
        "rbac.authorization.k8s.io", "v1", "ClusterRole", resource: "clusterroles", isNamespaced: false)
    static let failurePrefix = ""
    static let aggregationRuleFlag = Flag(
        "aggregation-rule", default: [String: String](),
        help: "Labels of the cluster roles that this one is put together of, as key=value."
    ).plainPairs()
    static let nonResourceURLFlag = Flag(
        "non-resource-url", default: [String](), help: "Path that is no resource, to which the rule allows access.")
    static let spec = CommandSpec(
        name: "clusterrole",
        usage: "NAME --verb=verb --resource=resource.group [--resource-name=resourcename] "
            + "[--dry-run=server|client|none]",
        summary: "Create a cluster role",
        description: "Create a cluster role, which allows some verbs on some resources, in whatever namespace.",
        examples: [
            CommandExample(
                "Allow pods to be read", "skubectl create clusterrole pod-reader --verb=get,list,watch --resource=pods"),
            CommandExample(
                "Allow access to paths",
                "skubectl create clusterrole foo --verb=get --non-resource-url=/logs/*"),
            CommandExample(
                "Put a cluster role together of others",
                "skubectl create clusterrole monitoring --aggregation-rule=\"example.com/aggregate=true\""),
        ],
        flags: [aggregationRuleFlag, nonResourceURLFlag] + RoleRules.flags + Generation.flags)

    private static let verbsOfPaths = ["*", "get", "post", "put", "delete", "patch", "head", "options"]

    let generation: Generation
    let rules: RoleRules
    let paths: [String]
    /// The labels of `--aggregation-rule`; empty without.
    let aggregation: [String: String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
        rules = RoleRules(arguments)
        paths = RoleRules.unique(arguments[Self.nonResourceURLFlag])
        aggregation = arguments[Self.aggregationRuleFlag]
        if aggregation.isEmpty {
            if rules.verbs.isEmpty { throw .invalid("at least one verb must be specified", hint: .none) }
            if rules.resources.isEmpty, paths.isEmpty {
                throw .invalid("one of resource or nonResourceURL must be specified", hint: .none)
            }
        } else if !paths.isEmpty || !rules.verbs.isEmpty || !rules.resources.isEmpty || !rules.resourceNames.isEmpty {
            throw .invalid(
                "aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames",
                hint: .none)
        }
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        guard aggregation.isEmpty else {
            let selector = JSONValue.fields(["matchLabels": .map(aggregation)])
            return GeneratedObject(
                Self.kind, name: generation.name,
                ["rules": .null, "aggregationRule": ["clusterRoleSelectors": [selector]]])
        }
        if !rules.resources.isEmpty {
            rules.warnOfUnusualVerbs(in: context)
            try await rules.check(in: cluster)
        }
        if !paths.isEmpty { try checkPaths() }
        var list = try await rules.rules(in: cluster)
        if !paths.isEmpty {
            list.append(["verbs": .array(rules.verbs.map(JSONValue.string)), "nonResourceURLs": .texts(paths) ?? []])
        }
        return GeneratedObject(Self.kind, name: generation.name, ["rules": .array(list)])
    }

    private func checkPaths() throws {
        for verb in rules.verbs where !Self.verbsOfPaths.contains(verb) {
            throw CommandError.failed("invalid verb: '\(verb)' for nonResourceURL")
        }
        for path in paths where path != "*" {
            guard path.hasPrefix("/") else { throw CommandError.failed("nonResourceURL should start with /") }
            if path.dropLast().contains("*") {
                throw CommandError.failed("nonResourceURL only supports wildcard matches when '*' is at the end")
            }
        }
    }
}
