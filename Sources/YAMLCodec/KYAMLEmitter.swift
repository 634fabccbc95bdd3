package import JSONModel
import StdlibExtensions

/// Writes values as `kubectl -o kyaml` does: YAML in braces and brackets, with quotes around every string and only
/// around those keys that could be something else.
///
/// kubectl marshals to JSON and reads that as YAML before it writes; what does not survive that is an error here too.
package enum KYAMLEmitter {
    /// The text of `value`, without the `---` before it and the line end behind it.
    ///
    /// - Parameters:
    ///   - level: how deep the value stands; its lines, but for the first, are indented by two spaces for each level.
    ///   - sortsKeys: whether members are ordered by their keys, as Go orders maps.
    package static func bytes(
        _ value: JSONValue, level: Int = 0, sortsKeys: Bool = true
    ) throws(YAMLError) -> [UInt8] {
        var writer = KYAMLWriter(sortsKeys: sortsKeys)
        writer.write(value, level: level)
        guard writer.isChangedByReader else { return writer.output }
        let reread = try YAMLDecoder.decodeFirst(JSONWriter.bytes(value))
        writer = KYAMLWriter(sortsKeys: sortsKeys)
        writer.write(reread, level: level)
        return writer.output
    }
}

/// The walk over a value; it keeps its own stack, so that nesting costs no stack of the thread.
private struct KYAMLWriter {
    private enum Step {
        case text(StaticString)
        case lineStart(level: Int)
        case key(String)
        case value(JSONValue, level: Int)
    }

    let sortsKeys: Bool
    var output: [UInt8] = []
    var isChangedByReader = false

    init(sortsKeys: Bool) {
        self.sortsKeys = sortsKeys
    }

    mutating func write(_ value: JSONValue, level: Int) {
        var steps = [Step.value(value, level: level)]
        while let step = steps.popLast() {
            switch step {
            case .text(let text): put(text)
            case .lineStart(let level): indent(level)
            case .key(let key): write(key: key)
            case .value(.array(let elements), let level) where !elements.isEmpty:
                steps += Self.steps(elements, level: level).reversed()
            case .value(.object(let object), let level) where !object.isEmpty:
                steps += Self.steps(sortsKeys ? object.sortedByKey() : object, level: level).reversed()
            case .value(let value, let level): write(scalar: value, level: level)
            }
        }
    }

    private static func steps(_ elements: [JSONValue], level: Int) -> [Step] {
        let areCollections = elements.allSatisfy { $0.array != nil || $0.object != nil }
        var steps: [Step] = [.text("[")]
        if areCollections {
            for (index, element) in elements.enumerated() {
                if index > 0 { steps.append(.text(", ")) }
                steps.append(.value(element, level: level))
            }
        } else {
            steps.append(.text("\n"))
            for element in elements {
                steps += [.lineStart(level: level + 1), .value(element, level: level + 1), .text(",\n")]
            }
            steps.append(.lineStart(level: level))
        }
        return steps + [.text("]")]
    }

    private static func steps(_ object: JSONObject, level: Int) -> [Step] {
        var steps: [Step] = [.text("{\n")]
        for member in object {
            steps += [
                .lineStart(level: level + 1), .key(member.key), .text(": "), .value(member.value, level: level + 1),
                .text(",\n"),
            ]
        }
        return steps + [.lineStart(level: level), .text("}")]
    }

