import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import KubePatch
import Manifests
import StdlibExtensions

/// Implements `skubectl patch`, which changes fields of resources.
struct PatchCommand: Command {
    static let patchFlag = Flag("patch", short: "p", default: "", help: "What is to be changed, in JSON or in YAML.")
    static let patchFileFlag = Flag("patch-file", default: "", help: "A file with what is to be changed.")
    static let typeFlag = Flag(
        "type", default: "strategic",
        help:
            "How the patch is meant: \"strategic\" merges lists by the keys of their elements, \"merge\" is RFC 7386, "
            + "and \"json\" RFC 6902."
    ).completing(.values(["json", "merge", "strategic"]))
    static let localFlag = Flag(
        "local", default: false, help: "Change what the files hold, and ask no server.")
    static let subresourceFlag = Flag(
        "subresource", default: "", help: "Change this subresource of the named resources."
    ).completing(.values(["status", "scale", "resize"]))
    static let fieldManagerFlag = FieldManager.flag("kubectl-patch")

    static let spec = CommandSpec(
        name: "patch", usage: "(-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]",
        summary: "Update fields of a resource",
        description: [
            "Change fields of resources with a strategic merge patch, a JSON merge patch, or a JSON patch.",
            "Custom resources know no strategic merge patches.",
        ],
        examples: [
            CommandExample(
                "Make a node unschedulable", #"skubectl patch node one -p '{"spec":{"unschedulable":true}}'"#),
            CommandExample(
                "Change the image of a container, which its name tells from the others",
                #"skubectl patch pod web -p '{"spec":{"containers":[{"name":"web","image":"nginx:2"}]}}'"#),
            CommandExample(
                "Remove the first container's command",
                #"skubectl patch deployment web --type json -p '[{"op":"remove","path":"/spec/template/spec/containers/0/command"}]'"#
            ),
            CommandExample(
                "Scale by the subresource",
                #"skubectl patch deployment web --subresource scale --type merge -p 'spec: {replicas: 2}'"#),
        ],
        flags: [
            patchFlag, patchFileFlag, typeFlag, localFlag, subresourceFlag, DryRun.flag, fieldManagerFlag,
            ChangeCause.flag,
        ] + ResultPrinter.flags + ResourceSelection.manifestFlags
    )
    .grouped(under: .advanced).completing(.dynamic(.resources))

    let selection: ResourceSelection
    let type: PatchType
    let patch: String
    let patchFile: String
    let isLocal: Bool
    let dryRun: DryRun
    let fieldManager: FieldManager
    let cause: ChangeCause
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var selection = ResourceSelection(arguments)
        selection.typesSelectAll = false
        selection.subresource = arguments[Self.subresourceFlag]
        self.selection = selection
        dryRun = try DryRun(arguments)
        patch = arguments[Self.patchFlag]
        patchFile = arguments[Self.patchFileFlag]
        isLocal = arguments[Self.localFlag]
        fieldManager = FieldManager(arguments, Self.fieldManagerFlag)
        cause = ChangeCause(arguments)
        result = ResultPrinter(arguments)
        switch (patch.isEmpty, patchFile.isEmpty) {
        case (false, false): throw .invalid("cannot specify --patch and --patch-file together", hint: .none)
        case (true, true):
            throw .invalid("must specify --patch or --patch-file containing the contents of the patch", hint: .none)
        default: break
        }
        if isLocal, !selection.words.isEmpty {
            throw .invalid("cannot specify --local and server resources", hint: .none)
        }
        if isLocal, dryRun == .server {
            throw .invalid(
                "cannot specify --local and --dry-run=server - did you mean --dry-run=client?", hint: .none)
        }
        type = try Self.type(arguments[Self.typeFlag])
    }

    private static func type(_ word: String) throws(UsageError) -> PatchType {
        switch word.lowercased() {
        case "json": .json
        case "merge": .merge
        case "strategic", "": .strategic
        default:
            throw .invalid("--type must be one of [json merge strategic], not \(word.goQuoted)", hint: .none)
        }
    }

    func run(in context: CommandContext) async throws {
        let body = try PatchBody(type: type, text: patch, file: patchFile)
        let results = try PatchResults(result, context: context)
        if isLocal {
            if selection.isEmpty { throw SelectionError.nothing }
            for object in try await LocalManifestReader(selection: selection, context: context).objects().results {
                results.note(
                    object.flatMap { object in Result { try body.result(for: object.value, of: object.kind) } })
            }
        } else {
            try await change(body, in: context, results)
        }
        try CommandError.throwAll(results.errors)
        if results.count == 0 { throw CommandError.failed("no objects passed to patch") }
    }

    /// Changes objects on the server, or shows how they would be.
    private func change(_ body: PatchBody, in context: CommandContext, _ results: PatchResults) async throws {
        let cluster = try await context.cluster()
        let resolved = try await selection.resolve(in: cluster)
        var faults: [any Error] = []
        try await OrderedSending<PatchResults.Outcome>().run(
            { start in
                if case .objects(let objects) = resolved {
                    for object in objects {
                        await start(SendingOrder(object)) {
                            await changed(object, body, in: cluster, as: context.commandLine)
                        }
                    }
                    return
                }
                let reader = ManifestReader(cluster: cluster, selection: selection, context: context)
                faults = try await reader.forEach { object in
                    var selected = object.selected
                    selected.subresource = selection.subresource
                    await start(SendingOrder(selected)) { [selected] in
                        await changed(selected, before: object.value, body, in: cluster, as: context.commandLine)
                    }
                }
            }, consume: results.note)
        results.add(faults)
    }

    /// Changes one object, which is read before unless a manifest has it.
    private func changed(
        _ object: SelectedObject, before: JSONValue? = nil, _ body: PatchBody, in cluster: Cluster,
        as commandLine: String
    ) async -> PatchResults.Outcome {
        do {
            var old = before ?? .null
            if before == nil { old = try await cluster.object(object.location, numbers: .normalizedAsGo) }
            if dryRun == .client { return .success(try body.result(for: old, of: object.mapping.gvk)) }
            var request = APIRequest.patch(object.location, type, .null)
            request.body = body.bytes
            request.parameters = dryRun.parameters + fieldManager.parameters
            let (sent, client) = (request, cluster.client)
            let new = try await InterruptedWork.naming(object, "patched") {
                try await client.json(sent, numbers: .normalizedAsGo)
            }
            let recorded = await recorded(object, in: cluster, as: commandLine)
            return .success(PatchResults.Patched(object: recorded ?? new, isChanged: !new.isEqual(to: old)))
        } catch ClientError.status(let status) where status.reason == "UnsupportedMediaType" {
            return .failure(
                CommandError.failed(
                    "\(type.rawValue) is not supported by \(object.mapping.gvk.text): \(status.message)"))
        } catch {
            return .failure(error)
        }
    }

    /// Keeps the command line with an object, where that is asked for; returns the object with it.
    private func recorded(_ object: SelectedObject, in cluster: Cluster, as commandLine: String) async -> JSONValue? {
        guard let patch = cause.patch(as: commandLine) else { return nil }
        var request = APIRequest.patch(object.location, .merge, patch)
        request.parameters = dryRun.parameters + fieldManager.parameters
        // What was asked for is done; kubectl does not tell either that it could not be written down.
        return try? await cluster.client.json(request, numbers: .normalizedAsGo)
    }
}

extension GroupVersionKind {
    /// The kind as Go shows it: `apps/v1, Kind=Deployment`.
    var text: String { "\(group)/\(version), Kind=\(kind)" }
}
