package import JSONModel

/// One document of a source, before it is known to be an object; never null.
package struct ManifestDocument: Sendable, Hashable {
    package let source: ManifestSource
    /// Counted from 1 in the source, empty documents included.
    package let number: Int
    /// The line of the source on which the document begins, counted from 1.
    package let line: Int
    /// The document with its numbers as they are written.
    package let value: JSONValue
    /// The text, where the source has the document in JSON.
    package let text: [UInt8]?

    init(source: ManifestSource, number: Int, line: Int, value: JSONValue, text: ArraySlice<UInt8>? = nil) {
        self.source = source
        self.number = number
        self.line = line
        self.value = value
        self.text = text.map(Array.init)
    }

    /// The document in JSON: the source's own text, or what kubectl makes of its YAML, with sorted keys.
    package var json: String {
        if let text { return String(decoding: text, as: UTF8.self) }
        return JSONWriter.text(value, style: JSONStyle(sortsKeys: true))
    }

    /// Whether kubectl sees the keys in the order of their bytes, as it does after YAML.
    package var hasSortedKeys: Bool { text == nil }
}
