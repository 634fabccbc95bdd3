/// What an untagged plain scalar stands for under go-yaml v2's rules, which are YAML 1.1 with some of YAML 1.2.
enum PlainScalar: Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    /// A number above the range of `int`.
    case uint(UInt64)
    case float(Double)
    /// A date, or a date and a time; its value stays the text.
    case timestamp
    case string

    /// Resolves a scalar as go-yaml's `resolve` does for an empty tag.
    ///
    /// `allowsTimestamp` is false where a tag asks for another type than a timestamp.
    init(_ bytes: Span<UInt8>, allowsTimestamp: Bool = true) {
        guard !bytes.isEmpty else {
            self = .null
            return
        }
        switch bytes[0] {
        case UInt8(ascii: "~"), UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"),
            UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"),
            UInt8(ascii: "O"):
            self = PlainScalar(word: bytes) ?? .string
        case UInt8(ascii: "."):
            self = PlainScalar(word: bytes) ?? PlainScalar(pointFirst: bytes)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            if let word = PlainScalar(word: bytes) {
                self = word
            } else if allowsTimestamp && Timestamp.matches(bytes) {
                self = .timestamp
            } else {
                self = PlainScalar(number: bytes)
            }
        default:
            self = .string
        }
    }

    /// The words that stand for null, a truth value, an infinity or NaN; nil for any other text.
    private init?(word bytes: Span<UInt8>) {
        guard bytes.count <= 5 else { return nil }
        var word = ""
        word.reserveCapacity(5)
        for index in bytes.indices {
            guard bytes[index] < 0x80 else { return nil }
            word.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        }
        switch word {
        case "~", "null", "Null", "NULL": self = .null
        case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": self = .bool(true)
        case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": self = .bool(false)
        case ".nan", ".NaN", ".NAN": self = .float(.nan)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .float(.infinity)
        case "-.inf", "-.Inf", "-.INF": self = .float(-.infinity)
        default: return nil
        }
    }

    /// A text that begins with a point: a fraction in Go's syntax for floats, or a string.
    private init(pointFirst bytes: Span<UInt8>) {
        // Go lets underscores stand between two digits of a float.
        var digits: [UInt8] = []
        for index in bytes.indices {
            guard bytes[index] == UInt8(ascii: "_") else {
                digits.append(bytes[index])
                continue
            }
            let isBetweenDigits =
                index > 0 && bytes[index - 1].isDecimalDigit && index + 1 < bytes.count
                && bytes[index + 1].isDecimalDigit
            guard isBetweenDigits else {
                self = .string
                return
            }
        }
        self = PlainScalar.float(digits) ?? .string
    }

    /// A text that begins with a digit or a sign: an integer in one of Go's bases, a float, or a string.
    private init(number bytes: Span<UInt8>) {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        for index in bytes.indices where bytes[index] != UInt8(ascii: "_") {
            plain.append(bytes[index])
        }
        self = IntegerLiteral.parse(plain) ?? PlainScalar.float(plain) ?? .string
    }

    /// A float as `^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`; nil for another text or one out of range.
    private static func float(_ text: [UInt8]) -> PlainScalar? {
        var rest = text[...]
        rest.dropSign()
        let integerDigits = rest.dropDigits()
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            let fractionDigits = rest.dropDigits()
            guard integerDigits + fractionDigits > 0 else { return nil }
        } else if integerDigits == 0 {
            return nil
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            rest.dropSign()
            guard rest.dropDigits() > 0 else { return nil }
        }
        guard rest.isEmpty, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            return nil
        }
        return .float(value)
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func dropSign() {
        if let sign = first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { removeFirst() }
    }

    /// Removes the digits at the start and returns how many there were.
    fileprivate mutating func dropDigits() -> Int {
        let count = prefix { $0.isDecimalDigit }.count
        removeFirst(count)
        return count
    }
}

extension UInt8 {
    /// Whether this is one of the ASCII characters 0 to 9.
    var isDecimalDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
