/// The walk over a value that appends its text to a buffer.
///
/// It keeps its own stack, so that nesting costs no stack of the thread.
struct JSONTextEncoder {
    private enum Frame {
        case array([JSONValue], next: Int)
        case object([JSONObject.Entry], next: Int)
    }

    private let style: JSONStyle
    var bytes: [UInt8] = []
    private var frames: [Frame] = []

    init(style: JSONStyle) {
        self.style = style
    }

    /// Appends the text of `value`; `drain` is called between values and may take bytes out of the buffer.
    mutating func write(_ value: JSONValue, drain: (inout [UInt8]) -> Void) {
        begin(value)
        while let frame = frames.popLast() {
            drain(&bytes)
            switch frame {
            case .array(let elements, let next):
                guard separate(next, of: elements.count) else {
                    bytes.append(UInt8(ascii: "]"))
                    continue
                }
                frames.append(.array(elements, next: next + 1))
                begin(elements[next])
            case .object(let entries, let next):
                guard separate(next, of: entries.count) else {
                    bytes.append(UInt8(ascii: "}"))
                    continue
                }
                frames.append(.object(entries, next: next + 1))
                append(string: entries[next].key)
                bytes.append(UInt8(ascii: ":"))
                if style.indentation != nil { bytes.append(UInt8(ascii: " ")) }
                begin(entries[next].value)
            }
        }
    }

    /// Writes a scalar, or the opening of an array or object, which goes on the stack unless it is empty.
    private mutating func begin(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(true): append("true")
        case .bool(false): append("false")
        case .number(let number): bytes.append(contentsOf: number.text.utf8)
        case .string(let text): append(string: text)
        case .array(let elements):
            if elements.isEmpty { return append("[]") }
            bytes.append(UInt8(ascii: "["))
            frames.append(.array(elements, next: 0))
        case .object(let object):
            if object.isEmpty { return append("{}") }
            bytes.append(UInt8(ascii: "{"))
            let members = style.sortsKeys ? object.sortedByKey() : object
            frames.append(.object(members.entries, next: 0))
        }
    }

    /// Writes what stands before element `next`, or before the end when there is no more; returns whether there is.
    private mutating func separate(_ next: Int, of count: Int) -> Bool {
        let isInside = next < count
        if isInside && next > 0 { bytes.append(UInt8(ascii: ",")) }
        if let indentation = style.indentation {
            bytes.append(UInt8(ascii: "\n"))
            let depth = style.outerLevels + frames.count + (isInside ? 1 : 0)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * depth))
        }
        return isInside
    }

    private mutating func append(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    private mutating func append(string: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case "\u{8}": append("\\b")
            case "\u{C}": append("\\f")
            case "\n": append("\\n")
            case "\r": append("\\r")
            case "\t": append("\\t")
            case "<" where style.escapesHTML, ">" where style.escapesHTML, "&" where style.escapesHTML,
                "\0"..."\u{1F}", "\u{2028}", "\u{2029}":
                append("\\u")
                let digits = String(scalar.value, radix: 16)
                bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
                bytes.append(contentsOf: digits.utf8)
            default:
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
