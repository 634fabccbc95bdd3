import StdlibExtensions

/// A field selector as it is written on command lines: `status.phase=Running,metadata.name!=web`.
///
/// The grammar is that of apimachinery's `fields.ParseSelector`; which fields there are is the server's to say.
package struct FieldQuery: Sendable, Hashable {
    /// The text that is sent to the server.
    package let text: String

    /// Reads a selector; an empty text matches everything.
    package init(_ text: String) throws(FieldQueryError) {
        self.text = text
        for term in Self.terms(text).sorted(by: { $0.precedesByBytes($1) }) where !term.isEmpty {
            guard let value = Self.value(of: term) else { throw .noComparison(term, selector: text) }
            try Self.check(value)
        }
    }

    /// The parts between commas that no backslash stands before.
    private static func terms(_ text: String) -> [String] {
        var terms = [String.UnicodeScalarView()]
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == ",", !isEscaped {
                terms.append(String.UnicodeScalarView())
            } else {
                terms[terms.count - 1].append(scalar)
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return terms.map { String($0) }
    }

    /// What stands behind the first `!=`, `==` or `=`; nil where there is none.
    private static func value(of term: String) -> Substring? {
        var rest = term[...]
        while !rest.isEmpty {
            for comparison in ["!=", "==", "="] where rest.hasPrefix(comparison) {
                return rest.dropFirst(comparison.count)
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    private static func check(_ value: Substring) throws(FieldQueryError) {
        var isEscaped = false
        for scalar in value.unicodeScalars {
            let isSpecial = ["\\", ",", "="].contains(scalar)
            if isEscaped, !isSpecial { throw .badEscape("\\\(scalar)") }
            if !isEscaped, isSpecial, scalar != "\\" { throw .unescaped(scalar) }
            isEscaped = !isEscaped && scalar == "\\"
        }
        if isEscaped { throw .badEscape("\\") }
    }
}

/// Why a text is no field selector.
package enum FieldQueryError: Error, Hashable {
    /// kubectl: `invalid selector: 'a,b=c'; can't understand 'a'`.
    case noComparison(String, selector: String)
    /// kubectl: `invalid field selector: invalid escape sequence: \x`.
    case badEscape(String)
    /// A character that needs a backslash, which kubectl tells by its number.
    ///
    /// kubectl: `invalid field selector: unescaped character in value: 61`.
    case unescaped(Unicode.Scalar)
}
