import JSONModel
import Renderers
import StdlibExtensions

/// How objects are deleted, and how that is told.
struct DeletionOptions: Sendable {
    /// In seconds; nil leaves it to the resource.
    let gracePeriod: Int?
    let cascade: Cascade
    var dryRun = DryRun.none
    var printsNamesOnly = false
    /// Whether the user is told once of objects that have no namespace.
    var warnsOfScope = false

    /// The `DeleteOptions` of every request, as kubectl sends them.
    var document: JSONValue {
        var options: JSONValue = ["propagationPolicy": .string(cascade.propagationPolicy)]
        if let gracePeriod { options["gracePeriodSeconds"] = .number(JSONNumber(gracePeriod)) }
        if dryRun == .server { options["dryRun"] = ["All"] }
        return options
    }

    /// The line that tells of a deletion.
    func line(_ object: SelectedObject) -> String {
        let name = TerminalText.escaped(object.name)
        if printsNamesOnly { return "\(object.mapping.kindPrefix)/\(name)\n" }
        var operation = gracePeriod == 0 ? "force deleted" : "deleted"
        if let namespace = object.namespace { operation += " from \(namespace) namespace" }
        return "\(object.mapping.kindPrefix) \"\(name)\" \(operation)\(dryRun.suffix)\n"
    }
}
