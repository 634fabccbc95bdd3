import KubeModel

extension FieldQueryError {
    /// apimachinery's sentence.
    var message: String {
        switch self {
        case .noComparison(let term, let selector): "invalid selector: '\(selector)'; can't understand '\(term)'"
        case .badEscape(let text): "invalid field selector: invalid escape sequence: \(text)"
        case .unescaped(let scalar): "invalid field selector: unescaped character in value: \(scalar.value)"
        }
    }
}
