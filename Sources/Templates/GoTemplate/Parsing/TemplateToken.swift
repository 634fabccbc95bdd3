import StdlibExtensions

/// A piece of a template, as Go's `text/template/parse` cuts it.
struct TemplateToken {
    enum Kind {
        case text
        case leftDelimiter
        case rightDelimiter
        case leftParenthesis
        case rightParenthesis
        case space
        case pipe
        /// `:=`
        case declare
        /// `=`
        case assign
        /// Any other printable ASCII character.
        case character
        case bool
        case number
        case complex
        case characterConstant
        case string
        case rawString
        /// `.name`
        case field
        /// `$`, `$name`
        case variable
        case identifier
        case keyword(Keyword)
        case end
        /// What is no token; the text says why.
        case error
    }

    enum Keyword: String {
        case block, `break`, `continue`, define, `else`, end, `if`, range, `nil`, template, with
        case dot = "."
    }

    let kind: Kind
    /// Where it begins, in bytes.
    let position: Int
    /// The number of the line it begins on.
    let line: Int
    let text: String

    /// As error messages name it.
    var description: String {
        switch kind {
        case .end: "EOF"
        case .error: text
        case .keyword: "<\(text)>"
        default:
            text.utf8.count > 10 ? GoString(text).prefix(runes: 10).quoted() + "..." : GoString(text).quoted()
        }
    }

    func isKeyword(_ keyword: Keyword) -> Bool {
        if case .keyword(keyword) = kind { true } else { false }
    }
}
