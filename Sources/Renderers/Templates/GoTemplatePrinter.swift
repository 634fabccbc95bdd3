package import JSONModel
package import Templates

/// Prints what a Go template makes of objects, as `-o go-template` does.
package struct GoTemplatePrinter: Sendable {
    private let template: GoTemplate
    private let source: String
    private let sortsKeys: Bool

    /// - Parameter sortsKeys: whether the object is shown with its members in order where the template fails; false for
    ///   objects whose members stand as Go's types have them.
    package init(
        _ source: String, allowsMissingKeys: Bool = true, sortsKeys: Bool = true
    ) throws(TemplateError) {
        self.source = source
        self.sortsKeys = sortsKeys
        template = try GoTemplate(name: "output", source: source, allowsMissingKeys: allowsMissingKeys)
    }

    /// Prints an object; where the template fails, what is known of the failure is printed behind what it printed so far.
    package func print(_ object: JSONValue, into stream: inout some TextOutputStream) throws(PrinterError) {
        do throws(TemplateError) {
            try template.execute(on: object, into: &stream)
        } catch {
            stream.write(
                "Error executing template: \(error.message). Printing more information for debugging the template:\n")
            stream.write("\ttemplate was:\n\t\t\(source)\n\traw data was:\n\t\t")
            JSONWriter.write(object, style: JSONStyle(sortsKeys: sortsKeys), into: &stream)
            stream.write("\n\tobject given to template engine was:\n\t\t\(GoValueText.text(object))\n\n")
            throw .goTemplate(source: source, error)
        }
    }
}
