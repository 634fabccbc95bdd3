import JSONModel
import KubeModel

@testable import KubeClient

/// The OpenAPI document of a server that lends books.
enum LibraryDocument {
    static let text = """
        {
          "swagger": "2.0",
          "definitions": {
            "library.v1.Book": {
              "description": "What is lent.",
              "type": "object",
              "required": ["title", "spec"],
              "properties": {
                "apiVersion": {"type": "string"},
                "kind": {"type": "string"},
                "metadata": {"description": "Its name.", "$ref": "#/definitions/library.meta.Meta"},
                "title": {"type": "string"},
                "spec": {"$ref": "#/definitions/library.v1.BookSpec"}
              },
              "x-kubernetes-group-version-kind": [
                {"group": "library.test", "kind": "Book", "version": "v1"},
                {"group": "library.test", "kind": "Volume", "version": "v1"}
              ]
            },
            "library.v1.BookSpec": {
              "properties": {
                "pages": {"type": "integer", "format": "int32"},
                "price": {"type": "number"},
                "isLent": {"type": "boolean"},
                "chapters": {"type": "array", "items": {"$ref": "#/definitions/library.v1.Chapter"}},
                "keywords": {"type": "array", "items": {"type": "string"}},
                "shelf": {"type": "string", "format": "int-or-string"},
                "extra": {"type": "object"},
                "notes": {"description": "Anything."},
                "rows": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
                "place": {
                  "type": "object",
                  "required": ["floor"],
                  "properties": {"floor": {"type": "integer"}, "room": {"type": "string"}}
                },
                "ratings": {
                  "type": "object",
                  "additionalProperties": {"type": "array", "items": {"type": "integer"}}
                },
                "parts": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/definitions/library.v1.Chapter"}
                }
              }
            },
            "library.v1.Chapter": {
              "type": "object",
              "required": ["number", "name"],
              "properties": {
                "number": {"type": "integer"},
                "name": {"type": "string"},
                "sections": {"type": "array", "items": {"$ref": "#/definitions/library.v1.Chapter"}}
              }
            },
            "library.meta.Meta": {
              "type": "object",
              "properties": {
                "name": {"type": "string"},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}}
              }
            },
            "library.v1.Reader": {
              "type": "object",
              "properties": {
                "apiVersion": {"type": "string"}, "kind": {"type": "string"}, "name": {"type": "string"}
              },
              "x-kubernetes-group-version-kind": [{"group": "", "kind": "Reader", "version": "v1"}]
            }
          },
          "parameters": {
            "fieldValidation-abc": {"name": "fieldValidation", "in": "query", "type": "string"},
            "pretty-def": {"name": "pretty", "in": "query", "type": "string"}
          },
          "paths": {
            "/apis/library.test/v1/": {"get": {"operationId": "resources"}},
            "/apis/library.test/v1/books/{name}": {
              "patch": {
                "parameters": [{"$ref": "#/parameters/pretty-def"}, {"name": "dryRun", "in": "query"}],
                "x-kubernetes-group-version-kind": {"group": "library.test", "kind": "Book", "version": "v1"}
              }
            },
            "/api/v1/readers/{name}": {
              "patch": {
                "parameters": [{"$ref": "#/parameters/fieldValidation-abc"}],
                "x-kubernetes-group-version-kind": {"group": "", "kind": "Reader", "version": "v1"}
              }
            }
          }
        }
        """

    static let book = GroupVersionKind(group: "library.test", version: "v1", kind: "Book")
    static let reader = GroupVersionKind(group: "", version: "v1", kind: "Reader")

    static func schema() throws -> OpenAPISchema {
        OpenAPIDocument.schema(in: try JSONParser.parse(text))
    }
}
