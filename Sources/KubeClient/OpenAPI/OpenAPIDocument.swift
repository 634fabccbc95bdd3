import JSONModel
import KubeModel
import StdlibExtensions

/// Reads the OpenAPI document (version 2) of a server.
enum OpenAPIDocument {
    /// The keyword that says which kinds a definition or an operation is for.
    private static let kindKeyword = OpenAPISchema.kindKeyword

    /// The keywords that say what is allowed and what for.
    private static let keywords = [
        "description", "$ref", "type", "required", "items", "additionalProperties", "properties",
        "x-kubernetes-patch-strategy", "x-kubernetes-patch-merge-key",
    ]

    /// How many schemas may stand inside each other; what is deeper allows anything.
    private static let depthLimit = 200

    /// The definitions of a document and which kinds the server checks itself.
    static func schema(in document: JSONValue) -> OpenAPISchema {
        var definitions = JSONObject()
        if let all = document["definitions"]?.object {
            let sorted = all.sortedByKey()
            definitions = JSONObject(sorted.map { (key: $0.key, value: definition($0.value)) })
        }
        return OpenAPISchema(
            definitions: definitions, checkedByServer: checkedKinds(in: document),
            mergedByStrategy: strategicKinds(in: document))
    }

    private static func definition(_ document: JSONValue) -> JSONValue {
        var compact = schema(document, depth: 0)
        if let kinds = document[kindKeyword] { compact[kindKeyword] = kinds }
        return compact
    }

    /// A schema with the keywords that count.
    private static func schema(_ document: JSONValue, depth: Int) -> JSONValue {
        guard let object = document.object, depth < depthLimit else { return [:] }
        var compact = JSONObject()
        for keyword in keywords {
            guard let value = object[keyword] else { continue }
            switch (keyword, value) {
            case ("properties", .object(let fields)):
                compact[keyword] = .object(fields.mapValues { schema($0, depth: depth + 1) })
            case ("items", .object), ("additionalProperties", .object):
                compact[keyword] = schema(value, depth: depth + 1)
            case ("description", .string), ("$ref", .string), ("type", _), ("required", .array),
                ("x-kubernetes-patch-strategy", .string), ("x-kubernetes-patch-merge-key", .string):
                compact[keyword] = value
            default:
                break
            }
        }
        return .object(compact)
    }

    /// The kinds whose `PATCH` takes strategic merge patches.
    private static func strategicKinds(in document: JSONValue) -> Set<GroupVersionKind> {
        var kinds: Set<GroupVersionKind> = []
        for (_, path) in document["paths"]?.object ?? [:] {
            guard let patch = path["patch"], let kind = patch[kindKeyword].flatMap(OpenAPISchema.kind),
                patch["consumes"]?.array?.contains(.string("application/strategic-merge-patch+json")) ?? false
            else { continue }
            kinds.insert(kind)
        }
        return kinds
    }

    /// The kinds whose `PATCH` has the parameter `fieldValidation`; the first path of a kind decides, as in cli-runtime.
    private static func checkedKinds(in document: JSONValue) -> Set<GroupVersionKind> {
        var seen: Set<GroupVersionKind> = []
        var checked: Set<GroupVersionKind> = []
        let shared = document["parameters"]
        for (_, path) in document["paths"]?.object ?? [:] {
            guard let patch = path["patch"], let kind = patch[kindKeyword].flatMap(OpenAPISchema.kind),
                seen.insert(kind).inserted
            else { continue }
            let names = (patch["parameters"]?.array ?? []).map { parameter in
                guard let reference = parameter["$ref"]?.string else { return parameter["name"]?.string }
                let name = reference.split(separator: "/").last.map(String.init) ?? ""
                return shared?[name]?["name"]?.string
            }
            if names.contains("fieldValidation") { checked.insert(kind) }
        }
        return checked
    }
}
