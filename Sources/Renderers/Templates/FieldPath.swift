import StdlibExtensions
package import Templates

/// Why a text is no path to a field.
package enum FieldPathError: Error, Hashable {
    /// kubectl: `unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or …`.
    case unexpected
    case template(TemplateError)
}

/// A path to a field as columns and `--sort-by` take it: JSONPath that may leave out the braces and the first dot.
package struct FieldPath: Sendable {
    /// The path in braces; empty for an empty text.
    package let expression: String

    /// kubectl's `RelaxedJSONPathExpression`: one pair of braces around all, or none.
    package init(_ text: String) throws(FieldPathError) {
        guard !text.isEmpty else {
            expression = ""
            return
        }
        var field = text[...]
        if text.hasPrefix("{"), text.hasSuffix("}"), text.utf8.count >= 2 { field = field.dropFirst().dropLast() }
        if field.hasPrefix("."), field.utf8.count > 1 { field = field.dropFirst() }
        guard !field.isEmpty, !field.contains("{"), !field.contains("}") else { throw .unexpected }
        expression = "{.\(field)}"
    }

    /// Whether the path leads to an object's name.
    package var isName: Bool { expression == "{.metadata.name}" }

    /// Whether the path leads to a field of an object's metadata by names alone.
    package var isInMetadata: Bool {
        expression.hasPrefix("{.metadata.")
            && expression.utf8.dropFirst().dropLast().allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
                    UInt8(ascii: "/"), UInt8(ascii: "\\"):
                    true
                default: false
                }
            }
    }
}

extension FieldPath {
    /// A path, or where the text is none, the text as an expression of its own.
    init(orWhole text: String) {
        do {
            self = try FieldPath(text)
        } catch {
            self.init(verbatim: text)
        }
    }

    private init(verbatim expression: String) {
        self.expression = expression
    }
}
