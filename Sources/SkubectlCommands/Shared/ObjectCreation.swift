import CommandLineKit
import JSONModel
import KubeClient
import Renderers

/// What is done with an object that a command has made by itself: it is annotated, sent or only shown, and printed.
///
/// `create SUBCOMMAND`, `run`, `expose` and `autoscale` share it.
struct ObjectCreation: Sendable {
    /// The flags of commands that do not ask for the checks of fields.
    static func flags(_ fieldManager: Flag<String>) -> [any AnyFlag] {
        [fieldManager, CreateCommand.saveConfigFlag, DryRun.flag] + ResultPrinter.flags
    }

    let dryRun: DryRun
    /// Nil where the command does not ask for the checks of fields.
    let validation: FieldValidation?
    let fieldManager: FieldManager
    var savesConfiguration: Bool
    /// Only of commands that have the flag for it.
    let cause: ChangeCause
    let result: ResultPrinter

    init(_ arguments: ParsedArguments, _ fieldManagerFlag: Flag<String>, validates: Bool) throws(UsageError) {
        dryRun = try DryRun(arguments)
        validation = validates ? try FieldValidation(arguments[CreateCommand.validateFlag]) : nil
        fieldManager = FieldManager(arguments, fieldManagerFlag)
        cause = ChangeCause(arguments)
        savesConfiguration = arguments[CreateCommand.saveConfigFlag]
        result = ResultPrinter(arguments)
    }

    /// The printer of what was made.
    ///
    /// - Parameter operation: what was done to the objects, such as "created".
    func printer(_ operation: String, in context: CommandContext) throws(OutputError) -> ObjectPrinter {
        try result.printer(
            ResultPrinter.Options(operation: operation + dryRun.suffix, sortsKeys: false), in: context)
    }

    /// The object as it is sent: with itself in an annotation where that is asked for, or where it has one already.
    func annotated(_ object: JSONValue) -> JSONValue {
        let isAnnotated = object["metadata"]?["annotations"]?[LastApplied.annotation] != nil
        return savesConfiguration || isAnnotated ? LastApplied.annotated(typed: object) : object
    }

    /// Sends an object to a collection and returns it as the server has it.
    func send(
        _ object: JSONValue, to collection: ResourceLocation, in cluster: Cluster
    ) async throws(ClientError) -> JSONValue {
        var request = APIRequest.create(object, in: collection)
        request.parameters = dryRun.parameters + fieldManager.parameters
        if let validation { request.parameters.append(validation.parameter) }
        return Self.typed(try await cluster.client.json(request, numbers: .normalizedAsGo))
    }

    /// An answer as kubectl's Go types write it: older servers put a null in the place of times that are not set.
    static func typed(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(typed))
        case .object(let object):
            var object = object
            if object["creationTimestamp"]?.isNull ?? false { object["creationTimestamp"] = nil }
            return .object(object.mapValues(typed))
        default: return value
        }
    }
}
