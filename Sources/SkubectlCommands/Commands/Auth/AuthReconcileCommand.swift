import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Manifests
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl auth reconcile`, which gives roles the rules and bindings the subjects that manifests ask for.
struct AuthReconcileCommand: Command {
    static let removePermissionsFlag = Flag(
        "remove-extra-permissions", default: false, help: "Take away rules of roles that the manifests do not have.")
    static let removeSubjectsFlag = Flag(
        "remove-extra-subjects", default: false, help: "Take away subjects of bindings that the manifests do not have.")

    static let spec = CommandSpec(
        name: "reconcile", usage: "-f FILENAME",
        summary: "Reconciles rules for RBAC role, role binding, cluster role, and cluster role binding objects",
        description: [
            "Give roles and cluster roles the rules, and their bindings the subjects, that manifests ask for.",
            """
            What is missing is created, namespaces included. What there is more stays unless a flag says otherwise. Rules \
            are compared by what they permit and not by how they are written, which "apply" cannot.
            """,
        ],
        examples: [CommandExample("Reconcile what a file has", "skubectl auth reconcile -f rights.yaml")],
        flags: [removePermissionsFlag, removeSubjectsFlag, DryRun.flag] + ResourceSelection.manifestFlags
            + ResultPrinter.flags
    )

    let selection: ResourceSelection
    let removesPermissions: Bool
    let removesSubjects: Bool
    let isDryRun: Bool
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = ResourceSelection(arguments)
        guard selection.hasManifests else { throw .invalid("must specify one of -f and -k", hint: .none) }
        guard arguments.positionals.isEmpty else { throw .invalid("no arguments are allowed", hint: .none) }
        let dryRun: DryRun
        do { dryRun = try DryRun(arguments) } catch {
            guard case .invalid(let text, let hint) = error else { throw error }
            throw .invalid("error accessing --dry-run flag for command reconcile: \(text)", hint: hint)
        }
        guard dryRun != .server else {
            throw .invalid("--dry-run=server for command reconcile is not supported yet", hint: .none)
        }
        isDryRun = dryRun == .client
        removesPermissions = arguments[Self.removePermissionsFlag]
        removesSubjects = arguments[Self.removeSubjectsFlag]
        result = ResultPrinter(arguments)
    }

    func run(in context: CommandContext) async throws {
        var printer = try result.printer(
            ResultPrinter.Options(operation: isDryRun ? "reconciled (dry run)" : "reconciled", sortsKeys: false),
            in: context)
        let cluster = try await context.cluster()
        let reconciler = RBACReconciler(cluster: cluster, command: self)
        var stream = ConsoleStream(console: context.console)
        let manifests = try await selection.manifests(in: context)
        var objects = ManifestStream(manifests, input: context.manifestInput)
        var errors: [any Error] = []
        var faults: [any Error] = []
        while let next = await objects.nextObject() {
            let object: ManifestObject
            do { object = try next.get() } catch {
                faults.append(error)
                continue
            }
            if let fault = Self.fault(of: object) {
                faults.append(fault)
                continue
            }
            do {
                guard let expected = try expected(object, cluster) else { continue }
                let outcome = try await reconciler.reconcile(expected)
                try printer.print(outcome.object.shown, into: &stream)
                context.console.flush()
                context.console.writeError(
                    TerminalText.escaped(
                        outcome.text(showsExtraRules: removesPermissions, showsExtraSubjects: removesSubjects)))
            } catch {
                errors.append(error)
            }
        }
        try Task.checkCancellation()
        try CommandError.throwAll(errors + faults)
    }

    /// The object of a manifest as it is to be reconciled; nil for kinds that have nothing to do with rights.
    private func expected(_ object: ManifestObject, _ cluster: Cluster) throws -> RBACObject? {
        if cluster.namespaceIsExplicit, !object.namespace.isEmpty, object.namespace != cluster.namespace {
            throw SelectionError.otherNamespace(object.namespace, wanted: cluster.namespace)
        }
        guard object.kind.group == RBACObject.group, let kind = RBACObject.Kind(rawValue: object.kind.kind) else {
            return nil
        }
        guard object.kind.version == "v1" else {
            throw CommandError.failed(
                "only \(RBACObject.group)/v1 is supported: not *\(object.kind.version).\(object.kind.kind)")
        }
        return RBACObject(kind, object.value)
    }

    /// Why kubectl cannot read an object: it has no type for the kind.
    private static func fault(of object: ManifestObject) -> CommandError? {
        let group = object.kind.group
        // The groups that kubectl knows by itself.
        if !group.contains(".") || group.hasSuffix(".k8s.io") && !group.hasSuffix(".x-k8s.io") { return nil }
        return .failed(
            "unable to decode \(object.source.name.goQuoted): no kind \(object.kind.kind.goQuoted) is registered for "
                + "version \(object.kind.groupVersion.apiVersion.goQuoted) in scheme \"pkg/scheme/scheme.go:28\"")
    }
}
