import JSONModel
import TestSupport
import Testing
import YAMLCodec

@testable import Renderers

struct StructuredPrinterTests {
    private let fixture = Fixture()

    private func render(
        _ format: StructuredFormat, managed: Bool = false,
        _ body: (inout StructuredPrinter, [JSONValue], inout String) throws -> Void
    ) throws -> String {
        var printer = StructuredPrinter(format: format, showsManagedFields: managed)
        var output = ""
        let objects = [try fixture.json("structured/a.json"), try fixture.json("structured/b.json")]
        try body(&printer, objects, &output)
        return output
    }

    @Test(arguments: [(StructuredFormat.json, "json"), (.yaml, "yaml")])
    func printsAsKubectlDoes(format: StructuredFormat, name: String) throws {
        func golden(_ file: String) throws -> String { try fixture.text("structured/\(file).\(name).txt") }

        #expect(try golden("one") == render(format) { try $0.print($1[0], into: &$2) })
        #expect(try golden("managed") == render(format, managed: true) { try $0.print($1[0], into: &$2) })
        #expect(
            try golden("watch")
                == render(format) {
                    try $0.print($1[0], into: &$2)
                    try $0.print($1[0], into: &$2)
                })
        #expect(
            try golden("events")
                == render(format) {
                    try $0.print(event: "MODIFIED", of: $1[0], into: &$2)
                    try $0.print(event: "DELETED", of: $1[0], into: &$2)
                })
    }

    @Test(arguments: [(StructuredFormat.json, "json"), (.yaml, "yaml")])
    func printsListsItemByItem(format: StructuredFormat, name: String) throws {
        let two = try render(format) { printer, objects, output in
            printer.beginList()
            for object in objects { try printer.print(item: object, into: &output) }
            try printer.endList(into: &output)
        }
        #expect(try two == fixture.text("structured/two.\(name).txt"))

        let none = try render(format) { printer, _, output in
            printer.beginList()
            try printer.endList(into: &output)
        }
        #expect(try none == fixture.text("structured/none.\(name).txt"))
    }

    @Test func printsAListInOneGoAsItemByItem() throws {
        let list = try render(.json) { printer, objects, output in
            let list: JSONValue = [
                "kind": "List", "apiVersion": "v1", "metadata": ["resourceVersion": ""], "items": .array(objects),
            ]
            try printer.print(list, into: &output)
        }
        #expect(try list == fixture.text("structured/two.json.txt"))
    }
}
