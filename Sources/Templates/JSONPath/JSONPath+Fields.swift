extension JSONPath {
    /// The fields that an expression in one pair of braces names one after the other, nil for a step that names none.
    ///
    /// kubectl's `explain` reads names of fields so; throws `TemplateError.jsonPathSyntax`.
    package static func fields(of text: String) throws(TemplateError) -> [String?] {
        let nodes = try JSONPathParser.parse(text)
        guard nodes.count == 1, case .list(let steps)? = nodes.first else {
            throw .jsonPathSyntax("must pass in 1 jsonpath string")
        }
        return steps.map { if case .field(let name) = $0 { name } else { nil } }
    }
}
