import CommandLineKit
import JSONModel

/// Implements `skubectl set subject`, which adds users, groups and service accounts to bindings of roles.
struct SetSubjectCommand: Command {
    static let userFlag = Flag("user", default: [String](), help: "A user to bind to the role.").unsplit()
    static let groupFlag = Flag("group", default: [String](), help: "A group to bind to the role.").unsplit()
    static let serviceAccountFlag = Flag(
        "serviceaccount", default: [String](), help: "A service account to bind to the role, as NAMESPACE:NAME."
    ).unsplit()

    static let spec = CommandSpec(
        name: "subject",
        usage: "(-f FILENAME | TYPE NAME) [--user=username] [--group=groupname] "
            + "[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
        summary: "Update the user, group, or service account in a role binding or cluster role binding",
        description: ["Add users, groups and service accounts to a RoleBinding or a ClusterRoleBinding."],
        examples: [
            CommandExample(
                "Add a service account", "skubectl set subject clusterrolebinding admin --serviceaccount=web:deployer"),
            CommandExample(
                "Add users and a group", "skubectl set subject rolebinding edit --user=ann --user=bob --group=dev"),
        ],
        flags: SetFlags.flags + [ResourceSelection.selectorFlag, userFlag, groupFlag, serviceAccountFlag]
    ).completing(.dynamic(.resources))

    let flags: SetFlags
    let users: [String]
    let groups: [String]
    let serviceAccounts: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        flags = try SetFlags(arguments, resources: arguments.positionals)
        users = arguments[Self.userFlag]
        groups = arguments[Self.groupFlag]
        serviceAccounts = arguments[Self.serviceAccountFlag]
    }

    func run(in context: CommandContext) async throws {
        // Refuses a format that the command does not have before anything is read.
        _ = try flags.result.printer(in: context)
        let targets = try await flags.targets(in: context)
        let found = try targets.all()
        if let mismatch = flags.mismatches.last { throw mismatch }
        let namespace = try targets.cluster?.namespace ?? flags.namespace(in: context)
        let subjects = try subjects(namespace: namespace, found)
        let changes = SetChanges(
            flags: flags, context: context, operation: "subjects updated",
            failure: "failed to patch subjects to rolebinding:")
        try await changes.run(targets) { object, _ in
            guard Self.isBinding(object) else {
                throw CommandError.failed("setting subjects is only supported for RoleBinding/ClusterRoleBinding")
            }
            let old = object["subjects"]?.array ?? []
            let new = subjects.filter { subject in !old.contains { Self.isSame($0, subject) } }
            if new.isEmpty { return nil }
            var object = object
            object["subjects"] = .array(old + new)
            return object
        }
    }

    private static func isBinding(_ object: JSONValue) -> Bool {
        object["apiVersion"]?.string == "rbac.authorization.k8s.io/v1"
            && ["RoleBinding", "ClusterRoleBinding"].contains(object["kind"]?.string ?? "")
    }

    private static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        ["kind", "apiGroup", "name", "namespace"].allSatisfy { left[$0]?.string ?? "" == right[$0]?.string ?? "" }
    }

    /// The subjects to add, by name within each kind.
    private func subjects(namespace: String, _ targets: [ChangeTargets.Target]) throws -> [JSONValue] {
        if users.isEmpty, groups.isEmpty, serviceAccounts.isEmpty {
            throw CommandError.failed("you must specify at least one value of user, group or serviceaccount")
        }
        var subjects: [JSONValue] = []
        for (kind, names) in [("User", users), ("Group", groups)] {
            subjects += Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
                ["kind": .string(kind), "apiGroup": "rbac.authorization.k8s.io", "name": .string(name)]
            }
        }
        for account in serviceAccounts {
            let parts = account.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw CommandError.failed("serviceaccount must be <namespace>:<name>")
            }
            let isForCluster = targets.contains { $0.value["kind"]?.string == "ClusterRoleBinding" }
            if parts[0].isEmpty, isForCluster {
                throw CommandError.failed(
                    "serviceaccount must be <namespace>:<name>, namespace must be specified")
            }
        }
        subjects += Set(serviceAccounts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { account in
            let parts = account.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            return [
                "kind": "ServiceAccount", "name": .string(parts[1]),
                "namespace": .string(parts[0].isEmpty ? namespace : parts[0]),
            ]
        }
        return subjects
    }
}
