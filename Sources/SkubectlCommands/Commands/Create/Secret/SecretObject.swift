import JSONModel
import StdlibExtensions

/// The secrets that `create` makes.
enum SecretObject {
    static let kind = GeneratedKind("", "v1", "Secret", resource: "secrets")
    static let failurePrefix = "failed to create secret "

    /// A secret with its entries; its name ends with their hash where that is asked for.
    static func make(name: String, type: String, _ entries: [String: [UInt8]], appendsHash: Bool) -> GeneratedObject {
        let data = JSONValue.map(entries.mapValues { Base64.encode($0) })
        var secret = GeneratedObject(kind, name: name, ["data": data, "type": .text(type)])
        if appendsHash {
            secret.name +=
                "-"
                + ContentHash.suffix([
                    "kind": "Secret", "type": .string(type), "name": .string(name), "data": data ?? [:],
                ])
        }
        return secret
    }
}
