import CommandLineKit
import JSONModel

/// The command line in an annotation of the objects it changes, where `--record` asks for it.
struct ChangeCause: Sendable {
    static let flag = Flag(
        "record", default: false, help: "Keep the command line in an annotation of what it changes."
    ).deprecated("--record will be removed in the future")
    static let annotation = "kubernetes.io/change-cause"

    private let isKept: Bool

    init(_ arguments: ParsedArguments) {
        isKept = arguments[Self.flag]
    }

    /// The object with the annotation, where that is asked for.
    func recorded(in object: JSONValue, as commandLine: String) -> JSONValue {
        guard isKept else { return object }
        var object = object
        object[path: "metadata", "annotations", Self.annotation] = .string(commandLine)
        return object
    }

    /// The same for an object of one of kubectl's Go types, whose members keep their order.
    func recorded(inTyped object: JSONValue, as commandLine: String) -> JSONValue {
        guard isKept else { return object }
        return object.settingAnnotation(Self.annotation, to: .string(commandLine))
    }

    /// The merge patch that sets the annotation; nil where it is not asked for.
    func patch(as commandLine: String) -> JSONValue? {
        guard isKept else { return nil }
        return ["metadata": ["annotations": .object([Self.annotation: .string(commandLine)])]]
    }
}
