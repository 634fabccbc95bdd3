import JSONModel
import KubeModel

/// The columns of a table as they are shown: the server's with those around them that the options ask for.
///
/// As in kubectl, cells find their columns by their place alone: in a row with a cell too few or too many, what follows
/// is shifted, and cells without a column are dropped.
struct TableLayout {
    private let options: TableOptions
    private let serverColumns: [Table.Column]
    /// The server's columns and those added to them; all of an added column's cells are strings or null.
    private let columns: [Table.Column]
    /// Where in a row the server's cell is that the kind goes before.
    private let nameColumn: Int?

    init(options: TableOptions, columns: [Table.Column], showsEvents: Bool) {
        self.options = options
        serverColumns = columns
        nameColumn =
            options.kindPrefix == nil ? nil : columns.firstIndex { $0.format == "name" && $0.type == "string" }
        var names: [String] = []
        if showsEvents { names.append("EVENT") }
        if options.showsNamespace { names.append("NAMESPACE") }
        self.columns =
            names.map { Table.Column(name: $0, type: "string") } + columns
            + options.labelHeaders.map { Table.Column(name: $0, type: "string") }
    }

    /// The shown columns' names.
    var headers: [String] {
        columns.filter(isShown).map { TerminalText.escaped($0.name.uppercased()) }
    }

    /// The texts of a row's cells in the shown columns.
    func cells(of row: Table.Row, event: String?) -> [String] {
        var cells: [JSONValue] = []
        if let event { cells.append(.string(WatchEventText.padded(event))) }
        let metadata = row.object?["metadata"]
        if options.showsNamespace { cells.append(metadata?["namespace"] ?? .null) }
        let first = cells.count
        cells += row.cells
        if let nameColumn, let kind = options.kindPrefix, row.cells.indices.contains(nameColumn) {
            cells[first + nameColumn] = .string("\(kind)/\(GoValueText.text(row.cells[nameColumn]))")
        }
        cells += labelCells(of: row, metadata: metadata)
        return zip(columns, cells).filter { isShown($0.0) }.map { Self.text($0.1) }
    }

    private func labelCells(of row: Table.Row, metadata: JSONValue?) -> [JSONValue] {
        guard options.needsMetadata || nameColumn != nil else { return [] }
        guard row.object != nil else {
            // For rows without an object kubectl fills half of the missing places only.
            let missing = max(0, serverColumns.count - row.cells.count + options.labelHeaders.count)
            return Array(repeating: .null, count: (missing + 1) / 2)
        }
        guard options.needsLabels else { return [] }
        return options.labelValues(metadata).map(JSONValue.string)
    }

    private func isShown(_ column: Table.Column) -> Bool {
        options.isWide || column.priority == 0
    }

    private static func text(_ cell: JSONValue) -> String {
        switch cell {
        case .null: ""
        case .string(let text): TerminalText.singleLine(text)
        default: TerminalText.escaped(GoValueText.text(cell))
        }
    }
}
