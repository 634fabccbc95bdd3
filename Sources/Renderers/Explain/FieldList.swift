import JSONModel
import KubeModel
import StdlibExtensions

/// The fields of a schema in an OpenAPI document of version 3, one after the other or as a tree.
struct FieldList {
    let document: OpenAPIVersionDocument
    let isRecursive: Bool

    /// Schemas that stand deeper inside each other are left out: a document could go on for ever.
    static let depthLimit = 500
    /// A list shows so many of the values that a field may have.
    private static let shownValues = 4

    /// Writes the fields, those of a level indented by two spaces more, with a heading before the first.
    func write(
        _ schema: JSONValue, level: Int, into stream: inout some TextOutputStream, isEmpty: inout Bool,
        passed: Set<String> = [], depth: Int = 0
    ) {
        guard depth < Self.depthLimit else { return }
        let reference = schema["$ref"]?.string ?? ""
        if !reference.isEmpty, passed.contains(reference) { return }
        let passed = reference.isEmpty ? passed : passed.union([reference])
        let resolved = document.resolved(schema)
        for (name, field) in (resolved["properties"]?.object ?? [:]).sortedByKey() {
            if isEmpty { stream.write("FIELDS:\n") }
            isEmpty = false
            stream.write(TerminalText.escaped(detail(of: field, named: name, in: resolved, indent: level * 2)))
            if isRecursive {
                write(field, level: level + 1, into: &stream, isEmpty: &isEmpty, passed: passed, depth: depth + 1)
            }
        }
        let inner =
            (resolved.trueArray("allOf") ?? [])
            + ["items", "additionalProperties"].compactMap { resolved.trueObject($0) }
        for part in inner {
            write(part, level: level, into: &stream, isEmpty: &isEmpty, passed: passed, depth: depth + 1)
        }
    }

    private func detail(of field: JSONValue, named name: String, in schema: JSONValue, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var text = "\(margin)\(name)\t<\(typeName(of: field))>"
        if schema["required"]?.array?.contains(.string(name)) ?? false { text += " -required-" }
        if let values = field.trueArray("enum") {
            let shown = values.prefix(Self.shownValues).map(Self.text(ofChoice:)).joined(separator: ", ")
            text += "\n\(margin)enum: \(shown)" + (values.count > Self.shownValues ? ", ...." : "")
        }
        text += "\n"
        if isRecursive { return text }
        let description = field["description"]?.string ?? ""
        text += Self.block(
            description.isEmpty ? "<no description>" : description, width: 78 - indent, indent: indent + 2)
        text += "\n"
        if let documentation = Self.externalDocumentation(
            of: field, indent: indent + 2, textIndent: indent + 4, width: 76 - indent)
        {
            text += "\n" + documentation
        }
        return text + "\n"
    }

    // MARK: - Types

    /// "string", "[]Container", "map[string]string": the name of a schema behind a reference, where that is an object.
    func typeName(of schema: JSONValue) -> String {
        var prefix = ""
        var schema = schema
        for _ in 0..<Self.depthLimit {
            if let items = schema.trueObject("items") {
                prefix += "[]"
                schema = items
            } else if let values = schema.trueObject("additionalProperties") {
                prefix += "map[string]"
                schema = values
            } else if let parts = schema.trueArray("allOf"), parts.count == 1, schema.trueObject("properties") == nil {
                schema = parts[0]
            } else {
                return prefix + ownTypeName(of: schema)
            }
        }
        return prefix
    }

    private func ownTypeName(of schema: JSONValue) -> String {
        if let reference = schema["$ref"]?.string, !reference.isEmpty {
            let type = document.schema(at: reference).flatMap { $0["type"] }
            if let type, type.isTrue, type != "object" { return Self.text(ofValue: type) }
            let name = reference.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
            let word = name.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
            return word.isEmpty ? "Object" : String(word)
        }
        guard let type = schema["type"], type.isTrue, type != "object" else { return "Object" }
        return Self.text(ofValue: type)
    }

    // MARK: - Text

    /// A value as a template prints it.
    static func text(ofValue value: JSONValue) -> String {
        switch value {
        case .null: "<no value>"
        case .number(let number): number.double.goGeneralText()
        default: GoValueText.text(value)
        }
    }

    /// One of the values a field may have; an empty string can be seen.
    static func text(ofChoice value: JSONValue) -> String {
        value == "" ? "\"\"" : text(ofValue: value)
    }

    /// A text wrapped at `width` and indented, empty lines too.
    static func block(_ text: String, width: Int, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        return margin + WordWrap.wrap(text, limit: width).replacing("\n", with: "\n\(margin)")
    }

    /// Where more is written about a schema, with a heading and line ends; nil for nothing.
    static func externalDocumentation(
        of schema: JSONValue, indent: Int, textIndent: Int, width: Int
    ) -> String? {
        guard let documentation = schema.trueObject("externalDocs") else { return nil }
        var text = String(repeating: " ", count: indent) + "EXTERNAL DOCS:\n"
        if let description = documentation["description"]?.string, !description.isEmpty {
            text += block(description, width: width, indent: textIndent) + "\n"
        }
        if let address = documentation["url"]?.string, !address.isEmpty {
            text += String(repeating: " ", count: textIndent) + "URL: \(address)\n"
        }
        return text
    }
}

extension OpenAPIVersionDocument {
    /// The schema that a reference leads to, or the schema itself where it has none or one that leads nowhere.
    func resolved(_ schema: JSONValue) -> JSONValue {
        guard let reference = schema["$ref"]?.string, let target = self.schema(at: reference), target.isTrue else {
            return schema
        }
        return target
    }
}

extension JSONValue {
    /// Whether a template takes the value for true: it is neither null, false, zero nor empty.
    var isTrue: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .number(let number): number.double != 0
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object(let object): object.count > 0
        }
    }

    /// The member `key` where it is an object with members.
    func trueObject(_ key: String) -> JSONValue? {
        guard let member = self[key], member.object != nil, member.isTrue else { return nil }
        return member
    }

    /// The elements of the member `key` where it is an array with any.
    func trueArray(_ key: String) -> [JSONValue]? {
        guard let elements = self[key]?.array, !elements.isEmpty else { return nil }
        return elements
    }
}
