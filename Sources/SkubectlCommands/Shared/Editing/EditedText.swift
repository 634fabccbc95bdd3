import JSONModel
import YAMLCodec

/// A text that the user edits, and what of it counts.
struct EditedText: Sendable, Hashable {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private static let hash = UInt8(ascii: "#")
    private static let lineEnd = UInt8(ascii: "\n")

    /// What tells two texts apart (kubectl's `StripComments`): the first document as JSON, a text that begins with a
    /// brace as it is, and one that is no YAML without its comments.
    var meaning: [UInt8] {
        if isJSON { return bytes }
        do throws(YAMLError) {
            return JSONWriter.bytes(try YAMLDecoder.decodeFirst(bytes), style: JSONStyle(sortsKeys: true))
        } catch {
            return withoutComments
        }
    }

    /// Whether the text counts as JSON, in which nothing is a comment.
    var isJSON: Bool { bytes.first { !Self.isSpace($0) } == UInt8(ascii: "{") }

    /// The text without the lines that begin with `#`, white space before it or not; those that begin with `#!` stay.
    var withoutComments: [UInt8] {
        lines.filter { line in
            let text = line.drop(while: Self.isSpace)
            return text.first != Self.hash || text.dropFirst().first == UInt8(ascii: "!")
        }.reduce(into: []) { $0 += $1 }
    }

    /// Whether a line has more than white space and a comment.
    var hasContent: Bool {
        lines.contains { line in
            line.first { !Self.isSpace($0) }.map { $0 != Self.hash } ?? false
        }
    }

    /// The text with carriage returns before its line feeds.
    var withWindowsLineEndings: EditedText {
        EditedText(bytes.flatMap { $0 == Self.lineEnd ? [UInt8(ascii: "\r"), $0] : [$0] })
    }

    /// The lines with their ends.
    private var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        for index in bytes.indices where bytes[index] == Self.lineEnd {
            lines.append(bytes[start...index])
            start = index + 1
        }
        return start < bytes.endIndex ? lines + [bytes[start...]] : lines
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
