import JSONModel

/// The text of a kubeconfig.
enum KubeconfigYAML {
    /// The document in a file; null for an empty one.
    static func decode(_ bytes: [UInt8]) throws(FileFault) -> JSONValue {
        if bytes.isEmpty { return .null }
        do throws(JSONError) {
            return try JSONParser.parse(bytes, options: JSONParsingOptions(depthLimit: 500))
        } catch {
            throw .yaml("\(error)")
        }
    }
}
