import JSONModel
import Renderers
import SystemIO

/// Shows what patches made of objects, one after the other, and collects what went wrong.
final class PatchResults {
    /// An object after its patch.
    struct Patched: Sendable {
        let object: JSONValue
        let isChanged: Bool

        /// The word for what was done.
        var operation: String { isChanged ? "patched" : "patched (no change)" }
    }

    typealias Outcome = Result<Patched, any Error>

    private let result: ResultPrinter
    private let context: CommandContext
    /// How many objects there were, whatever became of them.
    private(set) var count = 0
    private(set) var errors: [any Error] = []

    /// Refuses a format that the command does not have, before anything is changed.
    init(_ result: ResultPrinter, context: CommandContext) throws {
        self.result = result
        self.context = context
        _ = try result.printer(in: context)
    }

    /// Shows an object, or keeps what went wrong with it.
    func note(_ outcome: Outcome) {
        count += 1
        do {
            let patched = try outcome.get()
            // Each object has a printer of its own, so that nothing stands between them.
            var printer = try result.printer(ResultPrinter.Options(operation: patched.operation), in: context)
            var stream = ConsoleStream(console: context.console)
            try printer.print(patched.object, into: &stream)
            context.console.flush()
        } catch {
            errors.append(error)
        }
    }

    /// Keeps what went wrong before there were objects.
    func add(_ faults: [any Error]) {
        errors += faults
    }
}
