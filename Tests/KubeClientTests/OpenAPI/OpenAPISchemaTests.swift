import JSONModel
import KubeModel
import Testing

@testable import KubeClient

@Suite struct OpenAPISchemaTests {
    @Test func whatIsKeptOnDiskIsTheSameSchema() throws {
        let schema = try LibraryDocument.schema()
        let bytes = JSONWriter.bytes(schema.cacheDocument)
        #expect(OpenAPISchema(cacheDocument: try JSONParser.parse(bytes)) == schema)
        #expect(schema.schema(of: LibraryDocument.book)?.description == "What is lent.")
        #expect(!String(decoding: bytes, as: UTF8.self).contains("/apis/"))
    }

    @Test(arguments: ["format", "definitions", "checkedByServer"])
    func aCachedDocumentWithSomethingMissingIsNotRead(_ key: String) throws {
        var document = try LibraryDocument.schema().cacheDocument
        document[key] = nil
        #expect(OpenAPISchema(cacheDocument: document) == nil)
    }

    @Test func aCachedKindThatIsNoneIsNotRead() throws {
        var document = try LibraryDocument.schema().cacheDocument
        document["checkedByServer"] = [["a", "b"]]
        #expect(OpenAPISchema(cacheDocument: document) == nil)
    }

    @Test func theParameterOfPatchSaysWhatTheServerChecks() throws {
        let schema = try LibraryDocument.schema()
        #expect(schema.isCheckedByServer(LibraryDocument.reader))
        #expect(!schema.isCheckedByServer(LibraryDocument.book))
    }

    @Test func oneDefinitionMayBeForSeveralKinds() throws {
        let schema = try LibraryDocument.schema()
        let volume = GroupVersionKind(group: "library.test", version: "v1", kind: "Volume")
        #expect(schema.schema(of: volume) == schema.schema(of: LibraryDocument.book))
        #expect(schema.schema(of: GroupVersionKind(group: "library.test", version: "v2", kind: "Book")) == nil)
    }

    @Test func ofSeveralDefinitionsForOneKindTheLastByNameCounts() throws {
        let schema = OpenAPIDocument.schema(
            in: try JSONParser.parse(
                """
                {"definitions": {
                  "c": {"x-kubernetes-group-version-kind": [{"group": "", "version": "v1", "kind": ""}, 5]},
                  "b": {"x-kubernetes-group-version-kind": [{"group": "", "version": "v1", "kind": "A"}]},
                  "a": {"x-kubernetes-group-version-kind": [{"group": "", "version": "v1", "kind": "A"}]}
                }}
                """))
        #expect(schema.schema(of: GroupVersionKind(group: "", version: "v1", kind: "A"))?.path == "b")
        #expect(schema.schema(of: GroupVersionKind(group: "", version: "v1", kind: "")) == nil)
    }

    @Test(arguments: ["{}", "[]", "null", #"{"definitions": [], "paths": 5}"#, #"{"definitions": {"a": null}}"#])
    func aDocumentWithoutDefinitionsKnowsNoKind(_ text: String) throws {
        let schema = OpenAPIDocument.schema(in: try JSONParser.parse(text))
        #expect(schema.schema(of: LibraryDocument.book) == nil)
    }

    /// What kube-openapi cannot read, and what leads nowhere, allows anything.
    @Test(arguments: [
        ##"{"$ref": "#/definitions/a"}"##, ##"{"$ref": "#/definitions/b"}"##, ##"{"$ref": "#/definitions/none"}"##,
        ##"{"$ref": "http://elsewhere/a"}"##, #"{"type": ["string", "integer"]}"#, #"{"type": "null"}"#,
        #"{"type": "array"}"#, #"{"type": "array", "items": [{"type": "string"}]}"#, #"{"type": 5}"#, "true", "{}",
    ])
    func oddSchemasAllowAnything(_ text: String) throws {
        let schema = OpenAPIDocument.schema(
            in: try JSONParser.parse(
                ##"{"definitions": {"a": \##(text), "b": {"$ref": "#/definitions/c"}, "c": {"$ref": "#/definitions/b"}}}"##
            ))
        let node = SchemaNode(path: "x", document: ["$ref": "#/definitions/a"])
        #expect(schema.demand(of: node) == .anything)
    }

    @Test func aTypeMayStandInAList() throws {
        let schema = try LibraryDocument.schema()
        let node = SchemaNode(path: "x", document: ["type": ["integer"]])
        #expect(schema.demand(of: node) == .primitive(.integer, path: "x"))
    }

    @Test func schemasThatAreVeryDeepAreCutOff() throws {
        let depth = 3000
        let text =
            #"{"definitions": {"a": "# + String(repeating: #"{"type": "array", "items": "#, count: depth) + "{}"
            + String(repeating: "}", count: depth) + "}}"
        let schema = OpenAPIDocument.schema(in: try JSONParser.parse(text))
        #expect(JSONWriter.bytes(schema.cacheDocument).count < 20_000)
    }
}
