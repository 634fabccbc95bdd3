import JSONModel
import Testing

@testable import Renderers

struct ObjectPrinterTests {
    private static let items: [JSONValue] = [
        ["kind": "Pod", "metadata": ["name": "b"], "n": .number(JSONNumber(verbatim: "1.5"))],
        ["kind": "Pod", "metadata": ["name": "a"], "n": .number(JSONNumber(verbatim: "2.5"))],
    ]

    private func list(_ printer: ObjectPrinter) throws(PrinterError) -> String {
        var printer = printer
        var text = ""
        try printer.beginList(into: &text)
        for item in Self.items { try printer.addToList(item, into: &text) }
        try printer.endList(into: &text)
        return text
    }

    @Test func `parts of items are enough for an expression that looks at them`() throws {
        let expression = "{range .items[*]}{.metadata.name}{.n} {end}{.kind}"
        var printer = ObjectPrinter(try JSONPathPrinter(expression))
        printer.mayKeepParts = true
        #expect(try list(printer) == "b1.5 a2.5 List")
        printer.sortField = ".metadata.name"
        #expect(try list(printer) == "a2.5 b1.5 List")
    }

    @Test(arguments: [true, false])
    func `a message that shows the list needs all of it`(mayKeepParts: Bool) throws {
        var printer = ObjectPrinter(try JSONPathPrinter("{.items[7].metadata}"))
        printer.mayKeepParts = mayKeepParts
        var text = ""
        try printer.beginList(into: &text)
        for item in Self.items { try printer.addToList(item, into: &text) }
        #expect(throws: PrinterError.self) { try printer.endList(into: &text) }
        #expect(printer.lacksParts == mayKeepParts)
        #expect(text.isEmpty)
    }

    @Test func `whole objects are sorted as they are`() throws {
        var sorted = ObjectPrinter(StructuredPrinter(format: .json))
        sorted.sortField = ".n"
        let plain = ObjectPrinter(StructuredPrinter(format: .json))
        #expect(try list(sorted) == list(plain))
        sorted.sortField = ".metadata.name"
        let text = try list(sorted)
        let places = ["\"a\"", "\"b\""].map { name in text.firstRange(of: name)?.lowerBound ?? text.endIndex }
        #expect(places == places.sorted())
        #expect(text.contains("\"n\": 1.5"))
    }
}
