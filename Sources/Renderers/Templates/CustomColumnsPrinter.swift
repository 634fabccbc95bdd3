import JSONModel
import StdlibExtensions
import Templates

/// Prints a line of columns for each object, as `-o custom-columns` does; the headers come once.
struct CustomColumnsPrinter: Sendable {
    private let columns: CustomColumns
    private var printedHeaders = false
    /// What the columns may look at in an object.
    let itemParts: JSONProjection
    /// The columns' paths for the objects of one list; set when the first is printed.
    private var paths: [JSONPath] = []
    private var writer = TabWriter(style: .table)
    /// Whether the stream aligns the columns itself, as that of a watch does.
    private let isStreamAligned: Bool

    init(_ columns: CustomColumns, isStreamAligned: Bool) {
        self.columns = columns
        itemParts = columns.paths.reduce(.nothing) { parts, path in
            // A path that cannot be read is told when the list begins.
            parts.merged(with: (try? JSONPath(path.expression))?.projection ?? .whole)
        }
        self.isStreamAligned = isStreamAligned
    }

    /// Prints an object, or what a watch brought: an object with the members `type` and `object`.
    mutating func print(
        _ object: JSONValue, into stream: inout some TextOutputStream
    ) throws(PrinterError) {
        try begin(into: &stream)
        try add(object, into: &stream)
        end(into: &stream)
    }

    /// Begins a list, whose rows share their columns' widths.
    mutating func begin(into stream: inout some TextOutputStream) throws(PrinterError) {
        if columns.showsHeaders, !printedHeaders { put(columns.headers, into: &stream) }
        printedHeaders = true
        paths = []
        for path in columns.paths {
            do throws(TemplateError) {
                paths.append(try JSONPath(path.expression))
            } catch {
                end(into: &stream)
                throw .column(error)
            }
        }
    }

    /// Adds an object to the list; where it does not fit a path, the lines before it are shown.
    mutating func add(_ object: JSONValue, into stream: inout some TextOutputStream) throws(PrinterError) {
        var cells: [String] = []
        for index in paths.indices {
            do throws(TemplateError) {
                cells.append(Self.cell(try paths[index].results(in: object)))
            } catch {
                end(into: &stream)
                throw .column(error)
            }
        }
        put(cells, into: &stream)
    }

    /// Ends the list: the lines are shown.
    mutating func end(into stream: inout some TextOutputStream) {
        writer.flush(into: &stream)
        writer.forgetWidths()
    }

    private mutating func put(_ cells: [String], into stream: inout some TextOutputStream) {
        let line = cells.joined(separator: "\t") + "\n"
        if isStreamAligned { stream.write(line) } else { writer.write(line) }
    }

    private static func cell(_ results: [[JSONValue?]]) -> String {
        var texts: [String] = []
        if results.first?.isEmpty ?? true { texts.append("<none>") }
        for value in results.joined() { texts.append(TerminalText.escaped(GoValueText.text(value ?? .null))) }
        return texts.joined(separator: ",")
    }
}
