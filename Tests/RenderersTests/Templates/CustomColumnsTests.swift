import JSONModel
import Templates
import Testing

@testable import Renderers

struct CustomColumnsTests {
    private static let pods: [JSONValue] = [
        [
            "metadata": ["name": "web-1", "labels": ["a": "b"]],
            "spec": ["containers": [["name": "x"], ["name": "y"]]],
        ],
        ["metadata": ["name": "db"], "spec": ["containers": [], "n": .null, "flag": true, "text": "\u{1b}[2J"]],
    ]

    private func list(_ specification: String, showsHeaders: Bool = true) throws -> String {
        var printer = ObjectPrinter(try CustomColumns(specification, showsHeaders: showsHeaders))
        var text = ""
        try printer.beginList(into: &text)
        for pod in Self.pods { try printer.addToList(pod, into: &text) }
        try printer.endList(into: &text)
        return text
    }

    @Test func showsTheFirstFieldsAndNone() throws {
        #expect(
            try list("NAME:.metadata.name,C:.spec.containers[*].name,L:{.metadata.labels},N:spec.n,F:.spec.flag") == """
                NAME    C        L          N        F
                web-1   x,y      map[a:b]   <none>   <none>
                db      <none>   <none>     <nil>    true

                """)
    }

    @Test func escapesWhatMovesTheCursor() throws {
        #expect(try list("T:.spec.text").hasSuffix("^[[2J\n"))
    }

    @Test func canLeaveTheHeadersOut() throws {
        #expect(try list("NAME:.metadata.name", showsHeaders: false) == "web-1\ndb\n")
    }

    @Test func showsWhatCameBeforeAFailure() throws {
        var printer = ObjectPrinter(
            try CustomColumns("N:.metadata.name,X:.spec.containers[1].name", showsHeaders: true))
        var text = ""
        try printer.beginList(into: &text)
        try printer.addToList(Self.pods[0], into: &text)
        #expect(throws: PrinterError.self) {
            try printer.addToList(["spec": ["containers": [1]], "metadata": ["name": "z"]], into: &text)
        }
        #expect(text == "N       X\nweb-1   y\n")
    }

    @Test(arguments: [
        ("N", CustomColumnsError.columnWithoutPath("N")), ("A:.a,", .columnWithoutPath("")),
        ("N:{.a}{.b}", .path(.unexpected)), ("N:{", .path(.unexpected)),
    ])
    func refusesBadSpecifications(text: String, error: CustomColumnsError) {
        #expect(throws: error) { try CustomColumns(text, showsHeaders: true) }
    }

    @Test(arguments: [
        ("", CustomColumnsError.missingHeaders), ("A B", .missingPaths), ("A B\n", .missingPaths),
        ("A B\n\n", .differentCounts(headers: 2, paths: 0)), ("A B\n.a", .differentCounts(headers: 2, paths: 1)),
        ("A\n{.a}{.b}", .path(.unexpected)),
    ])
    func refusesBadFiles(text: String, error: CustomColumnsError) {
        #expect(throws: error) { try CustomColumns(file: text) }
    }

    @Test func readsFiles() throws {
        let columns = try CustomColumns(file: "NAME \t RSRC\r\nmetadata.name  {.kind}\r\nmore")
        #expect(columns.headers == ["NAME", "RSRC"])
        #expect(columns.paths.map(\.expression) == ["{.metadata.name}", "{.kind}"])
    }
}
