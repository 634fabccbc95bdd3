import JSONModel
import KubeModel
import Testing

@testable import Renderers

struct DefinitionExplanationTests {
    private static let kind = GroupVersionKind(group: "library.test", version: "v1", kind: "Book")

    private func schema(_ definitions: JSONValue) -> OpenAPISchema {
        var definitions = definitions.object ?? [:]
        definitions["Book"]?["x-kubernetes-group-version-kind"] = [
            ["group": "library.test", "version": "v1", "kind": "Book"]
        ]
        return OpenAPISchema(definitions: definitions, checkedByServer: [])
    }

    private func text(_ definitions: JSONValue, _ path: [String] = [], isRecursive: Bool = false) throws -> String {
        var text = ""
        let explanation = try #require(DefinitionExplanation(of: Self.kind, in: schema(definitions)))
        try explanation.write(path: path, isRecursive: isRecursive, into: &text)
        return text
    }

    private static let library: JSONValue = [
        "Book": [
            "type": "object", "description": "What is lent.", "required": ["title"],
            "properties": [
                "title": ["type": "string", "description": "Its name."],
                "parts": ["type": "array", "items": ["$ref": "#/definitions/Part"]],
                "shelf": ["description": "Where it stands.", "$ref": "#/definitions/Part"],
                "words": ["type": "object", "additionalProperties": ["type": "integer"]],
                "extra": ["type": "object", "description": "The rest."],
                "any": [:],
            ],
        ],
        "Part": [
            "type": "object", "description": "A part.",
            "properties": ["inner": ["$ref": "#/definitions/Part"], "page": ["type": "integer"]],
        ],
    ]

    private static let header = "KIND:     Book\nVERSION:  library.test/v1\n\n"

    @Test func fieldsStandInTheOrderOfTheirNames() throws {
        #expect(
            try text(Self.library) == Self.header + """
                DESCRIPTION:
                     What is lent.

                FIELDS:
                   any\t<>

                   extra\t<map[string]>
                     The rest.

                   parts\t<[]Object>

                   shelf\t<Object>
                     Where it stands.

                   title\t<string> -required-
                     Its name.

                   words\t<map[string]integer>


                """)
    }

    @Test func descriptionsOnTheWayAreAllShown() throws {
        #expect(
            try text(Self.library, ["shelf"]).hasPrefix(
                Self.header
                    + "RESOURCE: shelf <Object>\n\nDESCRIPTION:\n     Where it stands.\n\n     A part.\n\nFIELDS:"))
        // An empty one before leaves its empty line, as in kubectl.
        let parts = try text(Self.library, ["parts"])
        #expect(parts.hasPrefix(Self.header + "RESOURCE: parts <[]Object>\n\nDESCRIPTION:\n\n     A part.\n\nFIELDS:"))
    }

    @Test func fieldsOfBasicTypes() throws {
        #expect(
            try text(Self.library, ["title"]) == Self.header
                + "FIELD:    title <string>\n\nDESCRIPTION:\n     Its name.\n")
        #expect(
            try text(Self.library, ["words"])
                == Self.header + "FIELD:    words <map[string]integer>\n\nDESCRIPTION:\n     <empty>\n")
        // What is below a basic type is that type itself.
        #expect(try text(Self.library, ["title", "x"]).contains("FIELD:    x <string>"))
    }

    @Test func valuesOfAnyTypeHaveTheirDescriptionTwice() throws {
        #expect(
            try text(Self.library, ["extra"]) == Self.header + "DESCRIPTION:\n     The rest.\n\n     The rest.\n")
    }

    @Test func aTreeDoesNotEnterADefinitionInsideOfItself() throws {
        #expect(
            try text(Self.library, isRecursive: true).hasSuffix(
                """
                FIELDS:
                   any\t<>
                   extra\t<map[string]>
                   parts\t<[]Object>
                      inner\t<Object>
                      page\t<integer>
                   shelf\t<Object>
                      inner\t<Object>
                      page\t<integer>
                   title\t<string>
                   words\t<map[string]integer>

                """))
    }

    @Test func aFieldThatDoesNotExist() {
        #expect(throws: ExplainError.noField("pages")) { try text(Self.library, ["parts", "pages", "x"]) }
    }

    @Test func aKindWithoutDefinition() {
        let kind = GroupVersionKind(group: "", version: "v1", kind: "Book")
        #expect(DefinitionExplanation(of: kind, in: schema(Self.library)) == nil)
    }

    /// A server could say so; nobody may wait for ever for it.
    @Test func referencesThatLeadInCirclesEnd() throws {
        let circle: JSONValue = [
            "Book": ["$ref": "#/definitions/Other"], "Other": ["$ref": "#/definitions/Book"],
        ]
        #expect(try text(circle) == "")
        #expect(try text(circle, ["x"], isRecursive: true) == "")
        let fields: JSONValue = [
            "Book": ["type": "object", "properties": ["a": ["$ref": "#/definitions/Other"]]],
            "Other": ["$ref": "#/definitions/Other"],
        ]
        #expect(try text(fields, isRecursive: true).hasSuffix("FIELDS:\n   a\t<>\n"))
    }

    @Test func controlSequencesDoNotReachTheTerminal() throws {
        let evil: JSONValue = ["Book": ["type": "object", "properties": [:], "description": "a\u{1b}[31mb"]]
        #expect(try text(evil).contains("a^[[31mb"))
    }
}
