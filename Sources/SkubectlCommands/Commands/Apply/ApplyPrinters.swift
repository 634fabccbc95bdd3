import JSONModel
import Renderers
import SystemIO

/// Shows what became of objects: a line for each, or whole objects at the end, as `-o` asks for.
struct ApplyPrinters {
    private let result: ResultPrinter
    private let dryRun: DryRun
    private let context: CommandContext

    /// Throws where the form is none of the command's.
    init(_ result: ResultPrinter, dryRun: DryRun, context: CommandContext) throws(OutputError) {
        self.result = result
        self.dryRun = dryRun
        self.context = context
        _ = try printer("")
    }

    /// Whether whole objects are shown, once all have been applied.
    var showsObjects: Bool { !result.word.isEmpty && result.word != OutputFormat.name.rawValue }

    /// A printer of a form's own, for objects that are told of as one output.
    func printer(_ operation: String) throws(OutputError) -> ObjectPrinter {
        try result.printer(ResultPrinter.Options(operation: "\(operation)\(dryRun.suffix)"), in: context)
    }

    /// Tells of one object, in the form asked for.
    func show(_ object: JSONValue, operation: String) throws {
        var printer = try printer(operation)
        var stream = ConsoleStream(console: context.console)
        try printer.print(object, into: &stream)
    }

    /// Shows objects at the end: one as it is, several as a list.
    func show(_ objects: [JSONValue]) throws {
        guard let first = objects.first else { return }
        if objects.count == 1 { return try show(first, operation: "") }
        // Go has a type for the list, so its members stand in their own order; those of its items are sorted.
        let form = result.structuredFormat(in: context)
        let keepsOrder = form == .json || form == .kyaml
        let items = keepsOrder ? objects.map(\.withSortedKeys) : objects
        let list: JSONValue = ["kind": "List", "apiVersion": "v1", "metadata": [:], "items": .array(items)]
        var printer = try result.printer(ResultPrinter.Options(sortsKeys: !keepsOrder), in: context)
        var stream = ConsoleStream(console: context.console)
        try printer.print(list, into: &stream)
    }
}

extension JSONValue {
    /// The value with the members of all objects in it ordered by their keys.
    fileprivate var withSortedKeys: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withSortedKeys))
        case .object(let object): .object(object.sortedByKey().mapValues { $0.withSortedKeys })
        case .null, .bool, .number, .string: self
        }
    }
}
