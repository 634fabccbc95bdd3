import Renderers
import StdlibExtensions
import SystemIO
import Templates

extension OutputError {
    /// The words of cli-runtime.
    var message: String {
        switch self {
        case .unknownFormat(let word, let allowed):
            "unable to match a printer suitable for the output format \(word.goQuoted), allowed formats are: "
                + allowed.words.sorted { $0.precedesByBytes($1) }.joined(separator: ",")
        case .missingTemplate: "template format specified but no template given"
        case .missingColumns: "custom-columns format specified but no custom columns given"
        case .unreadableTemplate(let path, let error): "error reading --template \(path), \(error.goText)"
        case .unreadableColumns(let path, let error): "error reading template \(path), \(error.goText)\n"
        case .badJSONPath(let text, let error): "error parsing jsonpath \(text), \(error.message)"
        case .badGoTemplate(let text, let error): "error parsing template \(text), \(error.message)"
        case .badColumns(let error): error.message
        case .initialObject(let error): "unable to output the provided object: \(error.message)"
        }
    }
}

extension CustomColumnsError {
    fileprivate var message: String {
        let form = "Expected format is one line of space separated headers, one line of space separated column specs."
        return switch self {
        case .columnWithoutPath(let column):
            "unexpected custom-columns spec: \(column), expected <header>:<json-path-expr>"
        case .path(let error): error.message
        case .missingHeaders: "invalid template, missing header line. \(form)"
        case .missingPaths: "invalid template, missing spec line. \(form)"
        case .differentCounts(let headers, let paths):
            "number of headers (\(headers)) and field specifications (\(paths)) don't match"
        }
    }
}
