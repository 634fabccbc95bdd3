import CommandLineKit
import JSONModel
import KubePatch
import Renderers

/// What the commands that change labels and annotations have in common.
struct MetadataFlags: Sendable {
    static let allFlag = Flag("all", default: false, help: "Change all objects of the given types in the namespace.")
    static let listFlag = Flag("list", default: false, help: "List what the objects have.")
    static let localFlag = Flag("local", default: false, help: "Change the manifests' objects without asking a server.")
    static let overwriteFlag = Flag(
        "overwrite", default: false, help: "Replace values that are there; without it these are an error.")
    static let resourceVersionFlag = Flag(
        "resource-version", default: "",
        help: "Change the object only if this is its current resource version. For a single object only.")

    static let flags: [any AnyFlag] =
        [
            allFlag, listFlag, localFlag, overwriteFlag, resourceVersionFlag, DryRun.flag,
            ResourceSelection.selectorFlag, ResourceSelection.fieldSelectorFlag, ResourceSelection.allNamespacesFlag,
            ChangeCause.flag,
        ] + ResultPrinter.flags + ResourceSelection.manifestFlags

    let selection: ResourceSelection
    /// Whether `--all` was given.
    let isForAll: Bool
    let lists: Bool
    let isLocal: Bool
    let overwrites: Bool
    /// Empty for none.
    let resourceVersion: String
    let dryRun: DryRun
    let cause: ChangeCause
    let result: ResultPrinter

    init(_ arguments: ParsedArguments, resources: [String]) throws(UsageError) {
        dryRun = try DryRun(arguments)
        var selection = ResourceSelection(arguments)
        selection.words = resources
        isForAll = arguments[Self.allFlag]
        selection.selectChanged(all: isForAll)
        self.selection = selection
        lists = arguments[Self.listFlag]
        isLocal = arguments[Self.localFlag]
        overwrites = arguments[Self.overwriteFlag]
        resourceVersion = arguments[Self.resourceVersionFlag]
        cause = ChangeCause(arguments)
        result = ResultPrinter(arguments)
    }

    /// Whether objects are only changed here, and nothing is sent.
    var changesNothing: Bool { dryRun == .client || isLocal || lists }

    /// Refuses what does not go together.
    ///
    /// - Parameter example: The name of a file in the texts: "pod" or "rsrc".
    func check(example: String) throws(UsageError) {
        if isForAll, !selection.labelSelector.isEmpty {
            throw .invalid("cannot set --all and --selector at the same time", hint: .none)
        }
        if isForAll, !selection.fieldSelector.isEmpty {
            throw .invalid("cannot set --all and --field-selector at the same time", hint: .none)
        }
        guard isLocal else {
            guard !selection.isEmpty else { throw Self.noResources }
            return
        }
        if dryRun == .server { throw Self.localOnServer }
        guard selection.words.isEmpty else {
            throw .invalid(
                "can only use local files by -f \(example).yaml or --filename=\(example).json when --local=true is set",
                hint: .none)
        }
        guard selection.hasManifests else {
            throw .invalid(
                "one or more files must be specified as -f \(example).yaml or --filename=\(example).json", hint: .none)
        }
    }

    static let noResources = UsageError.invalid(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>", hint: .none)
    static let localOnServer = UsageError.invalid(
        "cannot specify --local and --dry-run=server - did you mean --dry-run=client?", hint: .none)

    /// The objects as they are, and what is known to be wrong with the selection.
    func targets(in context: CommandContext) async throws -> ChangeTargets {
        let targets = try await ChangeTargets.read(selection, from: isLocal ? .manifests : .server, in: context)
        if !targets.isSingle, !resourceVersion.isEmpty {
            throw CommandError.failed("--resource-version may only be used with a single resource")
        }
        return targets
    }

    /// The lines that `--list` prints of an object, ordered by key where kubectl leaves the order to chance.
    func listing(_ member: String, of object: JSONValue, isSingle: Bool) -> String {
        var text = ""
        if !isSingle {
            let apiVersion = object["apiVersion"]?.string ?? ""
            let group = apiVersion.contains("/") ? String(apiVersion.prefix { $0 != "/" }) : ""
            let kind = object["kind"]?.string ?? ""
            let name = object["metadata"]?["name"]?.string ?? ""
            text += "Listing \(member) for \(kind).\(group)/\(TerminalText.escaped(name)):\n"
        }
        for (key, value) in (object["metadata"]?[member]?.object ?? [:]).sortedByKey() {
            let line = "\(key)=\(value.string ?? "")"
            text += "\(isSingle ? "" : " ")\(TerminalText.escaped(line))\n"
        }
        return text
    }

    /// The merge patch between two states of an object.
    static func patch(from old: JSONValue, to new: JSONValue) -> JSONValue {
        .object(JSONMergePatch.between(old.object ?? [:], new.object ?? [:]))
    }
}
