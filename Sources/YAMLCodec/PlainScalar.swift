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
    ///
    /// They are in small letters, in capitals, or with a capital first; only NaN has a form of its own.
    private init?(word bytes: Span<UInt8>) {
        let count = bytes.count
        guard count <= 5 else { return nil }
        var word: UInt64 = 0
        var capitals = 0
        var letters = 0
        for index in 0..<count {
            let byte = bytes[index]
            let small = byte | 0x20
            if small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") {
                letters += 1
                if byte != small { capitals += 1 }
                word = word << 8 | UInt64(small)
            } else {
                word = word << 8 | UInt64(byte)
            }
        }
        let hasCapitalFirst = capitals == 1 && bytes[count - letters] < UInt8(ascii: "a")
        let isNaN = word == Self.nan && capitals == 2 && bytes[2] == UInt8(ascii: "a")
        guard capitals == 0 || capitals == letters || hasCapitalFirst && word != Self.nan || isNaN else { return nil }
        switch word {
        case 0x7E, 0x6E75_6C6C: self = .null  // ~ null
        case 0x79, 0x7965_73, 0x7472_7565, 0x6F6E: self = .bool(true)  // y yes true on
        case 0x6E, 0x6E6F, 0x6661_6C73_65, 0x6F66_66: self = .bool(false)  // n no false off
        case Self.nan: self = .float(.nan)
        case 0x2E69_6E66, 0x2B2E_696E_66: self = .float(.infinity)  // .inf +.inf
        case 0x2D2E_696E_66: self = .float(-.infinity)  // -.inf
        default: return nil
        }
    }

    /// The bytes of `.nan`.
    private static let nan: UInt64 = 0x2E6E_616E

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
        for index in bytes.indices where !bytes[index].mayBeInNumber {
            self = .string
            return
        }
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
    /// Whether a number in any of Go's notations may have the character in it.
    fileprivate var mayBeInNumber: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"), UInt8(ascii: "O"):
            true
        default: false
        }
    }

    /// Whether this is one of the ASCII characters 0 to 9.
    var isDecimalDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
