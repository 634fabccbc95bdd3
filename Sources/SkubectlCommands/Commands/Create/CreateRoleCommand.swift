import CommandLineKit
import JSONModel

/// Implements `skubectl create role`.
struct CreateRoleCommand: GeneratingCommand {
    static let kind = GeneratedKind("rbac.authorization.k8s.io", "v1", "Role", resource: "roles")
    static let failurePrefix = ""
    static let spec = CommandSpec(
        name: "role",
        usage: "NAME --verb=verb --resource=resource.group/subresource [--resource-name=resourcename] "
            + "[--dry-run=server|client|none]",
        summary: "Create a role with single rule",
        description: "Create a role, which allows some verbs on some resources of a namespace.",
        examples: [
            CommandExample(
                "Allow pods to be read", "skubectl create role pod-reader --verb=get,list,watch --resource=pods"),
            CommandExample(
                "Allow two pods to be read",
                "skubectl create role pod-reader --verb=get --resource=pods --resource-name=a --resource-name=b"),
            CommandExample(
                "Name the API group", "skubectl create role foo --verb=get,list,watch --resource=rs.apps"),
            CommandExample(
                "Name a subresource", "skubectl create role foo --verb=get,list,watch --resource=pods,pods/status"),
        ],
        flags: RoleRules.flags + Generation.flags)

    let generation: Generation
    let rules: RoleRules

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
        rules = RoleRules(arguments)
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        if rules.verbs.isEmpty { throw CommandError.failed("at least one verb must be specified") }
        rules.warnOfUnusualVerbs(in: context)
        if rules.resources.isEmpty { throw CommandError.failed("at least one resource must be specified") }
        try await rules.check(in: cluster)
        return GeneratedObject(
            Self.kind, name: generation.name, ["rules": .array(try await rules.rules(in: cluster))])
    }
}
