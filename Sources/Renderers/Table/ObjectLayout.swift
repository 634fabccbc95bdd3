import JSONModel
import KubeModel

/// The columns for objects of which the server has no table: name and age, with those around them that the options
/// ask for.
struct ObjectLayout {
    let options: TableOptions
    let showsEvents: Bool

    var headers: [String] {
        var headers: [String] = []
        if showsEvents { headers.append("EVENT") }
        if options.showsNamespace { headers.append("NAMESPACE") }
        return headers + ["NAME", "AGE"] + options.labelHeaders
    }

    func cells(of object: JSONValue, event: String?, now: Timestamp) -> [String] {
        let metadata = object["metadata"]
        var cells: [String] = []
        if let event { cells.append(WatchEventText.padded(event)) }
        if options.showsNamespace { cells.append(metadata?["namespace"]?.string ?? "") }
        let name = metadata?["name"]?.string ?? ""
        cells.append(options.kindPrefix.map { "\($0)/\(name)" } ?? name)
        let created = metadata?["creationTimestamp"]?.string.flatMap(Timestamp.init(rfc3339:)) ?? .zero
        cells.append(HumanDuration.age(of: created, now: now))
        if options.needsLabels { cells += options.labelValues(metadata) }
        return cells.map(TerminalText.escaped)
    }
}
