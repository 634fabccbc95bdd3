import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl config set`, which sets a single value by its path.
struct ConfigSetCommand: Command {
    static let rawFlag = Flag(
        "set-raw-bytes", default: false, help: "Take a value for bytes as it is; without the flag it is base64.")
    static let spec = CommandSpec(
        name: "set", usage: "PROPERTY_NAME PROPERTY_VALUE", summary: "Set an individual value in a kubeconfig file",
        description: """
            Set a single value of the kubeconfig.

            PROPERTY_NAME is a path with dots between its parts, such as clusters.my-cluster.server; the name of an \
            entry may have dots itself.

            PROPERTY_VALUE is the new value; for certificates and keys it is base64, unless --set-raw-bytes is given.
            """,
        examples: [
            CommandExample(
                "Set the server of the cluster my-cluster",
                "skubectl config set clusters.my-cluster.server https://1.2.3.4"),
            CommandExample(
                "Set the key of the user cluster-admin as it is",
                "skubectl config set users.cluster-admin.client-key-data cert_data_here --set-raw-bytes=true"),
        ],
        flags: [rawFlag]
    )

    let arguments: [String]
    let isRaw: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
        isRaw = arguments[Self.rawFlag]
    }

    func run(in context: CommandContext) async throws {
        guard arguments.count == 2 else { try context.refuse(arguments, of: Self.self) }
        let name = arguments[0]
        let value = arguments[1]
        guard !value.isEmpty else { throw CommandError.failed("you cannot use set to unset a property") }
        guard !name.isEmpty else { throw CommandError.failed("you must specify a property") }
        try context.kubeconfigEditor.modify(relativizesPaths: false) { config in
            do throws(PropertyFault) {
                try config.set(PropertyPath(name), to: value, isRaw: isRaw)
            } catch {
                throw KubeConfigError.property(error)
            }
        }
        context.console.write("Property \(name.goQuoted) set.\n")
    }
}
