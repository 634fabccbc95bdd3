import JSONModel
import Renderers
import StdlibExtensions
import Templates
import YAMLCodec

extension PrinterError {
    /// The words of cli-runtime's printers and of kubectl's sorter.
    var message: String {
        switch self {
        case .yaml(let error): error.message
        case .kyaml(let error): "error decoding: \(error.message)"
        case .jsonPath(let expression, let error, let object):
            "error executing jsonpath \(expression.goQuoted): Error executing template: \(error.message). "
                + "Printing more information for debugging the template:\n\ttemplate was:\n\t\t\(expression)\n"
                + "\tobject given to jsonpath engine was:\n\t\t\(GoValueText.syntax(object))\n\n\n"
        case .goTemplate(let source, let error): "error executing template \(source.goQuoted): \(error.message)"
        case .column(let error): error.message
        case .sorting(let error): error.message
        case .fieldNotFound(let path): "couldn't find any field with path \(path.goQuoted) in the list of objects"
        case .unsortable: ""
        }
    }

    /// What kubectl writes to its log before it ends at once, and where in its source; nil for other errors.
    var fatalLogLine: (source: String, text: String)? {
        guard case .unsortable(let path, let holder, let value) = self else { return nil }
        let (source, type) =
            switch holder {
            case .objects: ("sorter.go:329", "*unstructured.Unstructured")
            case .tableRows: ("sorter.go:375", "[][][]reflect.Value")
            }
        return (source, "Field \(path) in \(type) is an unsortable type: interface, err: \(value.message)")
    }
}

extension FieldPathError {
    /// The words of kubectl's `RelaxedJSONPathExpression`.
    var message: String {
        switch self {
        case .unexpected:
            "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or "
                + "'{.name1.name2}'"
        case .template(let error): error.message
        }
    }
}

extension UnsortableValue {
    fileprivate var message: String {
        switch self {
        case .type(let type): "unsortable type: \(type)"
        case .mixture: "unsortable interface: interface"
        }
    }
}
