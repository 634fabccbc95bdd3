/// Divides a stream into documents before they are parsed, as kubectl does: at lines that begin with `---`.
///
/// Line ends become line feeds, and a last line without one gets it. A separator before any other line of a document
/// belongs to it.
package struct DocumentSplitter {
    /// The text of one document.
    package struct Text: Sendable, Hashable {
        package let bytes: [UInt8]
        /// The line of the stream on which the text begins, counted from 1.
        package let line: Int
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next document; nil at the end of the stream.
    ///
    /// kubectl: `invalid Yaml document separator: foo` for anything but a comment after `---` on its line.
    package mutating func next() throws(YAMLError) -> Text? {
        var text: [UInt8] = []
        var firstLine = line
        while offset < bytes.count {
            let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var content = bytes[offset..<end]
            if content.last == UInt8(ascii: "\r"), end < bytes.count { content.removeLast() }
            offset = end + 1
            line += 1
            if content.starts(with: "---".utf8) {
                try Self.checkSeparator(content.dropFirst(3))
                if !text.isEmpty { return Text(bytes: text, line: firstLine) }
            }
            if text.isEmpty { firstLine = line - 1 }
            text += content
            text.append(UInt8(ascii: "\n"))
        }
        return text.isEmpty ? nil : Text(bytes: text, line: firstLine)
    }

    private static func checkSeparator(_ rest: ArraySlice<UInt8>) throws(YAMLError) {
        let trimmed = String(decoding: rest, as: UTF8.self).trimmingUnicodeWhitespace
        if !trimmed.isEmpty && !trimmed.hasPrefix("#") { throw .invalidSeparator(trimmed) }
    }
}

extension String {
    /// Without Unicode white space at both ends.
    fileprivate var trimmingUnicodeWhitespace: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
