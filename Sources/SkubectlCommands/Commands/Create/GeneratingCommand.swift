import CommandLineKit
import JSONModel
import KubeClient
import Renderers
import StdlibExtensions

/// A `create SUBCOMMAND`, which makes one object of its arguments.
protocol GeneratingCommand: Command {
    /// What failures of the server are told with before them, as "failed to create secret "; empty for nothing.
    static var failurePrefix: String { get }
    var generation: Generation { get }

    /// Makes the object; its namespace is filled in afterwards.
    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject
}

extension GeneratingCommand {
    func run(in context: CommandContext) async throws {
        let creation = generation.creation
        var printer = try creation.printer("created", in: context)
        let cluster = try await context.cluster()
        var object = try await object(in: context, cluster)
        if object.kind.isNamespaced, cluster.namespaceIsExplicit { object.namespace = cluster.namespace }
        var value = creation.annotated(object.value)
        if creation.dryRun != .client {
            let collection = object.kind.location(namespace: cluster.namespace)
            do throws(ClientError) {
                value = try await creation.send(value, to: collection, in: cluster)
            } catch {
                guard !Self.failurePrefix.isEmpty else { throw error }
                throw CommandError.refusedObject(prefix: Self.failurePrefix, error)
            }
        }
        var stream = ConsoleStream(console: context.console)
        try printer.print(value, into: &stream)
    }
}

/// The arguments that all of `create`'s subcommands have: the name of the object and what becomes of it.
struct Generation: Sendable {
    static let fieldManagerFlag = FieldManager.flag("kubectl-create")
    static let flags = ObjectCreation.flags(fieldManagerFlag) + [CreateCommand.validateFlag]

    let name: String
    /// What stands behind the name; a command for a container where a subcommand takes one.
    let command: [String]
    private(set) var creation: ObjectCreation

    /// - Parameter mayBeUnnamed: whether an empty name is left to others to refuse.
    init(_ arguments: ParsedArguments, mayBeUnnamed: Bool = false) throws(UsageError) {
        name = try Self.name(arguments)
        command = Array(arguments.positionals.dropFirst())
        creation = try ObjectCreation(arguments, Self.fieldManagerFlag, validates: true)
        if name.isEmpty, !mayBeUnnamed { throw .invalid("name must be specified", hint: .none) }
    }

    /// The same where `--save-config` has no effect, as it has none for services.
    func withoutSavedConfiguration() -> Generation {
        var copy = self
        copy.creation.savesConfiguration = false
        return copy
    }

    /// The only argument before `--` (kubectl's `NameFromCommandArgs`).
    static func name(_ arguments: ParsedArguments) throws(UsageError) -> String {
        let count = arguments.positionalsBeforeDash ?? arguments.positionals.count
        guard count == 1 else { throw .invalid("exactly one NAME is required, got \(count)", hint: .helpAndExamples) }
        return arguments.positionals[0]
    }
}
