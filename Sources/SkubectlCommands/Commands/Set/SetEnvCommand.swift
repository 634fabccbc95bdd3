import CommandLineKit
import JSONModel
import KubeClient
import StdlibExtensions
import SystemIO

/// Implements `skubectl set env`, which sets, lists and removes environment variables of containers.
struct SetEnvCommand: Command {
    static let fromFlag = Flag(
        "from", default: "", help: "The config map or secret whose keys become variables, as TYPE/NAME.")
    static let prefixFlag = Flag("prefix", default: "", help: "What to put before the names of variables.")
    static let envFlag = Flag(
        "env", short: "e", default: [String](), help: "A variable to set, as KEY=VALUE."
    ).unsplit()
    static let keysFlag = Flag("keys", default: [String](), help: "The only keys to take with --from.")
    static let listFlag = Flag("list", default: false, help: "List the variables and the changes; nothing is changed.")
    static let resolveFlag = Flag(
        "resolve", default: false, help: "With --list, show the values that variables refer to.")
    static let overwriteFlag = Flag(
        "overwrite", default: true, help: "Replace variables that are there; if false these are an error.")

    static let spec = CommandSpec(
        name: "env", usage: "RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N",
        summary: "Update environment variables on a pod template",
        description: [
            "Set environment variables of containers with KEY=VALUE, and remove them with KEY-.",
            """
            With --from, the keys of a config map or of a secret become variables that refer to them. A dash alone takes \
            variables from standard input, a line each.
            """,
            "With --list the variables are shown as they would be.",
        ],
        examples: [
            CommandExample("Set a variable in all containers", "skubectl set env deployment/web STAGE=test"),
            CommandExample("List the variables of all deployments", "skubectl set env deployments --all --list"),
            CommandExample("Remove a variable", "skubectl set env deployment/web STAGE-"),
            CommandExample(
                "Take variables from a secret", "skubectl set env --from=secret/db --prefix=DB_ deployment/web"),
            CommandExample("Take variables from the shell", "env | grep APP_ | skubectl set env -e - deployment/web"),
        ],
        flags: SetFlags.flags + [
            ResourceSelection.selectorFlag, SetFlags.containersFlag, fromFlag, prefixFlag, envFlag, keysFlag, listFlag,
            resolveFlag, overwriteFlag,
        ]
    ).completing(.dynamic(.resources))

