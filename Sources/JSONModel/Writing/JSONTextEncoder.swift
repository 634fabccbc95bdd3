import StdlibExtensions

/// The walk over a value that writes its text.
///
/// It keeps its own stack, so that nesting costs no stack of the thread.
struct JSONTextEncoder: ~Copyable {
    private enum Frame {
        case array([JSONValue], next: Int)
        case object([JSONObject.Entry], next: Int)
    }

    private let style: JSONStyle
    private var sink = JSONByteSink()
    /// What the value being written stands in, without the innermost.
    private var frames: [Frame] = []

    init(style: JSONStyle) {
        self.style = style
    }

    /// Writes the text of `value` to `drain`, in pieces of whole characters.
    mutating func write(_ value: JSONValue, to drain: JSONByteSink.Drain) {
        var current = begin(value, drain)
        while let frame = current {
            current =
                switch frame {
                case .array(let elements, let next): write(elements, from: next, drain)
                case .object(let entries, let next): write(entries, from: next, drain)
                }
        }
        sink.empty(into: drain)
    }

    /// Writes elements up to one to go into, or to the end; returns what to go on with.
    private mutating func write(_ elements: [JSONValue], from start: Int, _ drain: JSONByteSink.Drain) -> Frame? {
        for index in start..<elements.count {
            separate(index, drain)
            if let inner = begin(elements[index], drain) {
                frames.append(.array(elements, next: index + 1))
                return inner
            }
        }
        return end(UInt8(ascii: "]"), drain)
    }

    private mutating func write(_ entries: [JSONObject.Entry], from start: Int, _ drain: JSONByteSink.Drain) -> Frame? {
        for index in start..<entries.count {
            separate(index, drain)
            write(entries[index].key, drain)
            sink.append(UInt8(ascii: ":"), drain)
            if style.indentation != nil { sink.append(UInt8(ascii: " "), drain) }
            if let inner = begin(entries[index].value, drain) {
                frames.append(.object(entries, next: index + 1))
                return inner
            }
        }
        return end(UInt8(ascii: "}"), drain)
    }

    /// Writes a scalar, or the opening of an array or object that has something in it, and returns that.
    private mutating func begin(_ value: JSONValue, _ drain: JSONByteSink.Drain) -> Frame? {
        switch value {
        case .null: sink.append("null", drain)
        case .bool(true): sink.append("true", drain)
        case .bool(false): sink.append("false", drain)
        case .number(let number):
            number.text.withBytes { sink.append(plain: $0, drain) }
        case .string(let text):
            write(text, drain)
        case .array(let elements):
            if !elements.isEmpty {
                sink.append(UInt8(ascii: "["), drain)
                return .array(elements, next: 0)
            }
            sink.append("[]", drain)
        case .object(let object):
            if !object.isEmpty {
                sink.append(UInt8(ascii: "{"), drain)
                return .object(style.sortsKeys ? object.sortedByKey().entries : object.entries, next: 0)
            }
            sink.append("{}", drain)
        }
        return nil
    }

    private mutating func end(_ bracket: UInt8, _ drain: JSONByteSink.Drain) -> Frame? {
        if let indentation = style.indentation {
            sink.appendLineFeed(indentation: indentation * (style.outerLevels + frames.count), drain)
        }
        sink.append(bracket, drain)
        return frames.popLast()
    }

    /// Writes what stands before the element or member number `index`.
    private mutating func separate(_ index: Int, _ drain: JSONByteSink.Drain) {
        if index > 0 { sink.append(UInt8(ascii: ","), drain) }
        if let indentation = style.indentation {
            sink.appendLineFeed(indentation: indentation * (style.outerLevels + frames.count + 1), drain)
        }
    }

    private mutating func write(_ text: String, _ drain: JSONByteSink.Drain) {
        text.withBytes { sink.append(quoted: $0, escapesHTML: style.escapesHTML, drain) }
    }
}
