import JSONModel
import KubeClient
import Renderers
import StdlibExtensions
import SystemIO

/// Changes objects side by side and tells of them in their order.
///
/// An object that cannot be changed does not keep the others from it, as in kubectl; what went wrong is told at the end.
struct ObjectChanges {
    let context: CommandContext
    let result: ResultPrinter
    let dryRun: DryRun
    /// Whether members are ordered by their keys, as those of objects that kubectl has no Go types for.
    var sortsKeys = true
    /// Whether each object is shown by a printer of its own, so that no `---` stands between YAML documents.
    var printsApart = false

    /// What became of one object.
    struct Outcome: Sendable {
        /// Lines for standard output before the object.
        var notes = ""
        /// The object as it is shown; nil where there is nothing to show.
        var object: JSONValue?
        /// What was done, for the form of one line: "labeled".
        var operation = ""
        /// What went wrong; the object is shown all the same.
        var errors: [any Error] = []
    }

    /// Objects whose outcomes may wait to be told, so that memory stays bounded.
    private static let batch = 64

    /// Changes each target that could be read; throws what went wrong with any.
    ///
    /// Of objects that are named twice the second change is made to what the first one left.
    func run(
        _ targets: ChangeTargets,
        _ change: @escaping @Sendable (ChangeTargets.Target) async throws -> Outcome
    ) async throws {
        let repeated = targets.repeated
        let results = targets.results
        try await run(count: results.count, isOrdered: !repeated.isEmpty) { index in
            var target = try results[index].get()
            if let selected = target.selected, repeated.contains(selected), let cluster = targets.cluster {
                target.value = try await cluster.object(selected.location, numbers: .normalizedAsGo)
            }
            guard let selected = target.selected else { return try await change(target) }
            let current = target
            return try await InterruptedWork.naming(selected, "changed") { try await change(current) }
        }
    }

    /// Makes as many changes; throws what went wrong with any.
    ///
    /// - Parameters:
    ///   - isOrdered: Whether one must not overtake another.
    ///   - earlier: What went wrong before, told first.
    func run(
        count: Int, isOrdered: Bool, earlier: [any Error] = [],
        _ change: @escaping @Sendable (Int) async throws -> Outcome
    ) async throws {
        // Refuses a format that the command does not have before anything is changed.
        var printers = ["": try printer(for: "")]
        var stream = ConsoleStream(console: context.console)
        var errors = earlier
        for start in stride(from: 0, to: count, by: Self.batch) {
            let indices = Array(start..<min(start + Self.batch, count))
            let outcomes = await SideBySide.map(indices, width: isOrdered ? 1 : SideBySide.usualWidth) { index in
                do {
                    return Result<Outcome, any Error>.success(try await change(index))
                } catch {
                    return .failure(error)
                }
            }
            for outcome in outcomes {
                do {
                    let outcome = try outcome.get()
                    try show(outcome, &printers, into: &stream)
                    errors += outcome.errors
                } catch {
                    errors.append(error)
                }
            }
            context.console.flush()
        }
        try CommandError.throwAll(errors)
    }

    private func show(
        _ outcome: Outcome, _ printers: inout [String: ObjectPrinter], into stream: inout ConsoleStream
    ) throws {
        if !outcome.notes.isEmpty { context.console.write(outcome.notes) }
        guard let object = outcome.object else { return }
        // Only the form of one line tells the operation; the others count what they have printed.
        let key = result.isDefault ? outcome.operation : ""
        var printer = try printsApart ? printer(for: outcome.operation) : printers[key] ?? printer(for: key)
        defer { printers[key] = printer }
        try printer.print(object, into: &stream)
    }

    private func printer(for operation: String) throws -> ObjectPrinter {
        try result.printer(
            ResultPrinter.Options(operation: operation + dryRun.suffix, sortsKeys: sortsKeys), in: context)
    }
}
