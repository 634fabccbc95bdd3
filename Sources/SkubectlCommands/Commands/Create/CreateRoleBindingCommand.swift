import CommandLineKit

/// Implements `skubectl create rolebinding`.
struct CreateRoleBindingCommand: GeneratingCommand {
    static let kind = GeneratedKind("rbac.authorization.k8s.io", "v1", "RoleBinding", resource: "rolebindings")
    static let failurePrefix = "failed to create rolebinding: "
    static let clusterRoleFlag = Flag("clusterrole", default: "", help: "Cluster role that is given.")
    static let roleFlag = Flag("role", default: "", help: "Role that is given.")
    static let spec = CommandSpec(
        name: "rolebinding",
        usage: "NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] "
            + "[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
        summary: "Create a role binding for a particular role or cluster role",
        description: "Give users, groups and service accounts a role or a cluster role, in one namespace.",
        examples: [
            CommandExample(
                "Give two users and a group the cluster role admin",
                "skubectl create rolebinding admin --clusterrole=admin --user=user1 --user=user2 --group=group1"),
            CommandExample(
                "Give a service account a role",
                "skubectl create rolebinding admin-binding --role=myrole --serviceaccount=monitoring:default"),
        ],
        flags: [clusterRoleFlag, roleFlag] + BindingSubjects.flags + Generation.flags)

    let generation: Generation
    let clusterRole: String
    let role: String
    let subjects: BindingSubjects

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
        clusterRole = arguments[Self.clusterRoleFlag]
        role = arguments[Self.roleFlag]
        subjects = BindingSubjects(arguments)
        if clusterRole.isEmpty == role.isEmpty {
            throw .invalid("exactly one of clusterrole or role must be specified", hint: .none)
        }
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        let members =
            try role.isEmpty
            ? subjects.members(role: "ClusterRole", clusterRole) : subjects.members(role: "Role", role)
        return GeneratedObject(Self.kind, name: generation.name, members)
    }
}
