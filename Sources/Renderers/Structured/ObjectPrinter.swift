package import JSONModel
package import YAMLCodec

/// Prints objects in the form that `-o` asks for: whole, as JSON or YAML, or by their names.
///
/// A list is printed while its items arrive; the printer keeps none of them.
package struct ObjectPrinter: Sendable {
    private enum Form {
        case whole(StructuredPrinter)
        case names(NamePrinter)
    }

    private var form: Form

    /// Prints whole objects.
    package init(_ format: StructuredFormat, showsManagedFields: Bool = false) {
        form = .whole(StructuredPrinter(format: format, showsManagedFields: showsManagedFields))
    }

    /// Prints a line for each object, with what was done to it where there is an operation, such as "created".
    package init(namesWith operation: String?) {
        form = .names(NamePrinter(operation: operation))
    }

    /// Prints one object.
    ///
    /// - Parameter event: The type of the watch event that brought it, which is then printed around it; nil for the
    ///   object alone.
    package mutating func print(
        _ object: JSONValue, event: String? = nil, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        switch form {
        case .whole(var printer):
            if let event {
                try printer.print(event: event, of: object, into: &stream)
            } else {
                try printer.print(object, into: &stream)
            }
            form = .whole(printer)
        case .names(let printer): printer.print(object, into: &stream)
        }
    }

    /// Begins the `List` that kubectl puts around several objects.
    package mutating func beginList() {
        guard case .whole(var printer) = form else { return }
        printer.beginList()
        form = .whole(printer)
    }

    /// Prints the next item of the list.
    package mutating func addToList(
        _ object: JSONValue, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        switch form {
        case .whole(var printer):
            try printer.print(item: object, into: &stream)
            form = .whole(printer)
        case .names(let printer): printer.print(object, into: &stream)
        }
    }

    /// Ends the list.
    package mutating func endList(into stream: inout some TextOutputStream) throws(YAMLError) {
        guard case .whole(var printer) = form else { return }
        try printer.endList(into: &stream)
        form = .whole(printer)
    }
}
