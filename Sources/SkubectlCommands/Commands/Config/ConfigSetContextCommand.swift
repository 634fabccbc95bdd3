import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl config set-context`, which makes a context or changes some of its fields.
struct ConfigSetContextCommand: Command {
    static let clusterFlag = Flag("cluster", default: "", help: "Cluster of the context.")
        .completing(.dynamic(.clusters))
    static let currentFlag = Flag("current", default: false, help: "Change the current context.")
    static let namespaceFlag = Flag("namespace", short: "n", default: "", help: "Namespace of the context.")
        .completing(.dynamic(.namespaces))
    static let userFlag = Flag("user", default: "", help: "User of the context.").completing(.dynamic(.users))
    static let spec = CommandSpec(
        name: "set-context",
        usage: "[NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace]",
        summary: "Set a context entry in kubeconfig",
        description: """
            Make a context, or change one.

            Of a context that exists only the fields change whose flags are given.
            """,
        examples: [
            CommandExample(
                "Set the user of the gce context and leave its other fields alone",
                "skubectl config set-context gce --user=cluster-admin")
        ],
        flags: [clusterFlag, currentFlag, namespaceFlag, userFlag]
    ).completing(.dynamic(.contexts))

    let arguments: [String]
    let changesCurrent: Bool
    /// The new values; nil for a field that stays.
    let cluster: String?
    let user: String?
    let namespace: String?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
        changesCurrent = arguments[Self.currentFlag]
        cluster = arguments.wasSet(Self.clusterFlag) ? arguments[Self.clusterFlag] : nil
        user = arguments.wasSet(Self.userFlag) ? arguments[Self.userFlag] : nil
        namespace = arguments.wasSet(Self.namespaceFlag) ? arguments[Self.namespaceFlag] : nil
    }

    func run(in context: CommandContext) async throws {
        guard arguments.count < 2 else { try context.refuse(arguments, of: Self.self) }
        let given = arguments.first ?? ""
        guard !given.isEmpty || changesCurrent else {
            throw CommandError.failed("you must specify a non-empty context name or --current")
        }
        guard given.isEmpty || !changesCurrent else {
            throw CommandError.failed("you cannot specify both a context name and --current")
        }
        let (name, isNew) = try context.kubeconfigEditor.modify { config in
            let name = changesCurrent ? config.currentContext : given
            guard !name.isEmpty else { throw CommandError.failed("no current context is set") }
            let old = config.contexts[name]
            var entry = old ?? KubeconfigContext()
            entry.cluster = cluster ?? entry.cluster
            entry.user = user ?? entry.user
            entry.namespace = namespace ?? entry.namespace
            config.contexts[name] = entry
            return (name, old == nil)
        }
        context.console.write("Context \(name.goQuoted) \(isNew ? "created" : "modified").\n")
    }
}
