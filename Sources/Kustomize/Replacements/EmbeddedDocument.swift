import JSONModel
import StdlibExtensions
import YAMLCodec

/// A document in JSON or YAML that is the text of a field, such as a file in a config map.
enum EmbeddedDocument {
    /// Sets a field inside the document that a path leads through; false where it leads through none.
    static func set(_ value: YAMLNode, at path: [String], in node: YAMLNode, creating kind: YAMLNode.Kind?) -> Bool {
        guard path.count >= 2, let (scalar, rest) = scalar(on: path, in: node) else { return false }
        // Where anything in the document does not fit, the path is tried as one of the resource itself.
        guard let document = try? YAMLNode.read(Array(scalar.value.utf8)),
            // As above.
            let fields = try? PathMatcher(creating: kind).nodes(at: rest, in: document), !fields.isEmpty
        else { return false }
        for field in fields {
            if field.kind == .scalar { field.value = value.value } else { field.assign(value) }
        }
        guard let text = text(of: document, like: scalar.value) else { return false }
        scalar.value = text
        return true
    }

    /// The first scalar on a path, and what is left of the path.
    private static func scalar(on path: [String], in node: YAMLNode) -> (YAMLNode, ArraySlice<String>)? {
        for count in 1..<path.count {
            // What leads through a wrong kind of node leads nowhere.
            guard let found = try? node.lookup(Array(path[..<count])), found.kind == .scalar else { continue }
            // A text that is no document is none to look into.
            guard (try? YAMLNode.read(Array(found.value.utf8))) != nil else { continue }
            return (found, path[count...])
        }
        return nil
    }

    private static func text(of document: YAMLNode, like original: String) -> String? {
        let first = original.trimmingSpace().utf8.first
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return document.text.trimmingSpace() }
        // A document that is no JSON value is left as it is.
        guard let value = try? document.json() else { return nil }
        let isIndented = original.utf8.contains(UInt8(ascii: "\n")) && original.contains("  ")
        return JSONWriter.text(value, style: JSONStyle(indentation: isIndented ? 2 : nil, sortsKeys: true))
    }
}
