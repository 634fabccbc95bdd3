import CommandLineKit

/// Implements `skubectl create clusterrolebinding`.
struct CreateClusterRoleBindingCommand: GeneratingCommand {
    static let kind = GeneratedKind(
        "rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", resource: "clusterrolebindings", isNamespaced: false)
    static let failurePrefix = "failed to create clusterrolebinding: "
    static let clusterRoleFlag = Flag("clusterrole", default: "", help: "Cluster role that is given.").required()
    static let spec = CommandSpec(
        name: "clusterrolebinding",
        usage: "NAME --clusterrole=NAME [--user=username] [--group=groupname] "
            + "[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
        summary: "Create a cluster role binding for a particular cluster role",
        description: "Give users, groups and service accounts a cluster role, in all namespaces.",
        examples: [
            CommandExample(
                "Let two users and a group do everything",
                "skubectl create clusterrolebinding cluster-admin --clusterrole=cluster-admin --user=user1 --user=user2 "
                    + "--group=group1")
        ],
        flags: [clusterRoleFlag] + BindingSubjects.flags + Generation.flags)

    let generation: Generation
    let clusterRole: String
    let subjects: BindingSubjects

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true)
        clusterRole = arguments[Self.clusterRoleFlag]
        subjects = BindingSubjects(arguments)
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        GeneratedObject(
            Self.kind, name: generation.name, try subjects.members(role: "ClusterRole", clusterRole))
    }
}
