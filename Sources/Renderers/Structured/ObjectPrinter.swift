package import JSONModel
import StdlibExtensions
import Templates

/// Prints objects in the form that `-o` asks for: whole, by their names, or what a template makes of them.
///
/// A list is printed while its items arrive, where its form and its order allow it; the printer keeps none of them then.
package struct ObjectPrinter: Sendable {
    private enum Form {
        case whole(StructuredPrinter)
        case names(NamePrinter)
        case jsonPath(JSONPathPrinter)
        case goTemplate(GoTemplatePrinter)
        case columns(CustomColumnsPrinter)

        /// Stands in for a printer while that one changes, so that nobody else holds what it has gathered.
        static let vacant = Form.names(NamePrinter(operation: nil))
    }

    private var form: Form
    /// The field that lists are sorted by, as the user wrote it; empty for none.
    package var sortField = ""
    /// Whether it is enough to keep of a list's items the parts that the form looks at.
    ///
    /// A message that shows the list then shows them alone; see `lacksParts`.
    package var mayKeepParts = false
    /// Whether the last failure shows a list of which only parts were kept; nothing of the list was printed.
    package private(set) var lacksParts = false
    /// The items of the open list that could not be printed yet.
    private var items: [KeptItem] = []
    private var order = ObjectOrder(by: "")

    /// Prints whole objects.
    package init(_ printer: StructuredPrinter) {
        form = .whole(printer)
    }

    /// Prints a line for each object, with what was done to it where there is an operation, such as "created".
    package init(namesWith operation: String?) {
        form = .names(NamePrinter(operation: operation))
    }

    /// Prints what a JSONPath expression finds.
    package init(_ printer: JSONPathPrinter) {
        form = .jsonPath(printer)
    }

    /// Prints what a Go template makes of objects.
    package init(_ printer: GoTemplatePrinter) {
        form = .goTemplate(printer)
    }

    /// Prints columns.
    ///
    /// - Parameter isStreamAligned: whether the stream aligns the columns itself, as that of a watch does.
    package init(_ columns: CustomColumns, isStreamAligned: Bool = false) {
        form = .columns(CustomColumnsPrinter(columns, isStreamAligned: isStreamAligned))
    }

    /// Prints one object.
    ///
    /// - Parameter event: The type of the watch event that brought it, which is then printed around it; nil for the
    ///   object alone.
    package mutating func print(
        _ object: JSONValue, event: String? = nil, into stream: inout some TextOutputStream
    ) throws(PrinterError) {
        // As Go has a watch event; members are sorted where that matters.
        let shown = event.map { ["type": .string($0), "object": object] } ?? object
        switch form {
        case .whole(var printer):
            if let event {
                try printer.print(event: event, of: object, into: &stream)
            } else {
                try printer.print(object, into: &stream)
            }
            form = .whole(printer)
        case .names(let printer): printer.print(object, into: &stream)
        case .jsonPath(var printer):
            defer { form = .jsonPath(printer) }
            try printer.print(shown, into: &stream)
        case .goTemplate(let printer): try printer.print(shown, into: &stream)
        case .columns(var printer):
            form = .vacant
            defer { form = .columns(printer) }
            try printer.print(shown, into: &stream)
        }
    }

    // MARK: - Lists

    /// Begins the `List` that kubectl puts around several objects.
    package mutating func beginList(into stream: inout some TextOutputStream) throws(PrinterError) {
        items = []
        order = ObjectOrder(by: sortField)
        if sortField.isEmpty { try begin(into: &stream) }
    }

    /// Prints the next item of the list, or keeps it until the list is whole.
    package mutating func addToList(
        _ object: JSONValue, into stream: inout some TextOutputStream
    ) throws(PrinterError) {
        if sortField.isEmpty {
            try add(object, into: &stream)
        } else {
            order.add(object)
            items.append(kept(object))
        }
    }

    /// Ends the list.
    package mutating func endList(into stream: inout some TextOutputStream) throws(PrinterError) {
        if !sortField.isEmpty {
            let sorted = try order.places().map { items[$0] }
            items = []
            try begin(into: &stream)
            for item in sorted { try add(item.value, into: &stream) }
        }
        try end(into: &stream)
    }

    /// As much of an item as is needed to print it later.
    private func kept(_ item: JSONValue) -> KeptItem {
        switch form {
        case .whole: .text(item)
        case .jsonPath(let printer) where mayKeepParts: .value(printer.itemParts.applied(to: item))
        case .columns(let printer): .value(printer.itemParts.applied(to: item))
        case .jsonPath, .goTemplate, .names: .value(item)
        }
    }

    private mutating func begin(into stream: inout some TextOutputStream) throws(PrinterError) {
        switch form {
        case .whole(var printer):
            printer.beginList()
            form = .whole(printer)
        case .columns(var printer):
            form = .vacant
            defer { form = .columns(printer) }
            try printer.begin(into: &stream)
        case .names, .jsonPath, .goTemplate: break
        }
    }

    private mutating func add(_ object: JSONValue, into stream: inout some TextOutputStream) throws(PrinterError) {
        switch form {
        case .whole(var printer):
            try printer.print(item: object, into: &stream)
            form = .whole(printer)
        case .names(let printer): printer.print(object, into: &stream)
        case .jsonPath, .goTemplate: items.append(kept(object))
        case .columns(var printer):
            form = .vacant
            defer { form = .columns(printer) }
            try printer.add(object, into: &stream)
        }
    }

    private mutating func end(into stream: inout some TextOutputStream) throws(PrinterError) {
        switch form {
        case .whole(var printer):
            try printer.endList(into: &stream)
            form = .whole(printer)
        case .names: break
        case .jsonPath, .goTemplate:
            let list: JSONValue = [
                "apiVersion": "v1", "items": .array(items.map(\.value)), "kind": "List",
                "metadata": ["resourceVersion": ""],
            ]
            items = []
            do throws(PrinterError) {
                try print(list, into: &stream)
            } catch {
                if case .jsonPath = error, mayKeepParts { lacksParts = true }
                throw error
            }
        case .columns(var printer):
            form = .vacant
            printer.end(into: &stream)
            form = .columns(printer)
        }
    }
}
