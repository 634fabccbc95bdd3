import JSONModel
import StdlibExtensions
import YAMLCodec

/// Puts a hash of their contents behind the names of generated config maps and secrets.
enum HashTransformer {
    static func transform(_ map: ResourceMap) throws(KustomizeError) {
        for resource in map.resources where resource.isEnabled(.needsHashSuffix) {
            let hash = try hash(of: resource)
            try resource.storePreviousID()
            try resource.setName("\(resource.name)-\(hash)")
        }
    }

    /// The first ten characters of the SHA-256 of a JSON text of the contents, vowels and the like replaced.
    static func hash(of resource: Resource) throws(KustomizeError) -> String {
        let node = resource.node ?? YAMLNode(.mapping)
        let kind = resource.kind.kind
        // kustomize looks for the name where there is none.
        var members: [JSONObject.Member] = [("kind", .string(kind)), ("name", "")]
        switch kind {
        case "ConfigMap":
            members.append(("data", try content(node, "data") ?? ""))
            if let binary = try content(node, "binaryData"), binary.object != nil {
                members.append(("binaryData", binary))
            }
        case "Secret":
            members.append(("data", try content(node, "data") ?? ""))
            members.append(("type", try content(node, "type") ?? ""))
            if let texts = try content(node, "stringData"), texts.object != nil {
                members.append(("stringData", texts))
            }
        default:
            members = [("object", try resource.json())]
        }
        let text = JSONWriter.text(.object(JSONObject(members)), style: JSONStyle(sortsKeys: true))
        return encoded(SHA256.hash(Array(text.utf8)).hexadecimal())
    }

    private static func content(_ node: YAMLNode, _ field: String) throws(KustomizeError) -> JSONValue? {
        guard let value = try node.lookup([field]) else { return nil }
        if value.kind == .scalar { return .string(value.value) }
        do throws(YAMLError) { return try value.json() } catch { throw .yaml(error) }
    }

    private static func encoded(_ digits: String) -> String {
        String(
            digits.prefix(10).map { digit -> Character in
                switch digit {
                case "0": "g"
                case "1": "h"
                case "3": "k"
                case "a": "m"
                case "e": "t"
                default: digit
                }
            })
    }
}
