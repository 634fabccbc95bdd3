import Renderers
import SystemIO
import Templates

/// Why a command cannot show objects in the form that `-o` asks for.
enum OutputError: Error {
    /// kubectl: `unable to match a printer suitable for the output format "x", allowed formats are: json,name,…`.
    case unknownFormat(String, allowed: [OutputFormat])
    /// kubectl: `template format specified but no template given`.
    case missingTemplate
    /// kubectl: `custom-columns format specified but no custom columns given`.
    case missingColumns
    /// kubectl: `error reading --template FILE, open FILE: no such file or directory`.
    case unreadableTemplate(path: String, SystemError)
    /// kubectl: `error reading template FILE, open FILE: no such file or directory`.
    case unreadableColumns(path: String, SystemError)
    /// kubectl: `error parsing jsonpath TEXT, …`.
    case badJSONPath(String, TemplateError)
    /// kubectl: `error parsing template TEXT, …`.
    case badGoTemplate(String, TemplateError)
    case badColumns(CustomColumnsError)
    /// What went wrong while the objects were shown that a watch begins with.
    case initialObject(PrinterError)
}