    let flags: SetFlags
    let containers: String
    let from: String
    let prefix: String
    /// The changes as they were written, those of `-e` first.
    let changes: [String]
    let changesOfWords: [String]
    let keys: [String]
    let lists: Bool
    let resolves: Bool
    let overwrites: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = arguments.positionals
        let first = words.firstIndex(where: EnvironmentChanges.isChange) ?? words.endIndex
        var flags = try SetFlags(arguments, resources: Array(words[..<first]))
        if flags.isForAll, !flags.selection.labelSelector.isEmpty {
            throw .invalid("cannot set --all and --selector at the same time", hint: .none)
        }
        guard words[first...].allSatisfy(EnvironmentChanges.isChange) else {
            throw .invalid(
                "all resources must be specified before environment changes: \(words.joined(separator: " "))",
                hint: .none)
        }
        containers = arguments[SetFlags.containersFlag]
        from = arguments[Self.fromFlag]
        prefix = arguments[Self.prefixFlag]
        changesOfWords = Array(words[first...])
        changes = arguments[Self.envFlag] + changesOfWords
        flags.selection.inputIsTaken = Self.readsVariables(changes)
        self.flags = flags
        keys = arguments[Self.keysFlag]
        lists = arguments[Self.listFlag]
        resolves = arguments[Self.resolveFlag]
        overwrites = arguments[Self.overwriteFlag]
        if flags.isLocal, flags.dryRun == .server { throw MetadataFlags.localOnServer }
        // A kustomization does not count, from kubectl too.
        if flags.selection.words.isEmpty, flags.selection.filenames.isEmpty { throw MetadataFlags.noResources }
        if lists, !flags.result.word.isEmpty {
            throw .invalid("--list and --output may not be specified together", hint: .none)
        }
        if !keys.isEmpty, from.isEmpty {
            throw .invalid(
                "when specifying --keys, a configmap or secret must be provided with --from", hint: .none)
        }
    }

    static func readsInput(_ arguments: ParsedArguments) -> Bool {
        arguments[ResourceSelection.filenameFlag].contains("-")
            || readsVariables(arguments[envFlag] + arguments.positionals)
    }

    /// Whether variables come from standard input.
    private static func readsVariables(_ changes: [String]) -> Bool { changes.contains("-") }

    func run(in context: CommandContext) async throws {
        // Refuses a format that the command does not have before anything is read.
        _ = try flags.result.printer(in: context)
        var environment = try EnvironmentChanges(changes) { try Self.input(context) }
        if !from.isEmpty { try await addReferences(to: &environment, in: context) }
        if !prefix.isEmpty {
            environment.additions = environment.additions.map { $0.prefixed(prefix) }
        }
        let targets = try await flags.targets(in: context, refusingWords: false)
        if lists { return try await list(targets, environment, in: context) }
        let changes = SetChanges(
            flags: flags, context: context, operation: "env updated",
            failure: "failed to patch env update to pod template:",
            complaint: environment.additions.isEmpty && changesOfWords.isEmpty
                ? "at least one environment variable must be provided" : nil)
        try await changes.run(targets) { object, _ in try changed(object, environment, in: context) }
    }

    /// The object with its containers' variables changed; warns where there is no container to change.
    private func changed(
        _ object: JSONValue, _ environment: EnvironmentChanges, in context: CommandContext
    ) throws -> JSONValue {
        try PodSpecification.changed(object) { spec in
            let hasFound = try spec.changeContainers(named: containers) { container in
                let old = container["env"]?.array ?? []
                if !overwrites { try environment.checkNoOverwrites(of: old) }
                container["env"] = .array(environment.applied(to: old))
            }
            if !hasFound {
                let kind = object["kind"]?.string ?? ""
                let name = object["metadata"]?["name"]?.string ?? ""
                context.warn("\(kind)/\(name) does not have any containers matching \(containers.goQuoted)")
            }
        }
    }

    /// All of standard input.
    private static func input(_ context: CommandContext) throws -> String {
        String(decoding: try context.console.readInput(limit: 16 << 20), as: UTF8.self)
    }

    // MARK: - References

    /// Adds variables that refer to the keys of a config map or a secret.
    private func addReferences(to environment: inout EnvironmentChanges, in context: CommandContext) async throws {
        var selection = flags.selection
        selection.words = [from]
        selection.selectChanged(all: flags.isForAll)
        let origin: ChangeTargets.Origin = flags.isLocal ? .manifests : .server
        for target in try await ChangeTargets.read(selection, from: origin, in: context).all() {
            let member: String
            switch target.value["kind"]?.string {
            case "Secret": member = "secretKeyRef"
            case "ConfigMap": member = "configMapKeyRef"
            default: throw CommandError.failed("unsupported resource specified in --from")
            }
            for (key, _) in (target.value["data"]?.object ?? [:]).sortedByKey() where keys.isEmpty || keys.contains(key)
            {
                let name = EnvironmentChanges.variableName(of: key)
                if name != key { context.warn("key \(key) transferred to \(name)") }
                environment.additions.append([
                    "name": .string(name),
                    "valueFrom": .object([member: ["name": .string(target.name), "key": .string(key)]]),
                ])
            }
        }
    }

    // MARK: - List

    private func list(
        _ targets: ChangeTargets, _ environment: EnvironmentChanges, in context: CommandContext
    ) async throws {
        var listing = EnvironmentListing(
            cluster: resolves ? targets.cluster : nil, context: context)
        for target in try targets.all() {
            let object: JSONValue
            // What cannot be changed is passed over without a word here.
            do { object = try changed(target.value, environment, in: context) } catch { continue }
            var spec: JSONValue = [:]
            _ = try PodSpecification.changed(object) { spec = $0 }
            for list in ["containers", "initContainers"] {
                for container in spec[list]?.array ?? []
                where ContainerPattern.matches(container["name"]?.string ?? "", containers) {
                    await listing.show(container, of: object)
                }
            }
        }
    }
}

extension JSONValue {
    /// A variable with something before its name.
    fileprivate func prefixed(_ prefix: String) -> JSONValue {
        var variable = self
        variable["name"] = .string(prefix + (self["name"]?.string ?? ""))
        return variable
    }
}
