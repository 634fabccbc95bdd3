package import JSONModel
package import Templates

/// Prints what a JSONPath expression finds in objects, as `-o jsonpath` and `-o jsonpath-as-json` do.
package struct JSONPathPrinter: Sendable {
    private let expression: String
    private var path: JSONPath
    private let showsJSON: Bool
    /// What the expression may look at in the items of a list.
    let itemParts: JSONProjection

    /// - Parameters:
    ///   - showsJSON: whether each part of the expression is shown as a JSON array.
    ///   - numbersAreDoubles: see `JSONPath`.
    package init(
        _ expression: String, showsJSON: Bool = false, allowsMissingKeys: Bool = true, numbersAreDoubles: Bool = false
    ) throws(TemplateError) {
        self.expression = expression
        path = try JSONPath(
            expression, allowsMissingKeys: allowsMissingKeys, numbersAreDoubles: numbersAreDoubles)
        self.showsJSON = showsJSON
        itemParts = path.projection.elements(of: "items")
    }

    /// Prints what is found in an object, or nothing where the expression does not fit it.
    package mutating func print(
        _ object: JSONValue, into stream: inout some TextOutputStream
    ) throws(PrinterError) {
        do throws(TemplateError) {
            if showsJSON {
                try path.printJSON(object, into: &stream)
            } else {
                try path.print(object, into: &stream)
            }
        } catch {
            throw .jsonPath(expression: expression, error, object: object)
        }
    }
}
