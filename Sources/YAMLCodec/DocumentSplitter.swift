import StdlibExtensions

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

        /// The line of the stream with the first thing that is neither a separator nor a comment nor empty; `line`
        /// where there is none.
        package var contentLine: Int {
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let first = lines.firstIndex { line in
                let start = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                return !start.isEmpty && start.first != UInt8(ascii: "#") && !line.starts(with: "---".utf8)
            }
            return line + (first ?? 0)
        }
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var line: Int

    /// - Parameters:
    ///   - bytes: the stream, in UTF-8.
    ///   - firstLine: the number of the stream's first line.
    package init(_ bytes: [UInt8], firstLine: Int = 1) {
        self.bytes = bytes
        line = firstLine
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
        let trimmed = String(decoding: rest, as: UTF8.self).trimmingSpace()
        if !trimmed.isEmpty && !trimmed.hasPrefix("#") { throw .invalidSeparator(trimmed) }
    }
}
