package import KubeModel

/// Prints events as the `events` command does: when they were last seen, their type, reason, object and message.
package struct EventsPrinter: Sendable {
    private let showsHeaders: Bool
    private let showsNamespace: Bool
    private var printedHeaders = false
    private var writer = TabWriter(style: .table)

    package init(showsHeaders: Bool = true, showsNamespace: Bool = false) {
        self.showsHeaders = showsHeaders
        self.showsNamespace = showsNamespace
    }

    /// Prints events in the order given; `EventText.sortedForEvents` has that of the command.
    ///
    /// Columns stay at least as wide as they were, for watches that print event by event.
    package mutating func print(_ events: [Event], now: Timestamp, into stream: inout some TextOutputStream) {
        if showsHeaders, !printedHeaders {
            writer.write("\(showsNamespace ? "NAMESPACE\t" : "")LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE\n")
            printedHeaders = true
        }
        for event in events {
            let object = "\(event.involvedObject.kind)/\(event.involvedObject.name)"
            let namespace = showsNamespace ? ["\(event.metadata.namespace)"] : []
            let cells =
                namespace + [
                    EventText.age(of: event, now: now), event.type, event.reason, object,
                    EventText.message(of: event),
                ]
            writer.write(TerminalText.escaped(cells.joined(separator: "\t")) + "\n")
        }
        writer.flush(into: &stream)
    }
}
