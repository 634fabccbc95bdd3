import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Manifests
import Renderers
import StdlibExtensions
import SystemIO

/// A decision on certificate signing requests, which is a condition in their status.
struct CertificateDecision: Sendable {
    static let flags: [any AnyFlag] = ResourceSelection.manifestFlags + ResultPrinter.flags

    /// What is decided; the raw value is what is told of a request.
    enum Verdict: String, Sendable {
        case approved
        case denied

        fileprivate var condition: String { self == .approved ? "Approved" : "Denied" }
        fileprivate var contrary: String { self == .approved ? "Denied" : "Approved" }
        fileprivate var reason: String { self == .approved ? "KubectlApprove" : "KubectlDeny" }
        fileprivate var message: String {
            "This CSR was \(rawValue) by kubectl certificate \(self == .approved ? "approve" : "deny")."
        }
    }

    private let verdict: Verdict
    private let selection: ResourceSelection
    private let isForced: Bool
    private let result: ResultPrinter
    private let namesNothing: Bool
    private let hasEmptyName: Bool

    init(_ verdict: Verdict, _ arguments: ParsedArguments, isForced: Bool) {
        self.verdict = verdict
        self.isForced = isForced
        result = ResultPrinter(arguments)
        var selection = ResourceSelection(arguments)
        namesNothing = selection.isEmpty
        hasEmptyName = selection.words.contains("")
        // Names may stand alone or behind their type.
        selection.words = selection.words.map { $0.contains("/") ? $0 : "\(Self.resource.resource)/\($0)" }
        self.selection = selection
    }

    private static let resource = GroupVersionResource(
        group: "certificates.k8s.io", version: "v1", resource: "certificatesigningrequests")
    private static let kind = "CertificateSigningRequest"
    /// How often a request that somebody else changes is tried again.
    private static let mostConflicts = 10

    func run(in context: CommandContext) async throws {
        var printer = try result.printer(ResultPrinter.Options(operation: verdict.rawValue), in: context)
        guard !namesNothing else {
            throw CommandError.failed("one or more CSRs must be specified as <name> or -f <filename>")
        }
        let cluster = try await context.cluster()
        if hasEmptyName, !selection.hasManifests { throw SelectionError.emptyName }
        var stream = ConsoleStream(console: context.console)
        var count = 0
        var errors = try await forEach(in: cluster, context) { object in
            guard object.mapping.gvk.kind == Self.kind, object.mapping.gvr.group == Self.resource.group else {
                throw CommandError.failed(
                    "can only handle \(Self.kind).\(Self.resource.group) objects, got "
                        + object.mapping.gvk.groupKindText)
            }
            let request = try await decide(object.name, in: cluster, now: context.now)
            count += 1
            try printer.print(request, into: &stream)
            context.console.flush()
        }
        if Task.isCancelled { errors.insert(CancellationError(), at: 0) }
        try CommandError.throwAll(errors)
        if count == 0 { context.console.write("No resources found\n") }
    }

    private func forEach(
        in cluster: Cluster, _ context: CommandContext, _ body: (SelectedObject) async throws -> Void
    ) async throws -> [any Error] {
        guard case .objects(let objects) = try await selection.resolve(in: cluster) else {
            return try await forEachInManifests(cluster, context, body)
        }
        if objects.contains(where: \.mapping.isNamespaced) { throw SelectionError.nameWithoutNamespace }
        var errors: [any Error] = []
        for object in objects {
            do { try await body(object) } catch { errors.append(error) }
        }
        return errors
    }

    /// As `ManifestReader.forEach`, but that no namespace is filled in.
    private func forEachInManifests(
        _ cluster: Cluster, _ context: CommandContext, _ body: (SelectedObject) async throws -> Void
    ) async throws -> [any Error] {
        let manifests = try await selection.manifests(in: context)
        var stream = ManifestStream(manifests, input: context.manifestInput)
        var errors: [any Error] = []
        while let next = await stream.nextObject() {
            do {
                let object = try next.get()
                guard let mapping = try await cluster.discovery.mapping(for: object.kind) else {
                    throw SelectionError.noMatch(object, isItem: false)
                }
                let gvr = mapping.gvr
                guard !mapping.isNamespaced || !object.namespace.isEmpty else {
                    throw CommandError.failed(
                        "no namespace set on resource \(gvr.group)/\(gvr.version), Resource=\(gvr.resource) "
                            + object.name.goQuoted)
                }
                try await body(SelectedObject(mapping: mapping, namespace: nil, name: object.name))
            } catch {
                errors.append(error)
            }
        }
        return errors
    }

    /// Adds the condition to a request, and returns the request as it was before.
    private func decide(_ name: String, in cluster: Cluster, now: Timestamp) async throws -> JSONValue {
        let location = ResourceLocation(Self.resource, name: name)
        var conflicts = 0
        while true {
            let request = try await cluster.client.json(.get(location), numbers: .normalizedAsGo)
            guard let decided = try decided(request, now: now) else { return request }
            var approval = location
            approval.subresource = "approval"
            var update = APIRequest.replace(decided, at: approval)
            update.parameters = FieldManager.unnamed.parameters
            do throws(ClientError) {
                _ = try await cluster.client.json(update)
                return request
            } catch {
                guard case .status(let status) = error, status.reason == "Conflict", conflicts < Self.mostConflicts
                else { throw error }
                conflicts += 1
            }
        }
    }

    /// The request with the condition; nil where it is there already and need not be sent again.
    private func decided(_ request: JSONValue, now: Timestamp) throws(CommandError) -> JSONValue? {
        let conditions = request["status"]?["conditions"]?.array ?? []
        let types = conditions.map { $0["type"]?.string }
        if types.contains(verdict.contrary) {
            let name = request["metadata"]?["name"]?.string ?? ""
            throw .failed("certificate signing request \(name.goQuoted) is already \(verdict.contrary)")
        }
        guard !types.contains(verdict.condition) else { return isForced ? request : nil }
        let condition: JSONValue = [
            "type": .string(verdict.condition), "status": "True", "reason": .string(verdict.reason),
            "message": .string(verdict.message), "lastUpdateTime": .string(now.rfc3339),
            "lastTransitionTime": .null,
        ]
        var decided = request
        decided[path: "status", "conditions"] = .array(conditions + [condition])
        return decided
    }
}
