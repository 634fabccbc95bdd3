import JSONModel
import KubeClient
import KubeModel
import KubePatch
import StdlibExtensions

/// Applies one object, by its last applied configuration or on the server's side.
struct ObjectApplier: Sendable {
    let command: ApplyCommand
    let cluster: Cluster
    private let schemas: ApplySchemas

    init(command: ApplyCommand, cluster: Cluster) {
        self.command = command
        self.cluster = cluster
        schemas = ApplySchemas(cluster: cluster, usesServer: command.usesOpenAPI)
    }

    /// Applies an object with as few requests as can be: one to read it and at most one to change it.
    func apply(_ object: ManifestReader.Object) async -> ApplyOutcome {
        let messages = ObjectMessages()
        let work = ApplyWork(
            command: command, cluster: cluster.telling(messages), schemas: schemas, messages: messages, object: object)
        do {
            let done = try await InterruptedWork.naming(object.selected, "applied") { try await work.apply() }
            return ApplyOutcome(object: object.selected, messages: messages, result: .success(done))
        } catch {
            return ApplyOutcome(object: object.selected, messages: messages, result: .failure(error))
        }
    }
}

/// The work on one object.
struct ApplyWork: Sendable {
    let command: ApplyCommand
    let cluster: Cluster
    let schemas: ApplySchemas
    let messages: ObjectMessages
    let object: ManifestReader.Object

    var selected: SelectedObject { object.selected }

    func apply() async throws -> ApplyOutcome.Done {
        if selected.name.isEmpty, let name = object.value["metadata"]?["generateName"]?.string, !name.isEmpty {
            throw CommandError.failed("from \(name): cannot use generate name with apply")
        }
        if let serverSide = command.serverSide { return try await applyOnServer(serverSide) }
        let configuration = LastApplied.configuration(from: object.value)
        let modified = LastApplied.adding(LastApplied.text(configuration), to: configuration)
        guard let live = try await live() else { return try await create(modified) }
        return try await change(live, to: modified)
    }

    /// The object as it is on the server; nil where it is not there.
    private func live() async throws -> JSONValue? {
        let verb = "retrieving current configuration of:\n\(selected.summary)\nfrom server for:"
        guard !selected.name.isEmpty else {
            throw CommandError.failed("error when \(verb) \(object.source.goQuoted): resource name may not be empty")
        }
        do {
            return try await cluster.client.json(.get(selected.location), numbers: .normalizedAsGo)
        } catch {
            if case .status(let status) = error, status.isNotFound { return nil }
            throw CommandError.on(error, verb: verb, source: object.source)
        }
    }

    private func create(_ modified: JSONValue) async throws -> ApplyOutcome.Done {
        var value = modified.withoutNulls
        if command.dryRun != .client {
            do { value = try await cluster.create(value, as: selected, parameters) } catch {
                throw CommandError.on(error, verb: "creating", source: object.source)
            }
        }
        return ApplyOutcome.Done(operation: "created", value: value)
    }

    private func change(_ live: JSONValue, to modified: JSONValue) async throws -> ApplyOutcome.Done {
        if LastApplied.configuration(of: live) == nil {
            messages.line(
                "Warning: resource \(selected.mapping.gvr.resource)/\(selected.name) is missing the "
                    + "\(LastApplied.annotation) annotation which is required by kubectl apply. kubectl apply should only "
                    + "be used on resources created declaratively by either kubectl create --save-config or kubectl "
                    + "apply. The missing annotation will be patched automatically.")
        }
        let patcher = ObjectPatcher(
            cluster: cluster, schemas: schemas, messages: messages, overwrites: command.overwrites,
            parameters: parameters, deletion: command.deletion.isForced ? command.deletion : nil)
        let target = ObjectPatcher.Target(object: selected, source: object.source, modified: modified)
        do throws(PatchFailure) {
            let patched =
                command.dryRun == .client
                ? try await patcher.patchLocally(live, target) : try await patcher.patch(live, target)
            messages.warnIfDeleting(patched.value)
            return ApplyOutcome.Done(operation: patched.isChanged ? "configured" : "unchanged", value: patched.value)
        } catch {
            throw error.on(selected, source: object.source)
        }
    }

    /// The parameters of all requests that change the object.
    var parameters: [APIRequest.Parameter] {
        command.dryRun.parameters + command.fieldManager.parameters + [command.validation.parameter]
    }
}

extension ObjectMessages {
    /// Warns of an object that is on its way out.
    func warnIfDeleting(_ value: JSONValue) {
        guard let time = value["metadata"]?["deletionTimestamp"], !time.isNull else { return }
        let name = value["metadata"]?["name"]?.string ?? ""
        line("Warning: Detected changes to resource \(name) which is currently being deleted.")
    }
}

extension SelectedObject {
    /// The two lines by which kubectl's errors name an object (cli-runtime's `Info.String`).
    var summary: String {
        let gvr = mapping.gvr
        let gvk = mapping.gvk
        let resource = "\(gvr.group)/\(gvr.version), Resource=\(gvr.resource)"
        let kind = "\(gvk.group)/\(gvk.version), Kind=\(gvk.kind)"
        return "Resource: \(resource.goQuoted), GroupVersionKind: \(kind.goQuoted)\n"
            + "Name: \(name.goQuoted), Namespace: \((namespace ?? "").goQuoted)"
    }
}

extension JSONValue {
    /// The value without members that are null; elements of lists stay.
    var withoutNulls: JSONValue {
        switch self {
        case .object(var object):
            object.removeAll { $0.value.isNull }
            return .object(object.mapValues { $0.withoutNulls })
        case .array(let elements): return .array(elements.map(\.withoutNulls))
        case .null, .bool, .number, .string: return self
        }
    }
}
