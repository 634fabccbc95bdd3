import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl config set-credentials`, which makes a user or changes some of its fields.
struct ConfigSetCredentialsCommand: Command {
    static let authProviderFlag = Flag("auth-provider", default: "", help: "Auth provider of the user.")
    static let authProviderArgumentFlag = Flag(
        "auth-provider-arg", default: [String](), help: "A key=value for the auth provider, or key- to take one away.")
    static let certificateFlag = Flag("client-certificate", default: "", help: "File with the user's certificate.")
    static let embedFlag = Flag(
        "embed-certs", default: false, help: "Keep certificate and key themselves and not their files' paths.")
    static let execAPIVersionFlag = Flag(
        "exec-api-version", default: "", help: "API version the credential program speaks.")
    static let execArgumentFlag = Flag(
        "exec-arg", default: [String](), help: "An argument of the credential program, in place of those it has.")
    static let execCommandFlag = Flag("exec-command", default: "", help: "Credential program of the user.")
    static let execEnvironmentFlag = Flag(
        "exec-env", default: [String](),
        help: "A variable of the credential program as key=value, or key- to take one away."
    ).unsplit()
    static let execModeFlag = Flag(
        "exec-interactive-mode", default: "", help: "Use of the terminal: Never, IfAvailable or Always.")
    static let execClusterInfoFlag = Flag(
        "exec-provide-cluster-info", default: false, help: "Tell the credential program about the cluster.")
    static let keyFlag = Flag("client-key", default: "", help: "File with the key of the user's certificate.")
    static let passwordFlag = Flag("password", default: "", help: "Password for basic authentication.")
    static let tokenFlag = Flag("token", default: "", help: "Bearer token of the user.")
    static let usernameFlag = Flag("username", default: "", help: "Name for basic authentication.")

    static let spec = CommandSpec(
        name: "set-credentials",
        usage: "NAME [--client-certificate=path/to/certfile] [--client-key=path/to/keyfile] [--token=bearer_token] "
            + "[--username=basic_user] [--password=basic_password] [--auth-provider=provider_name] "
            + "[--auth-provider-arg=key=value] [--exec-command=exec_command] [--exec-api-version=exec_api_version] "
            + "[--exec-arg=arg] [--exec-env=key=value]",
        summary: "Set a user entry in kubeconfig",
        description: """
            Make a user, or change one.

            Of a user that exists only the fields change whose flags are given. A bearer token takes the place of a \
            name and a password, and the other way round.
            """,
        examples: [
            CommandExample(
                "Set the key of the user cluster-admin and leave its other fields alone",
                "skubectl config set-credentials cluster-admin --client-key=~/.kube/admin.key"),
            CommandExample(
                "Have a program give the user's credentials",
                "skubectl config set-credentials cluster-admin --exec-command=/path/to/the/executable "
                    + "--exec-api-version=client.authentication.k8s.io/v1 --exec-interactive-mode=Never"),
        ],
        flags: [
            authProviderFlag, authProviderArgumentFlag, certificateFlag, embedFlag, execAPIVersionFlag,
            execArgumentFlag, execCommandFlag, execEnvironmentFlag, execModeFlag, execClusterInfoFlag, keyFlag,
            passwordFlag, tokenFlag, usernameFlag,
        ]
    ).completing(.dynamic(.users))

    let arguments: [String]
    let edit: UserEdit

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
        edit = UserEdit(arguments)
    }

    func run(in context: CommandContext) async throws {
        guard arguments.count == 1, let name = arguments.first else {
            context.showHelp(of: Self.self)
            throw CommandError.failed("unexpected args: [\(arguments.joined(separator: " "))]")
        }
        let pairs: UserEdit.Pairs
        do throws(CommandError) {
            pairs = try edit.pairs()
        } catch {
            context.showHelp(of: Self.self)
            throw error
        }
        guard !name.isEmpty else { throw CommandError.failed("you must specify a non-empty user name") }
        try edit.check()
        let contents = edit.contents()
        try context.kubeconfigEditor.modify { config in
            config.users[name] = edit.changed(config.users[name] ?? KubeconfigUser(), pairs, contents)
        }
        context.console.write("User \(name.goQuoted) set.\n")
    }
}
