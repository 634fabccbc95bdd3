package import JSONModel
package import KubeModel

/// Prints the server's tables, and objects for which there is none, in kubectl's columns.
///
/// Headers are printed once, and again when the columns change. A table without columns has those of the one before.
package struct TablePrinter: Sendable {
    private let options: TableOptions
    /// The columns of the last table that had some.
    private var lastColumns: [Table.Column]?
    private var printedHeaders = false
    private var printedObject = false

    package init(options: TableOptions) {
        self.options = options
    }

    /// Prints a response of the server: a table, a list or a single object.
    ///
    /// - Parameters:
    ///   - event: the kind of watch event it came with, for the column EVENT; nil for no such column.
    ///   - showsRows: false only learns a table's columns and prints nothing.
    package mutating func print(
        _ response: JSONValue, now: Timestamp, event: String? = nil, showsRows: Bool = true,
        into writer: inout TabWriter
    ) {
        if var table = Table(response) {
            if !showsRows { table.rows = [] }
            print(table, event: event, into: &writer)
        } else if showsRows {
            print(object: response, now: now, event: event, into: &writer)
        }
    }

    /// Prints the rows of a table, with a line of headers where it is due.
    package mutating func print(_ table: Table, event: String? = nil, into writer: inout TabWriter) {
        let columns = table.columns.isEmpty ? lastColumns ?? [] : table.columns
        let sameColumns = table.columns.isEmpty || table.columns == lastColumns
        let showsHeaders = options.showsHeaders && !(printedHeaders && sameColumns)
        if !sameColumns {
            lastColumns = table.columns
            printedHeaders = false
        }
        guard !table.rows.isEmpty else { return }
        printedHeaders = true

        let layout = TableLayout(options: options, columns: columns, showsEvents: event != nil)
        if showsHeaders {
            Self.write(line: layout.headers, into: &writer)
        }
        for row in table.rows {
            Self.write(line: layout.cells(of: row, event: event), into: &writer)
        }
    }

    /// Prints the name and the age of an object, or of each item of a list.
    package mutating func print(
        object: JSONValue, now: Timestamp, event: String? = nil, into writer: inout TabWriter
    ) {
        let layout = ObjectLayout(options: options, showsEvents: event != nil)
        if !printedObject, options.showsHeaders {
            Self.write(line: layout.headers, into: &writer)
        }
        printedObject = true
        for item in object["items"]?.array ?? [object] {
            Self.write(line: layout.cells(of: item, event: event, now: now), into: &writer)
        }
    }

    private static func write(line cells: [String], into writer: inout TabWriter) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { writer.write("\t") }
            writer.write(cell)
        }
        writer.write("\n")
    }
}
