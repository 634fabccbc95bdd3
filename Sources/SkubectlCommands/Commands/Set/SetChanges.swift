import JSONModel
import KubeClient
import KubeModel
import KubePatch
import StdlibExtensions

/// Changes objects in the form of kubectl's Go types and sends what differs as strategic merge patches.
struct SetChanges {
    let flags: SetFlags
    let context: CommandContext
    /// What was done, for the form of one line: "image updated".
    let operation: String
    /// What stands before the server's words where it refuses a change.
    let failure: String
    /// Whether objects that stay as they are are sent and shown, too.
    var sendsUnchanged = false
    /// Whether the objects' names stand before what is wrong with them.
    var namesObjects = true
    /// Whether the patch has to carry the version that the change sets.
    var clearsVersion = false
    /// What is said instead of an object that was changed; nil where it is shown.
    var complaint: String?

    /// One object with what was made of it.
    private struct Change: Sendable {
        let target: ChangeTargets.Target
        /// Nil where nothing was to be changed.
        var modified: JSONValue?
        var fault: (any Error)?
    }

    /// Works the changes out for all objects, and then sends them.
    ///
    /// - Parameters:
    ///   - stoppingAtUnread: Whether nothing is changed where an object could not be read.
    ///   - edit: Returns the changed object; nil leaves it as it is. It may tell of what is wrong besides.
    func run(
        _ targets: ChangeTargets, stoppingAtUnread: Bool = true,
        _ edit: (JSONValue, inout [any Error]) throws -> JSONValue?
    ) async throws {
        if stoppingAtUnread { try CommandError.throwAll(targets.errors) }
        var errors: [any Error] = []
        var changes: [Change] = []
        for target in targets.found {
            var change = Change(target: target)
            do {
                change.modified = try edit(TypedObject.normalized(target.value), &errors).map {
                    flags.cause.recorded(in: $0, as: context.commandLine)
                }
            } catch {
                change.fault = error
            }
            changes.append(change)
        }
        let sending = changes
        let objects = ObjectChanges(
            context: context, result: flags.result, dryRun: flags.dryRun, sortsKeys: false)
        try await objects.run(
            count: sending.count, isOrdered: !targets.repeated.isEmpty,
            earlier: errors + (stoppingAtUnread ? [] : targets.errors)
        ) { index in
            try await send(sending[index], in: targets.cluster)
        }
    }

    private func send(_ change: Change, in cluster: Cluster?) async throws -> ObjectChanges.Outcome {
        if let fault = change.fault {
            if !namesObjects { throw fault }
            let sentence = ErrorReport.sentence(of: fault, programName: context.programName)
            throw CommandError.failed("error: \(Self.name(of: change.target)) \(sentence)\n")
        }
        guard let modified = change.modified else { return ObjectChanges.Outcome() }
        let shown = TypedObject.normalized(modified)
        var old = TypedObject.normalized(change.target.value)
        if clearsVersion { old["metadata"]?["resourceVersion"] = nil }
        let patch = try Self.patch(from: old, to: shown)
        if patch.isEmpty, !sendsUnchanged { return ObjectChanges.Outcome() }
        guard !flags.changesNothing, let cluster, let selected = change.target.selected else {
            return ObjectChanges.Outcome(object: shown, operation: operation)
        }
        var request = APIRequest.patch(selected.location, .strategic, .object(patch))
        request.parameters = flags.dryRun.parameters + flags.fieldManager.parameters
        do {
            let answer = try await cluster.client.json(request)
            if let complaint { return ObjectChanges.Outcome(errors: [CommandError.failed(complaint)]) }
            return ObjectChanges.Outcome(object: TypedObject.normalized(answer), operation: operation)
        } catch {
            if failure.isEmpty { throw error }
            throw CommandError.failed("\(failure) \(error.message)")
        }
    }

    /// The patch between two states of an object in the form of Go's types.
    private static func patch(from old: JSONValue, to new: JSONValue) throws -> JSONObject {
        let schema = BuiltInPatchSchema(
            apiVersion: new["apiVersion"]?.string ?? "", kind: new["kind"]?.string ?? "")
        return try StrategicMergePatch.between(
            old.object ?? [:], new.object ?? [:], schema: schema ?? UnknownPatchSchema())
    }

    /// The object as errors name it; kubectl breaks the line behind kinds with a group that no server was asked for.
    private static func name(of target: ChangeTargets.Target) -> String {
        if let selected = target.selected { return "\(selected.mapping.gvr.resource)/\(target.name)" }
        let group = GroupVersion(apiVersion: target.value["apiVersion"]?.string ?? "")?.group ?? ""
        let kind = target.value["kind"]?.string?.lowercased() ?? ""
        return group.isEmpty ? "\(kind)/\(target.name)" : "\(kind).\(group)/\(target.name)\n"
    }
}
