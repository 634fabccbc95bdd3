import JSONModel

/// The version and the kind of a document, as apimachinery's serializer finds them.
struct ObjectHeader {
    /// Empty where there is none.
    let apiVersion: String
    /// Empty where there is none.
    let kind: String

    /// Reads the two fields, whose names count without regard to case; null has neither.
    init(_ document: JSONValue) throws(FileFault) {
        guard case .object(let members) = document else {
            if document.isNull {
                (apiVersion, kind) = ("", "")
                return
            }
            let type =
                #"struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }"#
            throw .header(TypeMismatch(found: document.goTypeName, field: nil, expected: type))
        }
        apiVersion = try Self.field("apiVersion", in: members)
        kind = try Self.field("kind", in: members)
        guard apiVersion.utf8.count(where: { $0 == UInt8(ascii: "/") }) < 2 else { throw .badAPIVersion(apiVersion) }
    }

    private static func field(_ name: String, in members: JSONObject) throws(FileFault) -> String {
        var result = ""
        for (key, value) in members where key.lowercased() == name.lowercased() && !value.isNull {
            guard case .string(let text) = value else {
                throw .header(TypeMismatch(found: value.goTypeName, field: ".\(name)", expected: "string"))
            }
            result = text
        }
        return result
    }
}
