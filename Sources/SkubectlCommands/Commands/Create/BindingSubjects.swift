import CommandLineKit
import JSONModel
import StdlibExtensions

/// Whom a role is given: the flags that `create rolebinding` and `create clusterrolebinding` share.
struct BindingSubjects: Sendable {
    static let groupFlag = Flag(
        "group", default: [String](), help: "Group that is given the role; may be repeated."
    ).unsplit()
    static let serviceAccountFlag = Flag(
        "serviceaccount", default: [String](),
        help: "Service account that is given the role, as namespace:name; may be repeated."
    ).unsplit()
    static let userFlag = Flag("user", default: [String](), help: "User who is given the role; may be repeated.")
        .unsplit()
    static let flags: [any AnyFlag] = [groupFlag, serviceAccountFlag, userFlag]

    let users: [String]
    let groups: [String]
    let serviceAccounts: [String]

    init(_ arguments: ParsedArguments) {
        users = arguments[Self.userFlag]
        groups = arguments[Self.groupFlag]
        serviceAccounts = arguments[Self.serviceAccountFlag]
    }

    /// The API group of roles and of users.
    static let apiGroup = "rbac.authorization.k8s.io"

    /// The members of a binding of a role.
    func members(role kind: String, _ name: String) throws -> KeyValuePairs<String, JSONValue?> {
        let role = JSONValue.fields([
            "apiGroup": .string(Self.apiGroup), "kind": .string(kind), "name": .string(name),
        ])
        return ["subjects": .list(try subjects()), "roleRef": role]
    }

    private func subjects() throws -> [JSONValue] {
        func subject(_ kind: String, _ name: String) -> JSONValue {
            ["kind": .string(kind), "apiGroup": .string(Self.apiGroup), "name": .string(name)]
        }
        let accounts = try serviceAccounts.map { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw CommandError.failed("serviceaccount must be <namespace>:<name>")
            }
            return JSONValue.fields([
                "kind": "ServiceAccount", "name": .string(parts[1]), "namespace": .string(parts[0]),
            ])
        }
        return users.map { subject("User", $0) } + groups.map { subject("Group", $0) } + accounts
    }
}