    private mutating func put(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func indent(_ level: Int) {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    private mutating func write(scalar value: JSONValue, level: Int) {
        switch value {
        case .null: put("null")
        case .bool(let flag): put(flag ? "true" : "false")
        case .number(let number): output.append(contentsOf: number.text.utf8)
        case .string(let text): write(text, level: level + 1)
        case .array: put("[]")
        case .object: put("{}")
        }
    }

    private mutating func write(key: String) {
        note(key)
        guard KYAMLKey.needsQuotes(key) else { return output.append(contentsOf: key.utf8) }
        put("\"")
        for scalar in key.unicodeScalars {
            switch scalar {
            case "\n": put("\\n")
            case "\t": put("\\t")
            default: write(scalar)
            }
        }
        put("\"")
    }

    /// Writes a text between quotes; one of several lines on lines of its own, each with an escaped line end.
    private mutating func write(_ text: String, level: Int) {
        note(text)
        put("\"")
        let isMultiline = text.utf8.contains(UInt8(ascii: "\n"))
        if isMultiline { put("\\\n") }
        var isAtLineStart = isMultiline
        for scalar in text.unicodeScalars {
            if isAtLineStart {
                indent(level)
                // Whitespace at the start of a line is dropped by readers unless it is escaped.
                put(scalar.properties.isWhitespace && scalar != "\n" ? "\\" : " ")
            }
            isAtLineStart = scalar == "\n"
            switch scalar {
            case "\n": put("\\n\\\n")
            case "\t": put("\t")
            default: write(scalar)
            }
        }
        if isMultiline {
            if !isAtLineStart { put("\\\n") }
            indent(level)
        }
        put("\"")
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": put("\\\"")
        case "\\": put("\\\\")
        case _ where scalar.isGoPrintable: output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        case "\u{00}": put("\\0")
        case "\u{07}": put("\\a")
        case "\u{08}": put("\\b")
        case "\u{0B}": put("\\v")
        case "\u{0C}": put("\\f")
        case "\r": put("\\r")
        case "\u{1B}": put("\\e")
        case "\u{85}": put("\\N")
        case "\u{A0}": put("\\_")
        case "\u{2028}": put("\\L")
        case "\u{2029}": put("\\P")
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: write(code: scalar.value, after: "\\x", digits: 2)
        case _ where scalar.value < 0x10000: write(code: scalar.value, after: "\\u", digits: 4)
        default: write(code: scalar.value, after: "\\U", digits: 8)
        }
    }

    private mutating func write(code: UInt32, after prefix: StaticString, digits: Int) {
        put(prefix)
        let text = String(code, radix: 16)
        output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, digits - text.utf8.count)))
        output.append(contentsOf: text.utf8)
    }

    private mutating func note(_ text: String) {
        if !isChangedByReader, ScalarTraits(text.utf8.span).isChangedByReader { isChangedByReader = true }
    }
}

/// Which keys KYAML writes without quotes.
private enum KYAMLKey {
    static func needsQuotes(_ key: String) -> Bool {
        if key.isEmpty || isAmbiguous(key) { return true }
        let scalars = Array(key.unicodeScalars)
        return !scalars.indices.allSatisfy { index in
            switch scalars[index] {
            case "_": true
            case "-", ".", "/": index > 0 && index < scalars.count - 1
            case let scalar: scalar.isLetterOrNumber
            }
        }
    }

    /// Whether some reader of YAML could take the text for something else than a string.
    private static func isAmbiguous(_ key: String) -> Bool {
        if Bool(goText: key) != nil { return true }
        let small = key.lowercased()
        if ["null", "y", "yes", "on", "n", "no", "off", "true", "false"].contains(small) { return true }
        let digits = Array(key.utf8.filter { $0 != UInt8(ascii: "_") })
        if let first = digits.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
            switch PlainScalar(key.utf8.span) {
            case .int, .uint, .float, .timestamp: return true
            default: break
            }
        }
        return isFloat(String(decoding: digits, as: UTF8.self))
    }

    /// Whether Go's `strconv.ParseFloat` reads the text: with words for infinities and NaN, and with hexadecimal digits.
    private static func isFloat(_ text: String) -> Bool {
        let small = text.lowercased()
        if ["inf", "infinity", "nan"].contains(small) { return true }
        guard let first = small.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        // Go wants an exponent behind hexadecimal digits.
        if small.hasPrefix("0x"), !small.utf8.contains(UInt8(ascii: "p")) { return false }
        return Double(small)?.isFinite ?? Double(small + "0").map { $0.isFinite && small.hasSuffix(".") } ?? false
    }
}

extension Unicode.Scalar {
    fileprivate var isLetterOrNumber: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
