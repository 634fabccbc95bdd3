import JSONModel
import Testing

@testable import KubeClient

/// The findings of every case were compared with those of kubectl 1.36 for built-in kinds of the same shape.
@Suite struct ObjectValidatorTests {
    private static let spec = "library.v1.BookSpec"
    private static let chapter = "library.v1.Chapter"

    private func faults(_ text: String) throws -> [ValidationFault] {
        ObjectValidator(try LibraryDocument.schema()).faults(in: try JSONParser.parse(text))
    }

    private func faults(spec: String) throws -> [ValidationFault] {
        try faults(#"{"apiVersion": "library.test/v1", "kind": "Book", "title": "t", "spec": \#(spec)}"#)
    }

    @Test(arguments: [
        "{}", #"{"pages": 3, "price": 1.5, "isLent": true, "keywords": ["a"], "shelf": 5, "extra": {"a": {"b": [1]}}}"#,
        #"{"price": 3, "pages": 2.5, "shelf": "3", "notes": [1, null, {"a": null}]}"#,
        #"{"keywords": [1, true, 2.5], "pages": null, "ratings": {"a": []}, "parts": {}}"#,
        #"{"chapters": [{"number": 1, "name": "n", "sections": [{"number": 1, "name": "n"}]}]}"#,
    ])
    func correctObjects(_ spec: String) throws {
        #expect(try faults(spec: spec) == [])
    }

    @Test func unknownFieldsComeInTheOrderOfTheirBytes() throws {
        #expect(
            try faults(spec: #"{"z": 1, "é": 1, "B": {}, "a": [1], "none": null, "": 2}"#)
                == ["", "B", "a", "z", "é"].map { .unknownField($0, at: "Book.spec", schema: Self.spec) })
    }

    @Test func missingFieldsComeLastAndInTheSchemasOrder() throws {
        #expect(
            try faults(#"{"apiVersion": "library.test/v1", "kind": "Volume", "zoo": 1, "title": null}"#) == [
                .unknownField("zoo", at: "Volume", schema: "library.v1.Book"),
                .missingField("title", at: "Volume", schema: "library.v1.Book"),
                .missingField("spec", at: "Volume", schema: "library.v1.Book"),
            ])
    }

