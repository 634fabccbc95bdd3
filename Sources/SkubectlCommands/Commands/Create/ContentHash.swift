import JSONModel
import StdlibExtensions

/// The endings of names that tell one content of a config map or a secret from another (`--append-hash`).
enum ContentHash {
    /// Ten characters that follow from what counts of the object.
    static func suffix(_ content: KeyValuePairs<String, JSONValue?>) -> String {
        let text = JSONWriter.bytes(.fields(content), style: JSONStyle(sortsKeys: true))
        // The digits that could make words are replaced by letters that cannot.
        let replacements: [Character: Character] = ["0": "g", "1": "h", "3": "k", "a": "m", "e": "t"]
        return String(SHA256.hash(text).hexadecimal().prefix(10).map { replacements[$0] ?? $0 })
    }
}
