package import JSONModel
package import KubeModel

/// The human-readable output of `get`: the tables of one or several kinds, with an empty line between them.
///
/// Pages are added as they arrive; of each row only the text of its cells is kept, until the widths of all columns of
/// the kind are known. After a `flush(into:)` columns stay at least as wide as they were, for watches.
package struct TableReport: Sendable {
    private var printer: TablePrinter?
    private var writer = TabWriter(style: .table)
    /// Whether an empty line goes before the next output.
    private var needsSeparator = false

    /// Whether anything was written to a stream yet: `get` says "No resources found" where nothing was.
    package private(set) var hasOutput = false

    package init() {}

    /// Ends the table before, and begins one for another kind.
    package mutating func begin(_ options: TableOptions, into stream: inout some TextOutputStream) {
        flush(into: &stream)
        writer.forgetWidths()
        if printer != nil, options.showsHeaders, hasOutput { needsSeparator = true }
        printer = TablePrinter(options: options)
    }

    /// Adds a response of the server: a table, a list, or a single object.
    ///
    /// - Parameters:
    ///   - event: the kind of watch event it came with, for the column EVENT; nil for no such column.
    ///   - showsRows: false only learns a table's columns and shows nothing.
    package mutating func add(
        _ response: JSONValue, now: Timestamp, event: String? = nil, showsRows: Bool = true
    ) {
        printer?.print(response, now: now, event: event, showsRows: showsRows, into: &writer)
    }

    /// Aligns and writes everything added so far.
    package mutating func flush(into stream: inout some TextOutputStream) {
        var text = ""
        writer.flush(into: &text)
        guard !text.isEmpty else { return }
        if needsSeparator { stream.write("\n") }
        needsSeparator = false
        hasOutput = true
        stream.write(text)
    }
}
