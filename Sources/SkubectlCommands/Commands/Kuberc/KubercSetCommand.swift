import CommandLineKit
import JSONModel
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl kuberc set`, which changes the user's preferences.
struct KubercSetCommand: Command {
    static let sectionFlag = Flag(
        "section", default: "", help: "What to change: 'defaults', 'aliases' or 'credentialplugin'."
    ).required()
    static let commandFlag = Flag("command", default: "", help: "The command, such as 'get' or 'set env'.")
    static let nameFlag = Flag("name", default: "", help: "The name of the alias, for --section=aliases.")
    static let policyFlag = Flag(
        "policy", default: "", help: "Which credential programs may run: 'AllowAll', 'DenyAll' or 'Allowlist'.")
    static let optionFlag = Flag(
        "option", default: [String](), help: "A flag of the command with its value, as flag=value; may be repeated."
    ).unsplit()
    static let prependFlag = Flag(
        "prependarg", default: [String](), help: "An argument right behind the alias; may be repeated."
    ).unsplit()
    static let appendFlag = Flag(
        "appendarg", default: [String](), help: "An argument at the end of the command line; may be repeated."
    ).unsplit()
    static let allowlistFlag = Flag(
        "allowlist-entry", default: [String](),
        help: "A credential program that may run, as command=PROGRAM; may be repeated."
    ).unsplit()
    static let overwriteFlag = Flag("overwrite", default: false, help: "Replace what is there already.")
    static let spec = CommandSpec(
        name: "set", usage: "--section (defaults|aliases) --command COMMAND",
        summary: "Set values in the kuberc configuration",
        description: [
            "Change the file with your preferences.",
            """
            Section "defaults" has values of flags for a command, "aliases" has names of your own for commands, and \
            "credentialplugin" says which programs may be run for credentials.
            """,
        ],
        examples: [
            CommandExample(
                "Show wide tables from now on",
                "skubectl kuberc set --section defaults --command get --option output=wide"),
            CommandExample(
                "Call \"get nodes\" by a name of your own",
                "skubectl kuberc set --section aliases --name getn --command get --prependarg nodes"),
            CommandExample(
                "Replace a default",
                "skubectl kuberc set --section defaults --command get --option output=json --overwrite"),
            CommandExample(
                "Let one credential program run and no other",
                "skubectl kuberc set --section credentialplugin --policy Allowlist --allowlist-entry command=helper"),
        ],
        flags: [
            sectionFlag, commandFlag, nameFlag, policyFlag, optionFlag, prependFlag, appendFlag, allowlistFlag,
            overwriteFlag, PreferencesFlag.kuberc,
        ]
    )

    enum Section: String {
        case defaults, aliases
        case credentialPlugin = "credentialplugin"
    }

    let fileName: String
    let section: String
    let edit: PreferencesEdit
    let options: [String]
    let allowlist: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        fileName = arguments[PreferencesFlag.kuberc]
        section = arguments[Self.sectionFlag]
        options = arguments[Self.optionFlag]
        allowlist = arguments[Self.allowlistFlag]
        edit = PreferencesEdit(
            command: arguments[Self.commandFlag], name: arguments[Self.nameFlag],
            prepended: arguments[Self.prependFlag], appended: arguments[Self.appendFlag],
            policy: arguments[Self.policyFlag], overwrites: arguments[Self.overwriteFlag])
    }

    func run(in context: CommandContext) async throws {
        let file = try PreferencesDocument.file(named: fileName, in: context)
        let section = try checkedSection()
        var document = try load(file.path)
        let options = try parsedOptions()
        switch section {
        case .defaults: try edit.setDefaults(in: &document, options)
        case .aliases: try edit.setAlias(in: &document, options)
        case .credentialPlugin: try edit.setPolicy(in: &document, allowlist: allowlist)
        }
        try PreferencesDocument.write(document, to: file.path, in: context)
    }

    /// The section, where the other flags go with it.
    private func checkedSection() throws -> Section {
        guard let section = Section(rawValue: section) else {
            throw CommandError.failed(
                "--section must be \"defaults\", \"aliases\", or \"credentialplugin\", got: \(section)")
        }
        switch section {
        case .aliases where edit.name.isEmpty:
            throw CommandError.failed("--name is required when --section=aliases")
        case .defaults where !edit.name.isEmpty:
            throw CommandError.failed("--name should not be specified when --section=defaults")
        case .defaults where !edit.prepended.isEmpty || !edit.appended.isEmpty:
            throw CommandError.failed("--prependarg and --appendarg are only valid for --section=aliases")
        case .defaults where edit.command.isEmpty, .aliases where edit.command.isEmpty:
            throw CommandError.failed("--command is required when --section=aliases or --section=defaults")
        case .credentialPlugin: try checkPolicy()
        case .defaults, .aliases: break
        }
        return section
    }

    private func checkPolicy() throws {
        switch edit.policy {
        case "": throw CommandError.failed("--policy is required when --section=credentialplugin")
        case CredentialPluginPolicy.allowAll, CredentialPluginPolicy.denyAll:
            guard allowlist.isEmpty else {
                throw CommandError.failed(
                    "--allowlist-entry may only be used when --section=credentialplugin and --policy=Allowlist")
            }
        case CredentialPluginPolicy.onlyListed:
            guard !allowlist.isEmpty else {
                throw CommandError.failed(
                    "--allowlist-entry is required when --section=credentialplugin and --policy=Allowlist")
            }
        default:
            throw CommandError.failed(
                " --policy must be  \"AllowAll\", \"DenyAll\", or \"Allowlist\", got: \(edit.policy)")
        }
    }

    private func load(_ path: String) throws -> JSONValue {
        let new: JSONValue = [
            "kind": "Preference", "apiVersion": .string(PreferencesDocument.apiVersion), "defaults": .null,
            "aliases": .null,
        ]
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileSystem.read(path) } catch {
            if error.isNotFound { return new }
            throw CommandError.failed("error reading kuberc file: \(error.goText)")
        }
        if bytes.isEmpty { return new }
        let document = try PreferencesDocument.decode(bytes)
        return document.isNull ? ["defaults": .null, "aliases": .null] : document
    }

    private func parsedOptions() throws -> [JSONValue] {
        try options.map { option in
            guard let (flag, value) = option.cut(at: "=") else {
                throw CommandError.failed("invalid option format \(option.goQuoted), expected flag=value")
            }
            return ["name": .string(String(flag.drop { $0 == "-" })), "default": .string(String(value))]
        }
    }
}
