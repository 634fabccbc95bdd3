import CommandLineKit
import JSONModel
import StdlibExtensions

/// Implements `skubectl create secret docker-registry`.
struct CreateSecretDockerRegistryCommand: GeneratingCommand {
    static let failurePrefix = SecretObject.failurePrefix
    static let emailFlag = Flag("docker-email", default: "", help: "Mail address at the registry.")
    static let passwordFlag = Flag("docker-password", default: "", help: "Password at the registry.")
    static let serverFlag = Flag(
        "docker-server", default: "https://index.docker.io/v1/", help: "Address of the registry.")
    static let usernameFlag = Flag("docker-username", default: "", help: "User name at the registry.")
    static let fromFileFlag = Flag(
        "from-file", default: [String](),
        help: "A file of Docker's configuration, as [key=]path; the key should be .dockerconfigjson, as without one.")
    static let spec = CommandSpec(
        name: "docker-registry",
        usage: "NAME --docker-username=user --docker-password=password --docker-email=email [--docker-server=string] "
            + "[--from-file=[key=]source] [--dry-run=server|client|none]",
        summary: "Create a secret for use with a Docker registry",
        description: "Create a secret with which nodes pull images on behalf of pods.",
        examples: [
            CommandExample(
                "Create a secret with name and password",
                "skubectl create secret docker-registry my-secret --docker-server=DOCKER_REGISTRY_SERVER "
                    + "--docker-username=DOCKER_USER --docker-password=DOCKER_PASSWORD --docker-email=DOCKER_EMAIL"),
            CommandExample(
                "Create a secret from Docker's configuration",
                "skubectl create secret docker-registry my-secret --from-file=path/to/.docker/config.json"),
        ],
        flags: [
            DataSources.appendHashFlag, emailFlag, passwordFlag, serverFlag, usernameFlag, fromFileFlag,
        ] + Generation.flags)

    private static let type = "kubernetes.io/dockerconfigjson"
    private static let key = ".dockerconfigjson"

    let generation: Generation
    let files: [String]
    let username: String
    let password: String
    let email: String
    let server: String
    let appendsHash: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments)
        files = arguments[Self.fromFileFlag].map { $0.contains("=") ? $0 : "\(Self.key)=\($0)" }
        username = arguments[Self.usernameFlag]
        password = arguments[Self.passwordFlag]
        email = arguments[Self.emailFlag]
        server = arguments[Self.serverFlag]
        appendsHash = arguments[DataSources.appendHashFlag]
        if files.isEmpty, username.isEmpty || password.isEmpty || server.isEmpty {
            throw .invalid(
                "either --from-file or the combination of --docker-username, --docker-password and --docker-server is "
                    + "required", hint: .none)
        }
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        var entries = DataEntries(owner: .secret)
        try entries.addFiles(files)
        let bytes = files.isEmpty ? [Self.key: JSONWriter.bytes(configuration)] : entries.bytes
        return SecretObject.make(name: generation.name, type: Self.type, bytes, appendsHash: appendsHash)
    }

    /// Docker's configuration with the user's credentials.
    private var configuration: JSONValue {
        let entry = JSONValue.fields([
            "username": .text(username), "password": .text(password), "email": .text(email),
            "auth": .string(Base64.encode(Array("\(username):\(password)".utf8))),
        ])
        return ["auths": .object([server: entry])]
    }
}
