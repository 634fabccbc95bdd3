import HTTPTransport
import JSONModel
import KubeClient
import KubeModel
import KubePatch
import StdlibExtensions

/// Changes a live object by a patch of three ways, as `apply` does and `diff` lets the server try.
struct ObjectPatcher: Sendable {
    let cluster: Cluster
    let schemas: ApplySchemas
    let messages: ObjectMessages
    /// Whether changes that somebody else made may be undone.
    var overwrites = true
    /// The parameters of requests that change the object.
    let parameters: [APIRequest.Parameter]
    /// How the object is deleted where it cannot be changed; nil where that is an error.
    var deletion: ApplyDeletion?
    /// The version that the object must have; nil for any.
    var resourceVersion: String?

    /// What is to become of which object.
    struct Target: Sendable {
        let object: SelectedObject
        /// The manifest as errors name it.
        let source: String
        /// The object as it is to be.
        let modified: JSONValue
    }

    /// The object after the patch.
    struct Patched: Sendable {
        let value: JSONValue
        /// Whether there was anything to patch.
        let isChanged: Bool
    }

    /// How often a patch is made anew where the object has changed meanwhile; the first time at once.
    private static let retries = 5
    private static let pause = Duration.seconds(1)

    /// Has the server patch the object.
    func patch(_ live: JSONValue, _ target: Target) async throws(PatchFailure) -> Patched {
        var live = live
        var attempt = 0
        while true {
            do throws(PatchFailure) { return try await patchOnce(live, target) } catch {
                attempt += 1
                if error.isConflict, attempt <= Self.retries {
                    live = try await reread(target, afterPause: attempt > 1)
                    continue
                }
                guard let deletion, error.isConflict || error.isInvalid else {
                    throw error.wrapped(verb: "patching", source: target.source)
                }
                let replacement = ForcedApply(cluster: cluster, parameters: parameters, deletion: deletion)
                let value = try await replacement.replace(live, with: target.modified, target.object)
                return Patched(value: value, isChanged: true)
            }
        }
    }

    /// Works out what the object would be, without the server.
    func patchLocally(_ live: JSONValue, _ target: Target) async throws(PatchFailure) -> Patched {
        let patch = try await threeWayPatch(live, target)
        if patch.isEmpty { return Patched(value: live, isChanged: false) }
        do {
            return Patched(
                value: try await schemas.applying(patch, to: live, target.object.mapping.gvk), isChanged: true)
        } catch {
            throw PatchFailure(
                patch: "", error: CommandError.failed("applying patch locally: \(error.message)"))
        }
    }

    private func reread(_ target: Target, afterPause: Bool) async throws(PatchFailure) -> JSONValue {
        // A cancelled pause is followed by a request that fails for the same reason.
        if afterPause { try? await Task.sleep(for: Self.pause) }
        do throws(ClientError) {
            return try await cluster.client.json(.get(target.object.location), numbers: .normalizedAsGo)
        } catch {
            throw PatchFailure(patch: "", error: error)
        }
    }

    private func patchOnce(_ live: JSONValue, _ target: Target) async throws(PatchFailure) -> Patched {
        let patch = try await threeWayPatch(live, target)
        if patch.isEmpty { return Patched(value: live, isChanged: false) }
        var body = patch.value
        if let resourceVersion {
            if body["metadata"]?.object == nil { body["metadata"] = [:] }
            body["metadata"]?["resourceVersion"] = .string(resourceVersion)
        }
        var request = APIRequest.patch(target.object.location, patch.type, body)
        request.parameters = parameters
        do throws(ClientError) {
            return Patched(value: try await cluster.client.json(request, numbers: .normalizedAsGo), isChanged: true)
        } catch {
            throw PatchFailure(patch: Self.text(body), error: error)
        }
    }

    private func threeWayPatch(_ live: JSONValue, _ target: Target) async throws(PatchFailure) -> TypedPatch {
        let original = LastApplied.configuration(of: live)
        do {
            return try await schemas.patch(
                original: original, modified: target.modified, current: live, target.object.mapping.gvk,
                overwrites: overwrites, messages)
        } catch {
            let sentence =
                "creating patch with:\noriginal:\n\(original ?? "")\nmodified:\n\(Self.text(target.modified))\n\ncurrent:\n"
                + "\(Self.text(live))\n\nfor: "
                + ErrorReport.sentence(of: error, programName: "kubectl")
            throw PatchFailure(patch: "", error: CommandError.failed(sentence))
        }
    }

    static func text(_ value: JSONValue) -> String {
        JSONWriter.text(value, style: JSONStyle(sortsKeys: true))
    }
}

/// Why a patch did not come about, with the patch as far as there was one.
struct PatchFailure: Error {
    /// The patch in JSON; empty where it could not be made.
    let patch: String
    let error: any Error

    private var status: APIStatus? {
        if case ClientError.status(let status) = error { status } else { nil }
    }

    /// Whether the object has changed meanwhile.
    var isConflict: Bool { status?.isConflict ?? false }
    /// Whether the server finds the object wrong.
    var isInvalid: Bool { status?.isInvalid ?? false }

    /// The failure with what was done to what.
    func wrapped(verb: String, source: String) -> PatchFailure {
        PatchFailure(patch: patch, error: CommandError.on(error, verb: verb, source: source))
    }

    /// The error as kubectl tells it, with the patch and the object.
    func on(_ object: SelectedObject, source: String) -> any Error {
        CommandError.on(error, verb: "applying patch:\n\(patch)\nto:\n\(object.summary)\nfor:", source: source)
    }
}

extension CommandError {
    /// An error with what was done with which manifest, as kubectl's `AddSourceToErr` words it: what the server says stays
    /// an error of the server.
    static func on(_ error: any Error, verb: String, source: String) -> any Error {
        let message = ErrorReport.sentence(of: error, programName: "kubectl")
        let text = "error when \(verb) \(source.goQuoted): \(message)"
        switch error {
        case ClientError.status(var status):
            status.message = text
            return ClientError.status(status)
        // What ended the program is told of by nobody.
        case ClientError.transport(.cancelled, _, _): return error
        default: return CommandError.failed(text)
        }
    }
}
