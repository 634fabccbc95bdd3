import CommandLineKit
import KubeConfig

/// The changes `config set-credentials` is asked for; nil for a field that stays.
struct UserEdit: Sendable {
    private let certificate: String?
    private let key: String?
    private let embeds: Bool
    private let token: String?
    private let username: String?
    private let password: String?
    private let authProvider: String?
    private let authProviderArguments: [String]
    private let execCommand: String?
    private let execAPIVersion: String?
    private let execArguments: [String]
    private let execEnvironment: [String]
    private let execMode: String?
    private let execProvidesClusterInfo: Bool?

    init(_ arguments: ParsedArguments) {
        typealias Command = ConfigSetCredentialsCommand
        certificate = arguments.givenValue(of: Command.certificateFlag)
        key = arguments.givenValue(of: Command.keyFlag)
        embeds = arguments[Command.embedFlag]
        token = arguments.givenValue(of: Command.tokenFlag)
        username = arguments.givenValue(of: Command.usernameFlag)
        password = arguments.givenValue(of: Command.passwordFlag)
        authProvider = arguments.givenValue(of: Command.authProviderFlag)
        authProviderArguments = arguments[Command.authProviderArgumentFlag]
        execCommand = arguments.givenValue(of: Command.execCommandFlag)
        execAPIVersion = arguments.givenValue(of: Command.execAPIVersionFlag)
        execArguments = arguments[Command.execArgumentFlag]
        execEnvironment = arguments[Command.execEnvironmentFlag]
        execMode = arguments.givenValue(of: Command.execModeFlag)
        execProvidesClusterInfo = arguments.givenValue(of: Command.execClusterInfoFlag)
    }

    /// The pairs in flags, read.
    struct Pairs {
        let authProvider: KeyValueChanges
        let execEnvironment: KeyValueChanges
    }

    /// Reads the flags that hold pairs.
    func pairs() throws(CommandError) -> Pairs {
        Pairs(
            authProvider: try KeyValueChanges(authProviderArguments, flag: "auth-provider-arg"),
            execEnvironment: try KeyValueChanges(execEnvironment, flag: "exec-env"))
    }

    /// Refuses what contradicts itself, and files to embed that are not there.
    func check() throws(CommandError) {
        let usesToken = !(token ?? "").isEmpty
        let usesBasic = !(username ?? "").isEmpty || !(password ?? "").isEmpty
        if usesToken && usesBasic {
            throw .failed(
                "you cannot specify more than one authentication method at the same time: --token, "
                    + "--username/--password")
        }
        if embeds {
            let certificate = certificate ?? ""
            let key = key ?? ""
            guard !certificate.isEmpty || !key.isEmpty else {
                throw .failed("you must specify a --client-certificate or --client-key to embed")
            }
            if !certificate.isEmpty { try EmbeddedFile.check(certificate, flag: "client-certificate") }
            if !key.isEmpty { try EmbeddedFile.check(key, flag: "client-key") }
        }
        if let execMode, !["IfAvailable", "Always", "Never"].contains(execMode) {
            throw .failed("invalid interactive mode type, can be only IfAvailable, Never, Always")
        }
    }

    /// The contents of files that are embedded.
    struct Contents {
        let certificate: [UInt8]
        let key: [UInt8]
    }

    /// Reads the files that are embedded, once: they may be pipes.
    func contents() -> Contents {
        func contents(_ path: String?) -> [UInt8] {
            guard embeds, let path else { return [] }
            return EmbeddedFile.contents(path)
        }
        return Contents(certificate: contents(certificate), key: contents(key))
    }

    /// The user after the changes.
    func changed(_ old: KubeconfigUser, _ pairs: Pairs, _ contents: Contents) -> KubeconfigUser {
        var user = old
        set(&user.clientCertificate, &user.clientCertificateData, to: certificate, contents.certificate)
        set(&user.clientKey, &user.clientKeyData, to: key, contents.key)
        setMethod(of: &user)
        if let authProvider, user.authProvider?.name != authProvider {
            var provider = AuthProviderConfiguration()
            provider.name = authProvider
            user.authProvider = provider
        }
        if var provider = user.authProvider {
            var config = provider.config ?? [:]
            for key in pairs.authProvider.removed { config[key] = nil }
            for (key, value) in pairs.authProvider.set { config[key] = value }
            provider.config = config
            user.authProvider = provider
        }
        setExec(of: &user, pairs.execEnvironment)
        return user
    }

    private func set(_ path: inout String, _ data: inout [UInt8], to new: String?, _ contents: [UInt8]) {
        guard let new else { return }
        if embeds {
            data = contents
            path = ""
        } else {
            path = EmbeddedFile.absolute(new)
            data = []
        }
    }

    /// A token that is set takes the place of a name and a password, and the other way round.
    private func setMethod(of user: inout KubeconfigUser) {
        user.token = token ?? user.token
        user.username = username ?? user.username
        user.password = password ?? user.password
        let setsToken = !(token ?? "").isEmpty
        let setsBasic = !(username ?? "").isEmpty || !(password ?? "").isEmpty
        if setsBasic && !setsToken { user.token = "" }
        if setsToken && !setsBasic { (user.username, user.password) = ("", "") }
    }

    /// The flags of a credential program count only where there is one, by `--exec-command` or before.
    private func setExec(of user: inout KubeconfigUser, _ environment: KeyValueChanges) {
        if let execCommand {
            if user.exec == nil { user.exec = ExecConfiguration() } else { user.exec?.arguments = nil }
            user.exec?.command = execCommand
        }
        guard var exec = user.exec else { return }
        exec.apiVersion = execAPIVersion ?? exec.apiVersion
        if !execArguments.isEmpty { exec.arguments = execArguments }
        exec.interactiveMode = execMode ?? exec.interactiveMode
        exec.provideClusterInfo = execProvidesClusterInfo ?? exec.provideClusterInfo
        if !execEnvironment.isEmpty {
            var variables = (exec.environment ?? []).filter { !environment.removed.contains($0.name) }
            for (name, value) in environment.set {
                if let index = variables.firstIndex(where: { $0.name == name }) {
                    variables[index].value = value
                } else {
                    variables.append(ExecEnvironmentVariable(name: name, value: value))
                }
            }
            exec.environment = variables
        }
        user.exec = exec
    }
}

/// Changes to a mapping as a flag gives them: "key=value" sets, "key-" takes away.
struct KeyValueChanges: Sendable {
    /// In the order of the flag, each key once with its last value.
    private(set) var set: [(key: String, value: String)] = []
    private(set) var removed: [String] = []

    /// Reads the values of a flag.
    init(_ arguments: [String], flag: String) throws(CommandError) {
        var invalid: [String] = []
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 2, !parts[0].isEmpty {
                set.removeAll { $0.key == parts[0] }
                set.append((key: parts[0], value: parts[1]))
            } else if argument.hasSuffix("-"), argument != "-" {
                removed.append(String(argument.dropLast()))
            } else {
                invalid.append(argument)
            }
        }
        guard invalid.isEmpty else { throw .failed("invalid \(flag) format: \(invalid.joined(separator: ", "))") }
    }
}
