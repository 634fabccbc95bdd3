import JSONModel
import KubeModel
import Testing

@testable import Renderers

struct ResourceExplanationTests {
    private static let books = GroupVersionResource(group: "library.test", version: "v1", resource: "books")
    private static let kind: JSONValue = ["group": "library.test", "kind": "Book", "version": "v1"]
    private static let paths: JSONValue = [
        "/apis/library.test/v1/books": ["get": ["x-kubernetes-group-version-kind": kind]]
    ]

    private func text(
        _ book: JSONValue, others: JSONValue = [:], paths: JSONValue = paths, path: [String] = [],
        isRecursive: Bool = false
    ) throws -> String {
        var schemas = others.object ?? [:]
        var book = book
        // The members of the kind may stand in any order.
        book["x-kubernetes-group-version-kind"] = [["kind": "Book", "version": "v1", "group": "library.test"]]
        schemas["Book"] = book
        let document = OpenAPIVersionDocument(["paths": paths, "components": ["schemas": .object(schemas)]])
        var text = ""
        try ResourceExplanation(of: Self.books, in: document)
            .write(path: path, isRecursive: isRecursive, into: &text)
        return text
    }

    private static let header = "GROUP:      library.test\nKIND:       Book\nVERSION:    v1\n\n"

    @Test func fieldsWithTypesAndValues() throws {
        let book: JSONValue = [
            "description": "What is lent.", "required": ["size"],
            "properties": [
                "size": ["type": "string", "enum": ["", "b", "c", "d", "e"]],
                "parts": ["type": "array", "items": ["allOf": [["$ref": "#/components/schemas/a.b.Part"]]]],
                "time": ["$ref": "#/components/schemas/Time", "description": "When."],
            ],
        ]
        let others: JSONValue = ["a.b.Part": ["type": "object"], "Time": ["type": "string"]]
        #expect(
            try text(book, others: others) == Self.header + """
                DESCRIPTION:
                    What is lent.
                \("    ")
                FIELDS:
                  parts\t<[]Part>
                    <no description>

                  size\t<string> -required-
                  enum: "", b, c, d, ....
                    <no description>

                  time\t<string>
                    When.



                """)
    }

    @Test func aFieldWithItsValues() throws {
        let book: JSONValue = ["properties": ["size": ["type": "number", "enum": [1, 2000000, .null, true]]]]
        #expect(
            try text(book, path: ["size"]) == Self.header + """
                FIELD: size <number>
                ENUM:
                    1
                    2e+06
                    <no value>
                    true

                DESCRIPTION:
                    <empty>


                """)
    }

    @Test func theTreeStopsAtCircles() throws {
        let book: JSONValue = ["properties": ["next": ["$ref": "#/components/schemas/Book"]]]
        #expect(
            try text(book, isRecursive: true).hasSuffix("FIELDS:\n  next\t<Book>\n    next\t<Book>\n\n"))
    }

    @Test func aFieldBehindListsMapsAndAlternatives() throws {
        let book: JSONValue = [
            "properties": [
                "a": [
                    "items": [
                        "additionalProperties": [
                            "allOf": [
                                ["properties": ["x": ["type": "string"]]], ["properties": ["b": ["type": "integer"]]],
                            ]
                        ]
                    ]
                ]
            ]
        ]
        #expect(try text(book, path: ["a", "b"]).contains("FIELD: b <integer>"))
        #expect(throws: ExplainError.noField("c")) { try text(book, path: ["a", "c"]) }
        // The last one is named, whichever is missing.
        #expect(throws: ExplainError.noField("z")) { try text(book, path: ["y", "z"]) }
    }

    @Test func aResourceWithoutPathOrSchema() {
        #expect(throws: ExplainError.noPath(Self.books)) { try text([:], paths: [:]) }
        let other: JSONValue = ["group": "library.test", "kind": "Shelf", "version": "v1"]
        let paths: JSONValue = [
            "/apis/library.test/v1/namespaces/{namespace}/books/{name}": [
                "delete": ["x-kubernetes-group-version-kind": other]
            ]
        ]
        #expect(throws: ExplainError.noSchema(other)) { try text([:], paths: paths) }
    }

    /// An operation without a kind takes back what a former one said, as in kubectl's template.
    @Test func theLastOperationCounts() {
        let paths: JSONValue = [
            "/apis/library.test/v1/books": ["get": ["x-kubernetes-group-version-kind": Self.kind]],
            "/apis/library.test/v1/books/{name}": ["get": ["operationId": "x"]],
        ]
        #expect(throws: ExplainError.noPath(Self.books)) { try text([:], paths: paths) }
    }

    @Test func whereMoreIsWritten() throws {
        let documentation: JSONValue = ["description": "More.", "url": "https://books.test"]
        let book: JSONValue = [
            "externalDocs": documentation, "properties": ["a": ["type": "string", "externalDocs": documentation]],
        ]
        let text = try text(book)
        #expect(text.contains("    <empty>\n\nEXTERNAL DOCS:\n    More.\n    URL: https://books.test\nFIELDS:\n"))
        #expect(text.contains("<no description>\n\n    EXTERNAL DOCS:\n      More.\n      URL: https://books.test\n\n"))
    }

    @Test func documentsOfEndlessDepthEnd() throws {
        let others: JSONValue = ["A": ["items": ["$ref": "#/components/schemas/A"], "description": "x"]]
        let book: JSONValue = ["properties": ["a": ["$ref": "#/components/schemas/A"]]]
        #expect(try text(book, others: others, path: ["a"]).contains("FIELD: a <A>"))
        #expect(throws: ExplainError.noField("b")) { try text(book, others: others, path: ["a", "b"]) }
        #expect(try !text(book, others: others, isRecursive: true).isEmpty)
    }
}