    @Test func findingsGoDownBeforeTheyGoOn() throws {
        #expect(
            try faults(spec: #"{"chapters": [{"sections": [{"number": "1"}], "x": 1}], "aisle": 1, "pages": "2"}"#) == [
                .unknownField("aisle", at: "Book.spec", schema: Self.spec),
                .wrongType(
                    .string, expected: .integer, at: "Book.spec.chapters[0].sections[0].number",
                    schema: "library.v1.Chapter.number"),
                .missingField("name", at: "Book.spec.chapters[0].sections[0]", schema: Self.chapter),
                .unknownField("x", at: "Book.spec.chapters[0]", schema: Self.chapter),
                .missingField("number", at: "Book.spec.chapters[0]", schema: Self.chapter),
                .missingField("name", at: "Book.spec.chapters[0]", schema: Self.chapter),
                .wrongType(.string, expected: .integer, at: "Book.spec.pages", schema: "library.v1.BookSpec.pages"),
            ])
    }

    @Test(arguments: [
        (#"{"pages": true}"#, ".pages", ValidationFault.FieldType.boolean, ValidationFault.FieldType.integer),
        (#"{"pages": {}}"#, ".pages", .map, .integer),
        (#"{"price": "1"}"#, ".price", .string, .number),
        (#"{"isLent": "true"}"#, ".isLent", .string, .boolean),
        (#"{"isLent": 1}"#, ".isLent", .integer, .boolean),
        (#"{"isLent": -0}"#, ".isLent", .integer, .boolean),
        (#"{"isLent": 9223372036854775808}"#, ".isLent", .number, .boolean),
        (#"{"isLent": 1.0}"#, ".isLent", .number, .boolean),
        (#"{"isLent": 1e2}"#, ".isLent", .number, .boolean),
        (#"{"shelf": [1]}"#, ".shelf", .array, .string),
        (#"{"keywords": "a"}"#, ".keywords", .string, .array),
        (#"{"keywords": {"a": 1}}"#, ".keywords", .map, .array),
        (#"{"extra": [1]}"#, ".extra", .array, .map),
        (#"{"ratings": 5}"#, ".ratings", .integer, .map),
    ])
    func wrongTypes(
        _ spec: String, field: String, found: ValidationFault.FieldType, expected: ValidationFault.FieldType
    ) throws {
        #expect(
            try faults(spec: spec) == [
                .wrongType(found, expected: expected, at: "Book.spec\(field)", schema: "\(Self.spec)\(field)")
            ])
    }

    @Test func theSchemaOfAReferenceIsNamedByItsDefinition() throws {
        #expect(
            try faults(spec: "5") == [.wrongType(.integer, expected: .map, at: "Book.spec", schema: Self.spec)])
        #expect(
            try faults(spec: #"{"chapters": ["a"], "parts": {"b": []}}"#) == [
                .wrongType(.string, expected: .map, at: "Book.spec.chapters[0]", schema: Self.chapter),
                .wrongType(.array, expected: .map, at: "Book.spec.parts.b", schema: Self.chapter),
            ])
    }

    @Test func elementsAndEntriesCountAsTheirFieldInTheSchema() throws {
        #expect(
            try faults(spec: #"{"rows": [[1, "2"]], "ratings": {"b": ["x"], "a.b": "y"}, "place": {"room": []}}"#) == [
                .wrongType(
                    .array, expected: .string, at: "Book.spec.place.room", schema: "library.v1.BookSpec.place.room"),
                .missingField("floor", at: "Book.spec.place", schema: "library.v1.BookSpec.place"),
                .wrongType(
                    .string, expected: .array, at: "Book.spec.ratings.a.b", schema: "library.v1.BookSpec.ratings"),
                .wrongType(
                    .string, expected: .integer, at: "Book.spec.ratings.b[0]", schema: "library.v1.BookSpec.ratings"),
                .wrongType(
                    .string, expected: .integer, at: "Book.spec.rows[0][1]", schema: "library.v1.BookSpec.rows"),
            ])
    }

    @Test func nullsInArraysAndUnderFreeKeys() throws {
        #expect(
            try faults(spec: #"{"keywords": ["a", null], "extra": {"b": null, "a": 1}, "ratings": {"x": null}}"#) == [
                .nullValue(at: "Book.spec.extra.b"),
                .nullElement(index: 1, at: "Book.spec.keywords"),
                .nullValue(at: "Book.spec.ratings.x"),
            ])
    }

    @Test(arguments: [
        ("5", [ValidationFault.notAnObject]), ("[]", [.notAnObject]), ("null", [.notAnObject]),
        ("{}", [.missingAPIVersion, .missingKind]),
        (#"{"apiVersion": null, "kind": null}"#, [.missingAPIVersion, .missingKind]),
        (#"{"apiVersion": 1, "kind": false}"#, [.apiVersionNotString, .kindNotString]),
        (#"{"apiVersion": "a/b/c", "kind": "Book"}"#, [.malformedAPIVersion("a/b/c")]),
        (#"{"apiVersion": "v1"}"#, [.missingKind]), (#"{"kind": "Book"}"#, [.missingAPIVersion]),
        (#"{"apiVersion": "", "kind": ""}"#, []), (#"{"apiVersion": "/", "kind": "Book"}"#, []),
    ])
    func kindsThatCannotBeRead(_ text: String, expected: [ValidationFault]) throws {
        #expect(try faults(text) == expected)
    }

    @Test(arguments: [
        #"{"apiVersion": "library.test/v2", "kind": "Book", "x": 1}"#,
        #"{"apiVersion": "library.test/v1", "kind": "book", "x": 1}"#,
        #"{"apiVersion": "apps/v1", "kind": "List", "items": 5}"#,
    ])
    func kindsWithoutASchemaAreNotLookedAt(_ text: String) throws {
        #expect(try faults(text) == [])
    }

    @Test func anEmptyGroupIsTheCoreGroup() throws {
        #expect(
            try faults(#"{"apiVersion": "/v1", "kind": "Reader", "x": 1}"#)
                == [.unknownField("x", at: "Reader", schema: "library.v1.Reader")])
    }

    @Test func theItemsOfAListAreCheckedByTheirOwnKinds() throws {
        let list = """
            {"apiVersion": "v1", "kind": "List", "unknown": 1, "items": [
              {"apiVersion": "v1", "kind": "Reader", "x": 1}, 5, {"apiVersion": "v1"},
              {"apiVersion": "v1", "kind": "List", "items": [{}]},
              {"apiVersion": "library.test/v1", "kind": "Book", "title": "t", "spec": {}}, null
            ]}
            """
        #expect(
            try faults(list) == [
                .unknownField("x", at: "Reader", schema: "library.v1.Reader"), .notAnObject, .missingKind, .notAnObject,
            ])
    }

    @Test(arguments: ["", #", "items": null"#, #", "items": {}"#])
    func aListWithoutItems(_ items: String) throws {
        #expect(try faults(#"{"apiVersion": "v1", "kind": "List"\#(items)}"#) == [.notAnObject])
    }

    @Test func objectsAsDeepAsTheyMayBe() throws {
        let depth = 4_000
        let spec =
            #"{"chapters": "# + String(repeating: #"[{"number": 1, "name": "n", "sections": "#, count: depth) + "5"
            + String(repeating: "}]", count: depth) + "}"
        let found = try faults(spec: spec)
        #expect(found.count == 1)
        guard case .wrongType(.integer, expected: .array, let place, let schema) = found.first else {
            Issue.record("found \(found)")
            return
        }
        #expect(place.hasPrefix("Book.spec.chapters[0].sections[0].sections"))
        #expect(place.utf8.count == "Book.spec.chapters[0]".utf8.count + (depth - 1) * 12 + ".sections".utf8.count)
        #expect(schema == "library.v1.Chapter.sections")
    }
}
