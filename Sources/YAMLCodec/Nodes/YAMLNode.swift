/// A node of a YAML document, with its tag and its style, as go-yaml v3 keeps documents that are edited.
///
/// Nodes are shared and changed in place: who finds one may set it. Aliases and merges are resolved by the reader, so
/// that a document is a tree.
package final class YAMLNode {
    /// What stands in a node's place.
    package enum Kind: Sendable, Hashable {
        case scalar
        case sequence
        case mapping
    }

    /// What a node is, in the short form of tags; `none` leaves it to the text of a plain scalar.
    package enum Tag: Sendable, Hashable {
        case none
        case null
        case bool
        case int
        case float
        case timestamp
        case binary
        case string
        case sequence
        case mapping
        case merge
        /// A tag of the document's own, such as `!secret`.
        case other(String)
    }

    /// How a node is written; empty for plain scalars and collections in block style.
    package struct Style: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// With its tag before it.
        package static let tagged = Style(rawValue: 1)
        /// `"text"`.
        package static let doubleQuoted = Style(rawValue: 2)
        /// `'text'`.
        package static let singleQuoted = Style(rawValue: 4)
        /// Lines behind `|`.
        package static let literal = Style(rawValue: 8)
        /// Lines behind `>`.
        package static let folded = Style(rawValue: 16)
        /// A collection in brackets or braces.
        package static let flow = Style(rawValue: 32)

        /// The styles in which a scalar is a string whatever its text.
        static let text: Style = [.doubleQuoted, .singleQuoted, .literal, .folded]
    }

    package var kind: Kind
    package var tag: Tag
    package var style: Style
    /// The text of a scalar.
    package var value: String
    /// The elements of a sequence; the keys and values of a mapping in turn.
    package var content: [YAMLNode]
    /// Counted from 1 in the document; 0 for what came from no text.
    package var line: Int

    package init(
        _ kind: Kind, tag: Tag = .none, style: Style = [], value: String = "", content: [YAMLNode] = [], line: Int = 0
    ) {
        self.kind = kind
        self.tag = tag
        self.style = style
        self.value = value
        self.content = content
        self.line = line
    }

    /// A scalar that is a string.
    package convenience init(string value: String) {
        self.init(.scalar, tag: .string, style: value.utf8.contains(UInt8(ascii: "\n")) ? .literal : [], value: value)
    }

    /// A scalar whose text decides what it is.
    package convenience init(plain value: String) {
        self.init(.scalar, value: value)
    }

    /// The same document, sharing nothing with this one.
    package func copy() -> YAMLNode {
        YAMLNode(kind, tag: tag, style: style, value: value, content: content.map { $0.copy() }, line: line)
    }

    /// Becomes what `other` is, and shares its content.
    package func assign(_ other: YAMLNode) {
        guard other !== self else { return }
        kind = other.kind
        tag = other.tag
        style = other.style
        value = other.value
        content = other.content
        line = other.line
    }

    /// Whether this is tagged as null.
    package var isNull: Bool { tag == .null }

    /// Whether this is null or a collection without anything in it.
    package var isNullOrEmpty: Bool { isNull || (kind != .scalar && content.isEmpty) }

    /// Whether this is a scalar that is, or may be, a string.
    package var isString: Bool { kind == .scalar && (tag == .string || tag == .none) }
}
