/// What goes wrong with a template or a JSONPath expression that a user gave.
package enum TemplateError: Error, Hashable {
    /// The text is no JSONPath expression. The message is that of client-go's `util/jsonpath`.
    case jsonPathSyntax(String)
    /// A JSONPath expression does not fit the object. The message is that of client-go's `util/jsonpath`.
    case jsonPathEvaluation(String)
    /// The text is no Go template. The message is that of Go's `text/template/parse`, with name and line.
    case goTemplateSyntax(String)
    /// A Go template failed on an object. The message is that of Go's `text/template`, with name, line and column.
    case goTemplateExecution(String)

    /// The message of whichever case it is.
    package var message: String {
        switch self {
        case .jsonPathSyntax(let message), .jsonPathEvaluation(let message), .goTemplateSyntax(let message),
            .goTemplateExecution(let message):
            message
        }
    }
}
