package import JSONModel
package import Templates
package import YAMLCodec

/// Why objects could not be shown in the form asked for.
package enum PrinterError: Error {
    /// A text that YAML does not carry; kubectl: `yaml: control characters are not allowed`.
    case yaml(YAMLError)
    /// The same with `-o kyaml`; kubectl: `error decoding: yaml: control characters are not allowed`.
    case kyaml(YAMLError)
    /// A JSONPath expression that does not fit the object; kubectl shows all three.
    case jsonPath(expression: String, TemplateError, object: JSONValue)
    /// A Go template that failed; what there is to see of the object was printed.
    case goTemplate(source: String, TemplateError)
    /// A column whose expression cannot be read, or does not fit an object; kubectl shows the bare message.
    case column(TemplateError)
    /// The field to sort by is no path, cannot be read, or does not fit an object.
    case sorting(FieldPathError)
    /// No object has the field to sort by. kubectl: `couldn't find any field with path "{.x}" in the list of objects`.
    case fieldNotFound(path: String)
    /// Values that have no order. kubectl ends at once, with a line in its log.
    case unsortable(path: String, holder: SortedHolder, UnsortableValue)
}

/// What kubectl sorts where it finds values without an order: its log names the Go type.
package enum SortedHolder: Sendable, Hashable {
    case objects
    case tableRows
}

/// A pair of values without an order.
package enum UnsortableValue: Error, Hashable {
    /// A boolean, a list or an object, whose Go type this is.
    case type(String)
    /// Values of different types.
    case mixture
}
