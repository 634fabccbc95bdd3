import StdlibExtensions

/// A numeric constant of a template: the value its text stands for, without a context that would say more.
enum TemplateNumber: Sendable {
    case int(Int)
    case float(Double)
    case complex(real: Double, imaginary: Double)
    /// An integer that fits 64 bits without sign only; it cannot be used.
    case tooLarge

    enum Fault: Error {
        case overflow
        case syntax
        /// What Go's `fmt.Sscan` says of a complex constant it cannot read.
        case complex
    }

    /// Reads a constant such as `12`, `0x1F`, `1_000`, `1.5e3`, `2i`.
    init(_ text: String) throws(Fault) {
        if text.hasSuffix("i"), let imaginary = Self.float(String(text.dropLast())) {
            self = .complex(real: 0, imaginary: imaginary)
        } else if let integer = Self.integer(text) {
            self = .int(integer)
        } else if Self.unsigned(text) != nil {
            self = .tooLarge
        } else if let number = Self.float(text) {
            guard text.contains(where: { ".eEpP".contains($0) }) else { throw .overflow }
            self = .float(number)
        } else {
            throw .syntax
        }
    }

    /// Reads a constant such as `1+2i`.
    init(complex text: String) throws(Fault) {
        let body = Array(text.dropLast())
        let split = body.indices.dropFirst().last { index in
            (body[index] == "+" || body[index] == "-") && !"eEpP".contains(body[index - 1])
        }
        guard let split, let real = Self.float(String(body[..<split])),
            let imaginary = Self.float(String(body[split...]))
        else { throw .complex }
        self = .complex(real: real, imaginary: imaginary)
    }

    /// Go's `strconv.ParseInt` with base 0.
    private static func integer(_ text: String) -> Int? {
        let isNegative = text.hasPrefix("-")
        let unsigned = isNegative || text.hasPrefix("+") ? String(text.dropFirst()) : text
        guard let magnitude = self.unsigned(unsigned) else { return nil }
        if isNegative { return magnitude <= UInt(Int.max) ? -Int(magnitude) : magnitude == 1 << 63 ? Int.min : nil }
        return Int(exactly: magnitude)
    }

    /// Go's `strconv.ParseUint` with base 0.
    private static func unsigned(_ text: String) -> UInt? {
        guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
        guard hasGoodUnderscores(text) else { return nil }
        let digits = text.filter { $0 != "_" }
        switch digits.prefix(2).lowercased() {
        case "0x": return UInt(digits.dropFirst(2), radix: 16)
        case "0o": return UInt(digits.dropFirst(2), radix: 8)
        case "0b": return UInt(digits.dropFirst(2), radix: 2)
        default: return UInt(digits, radix: digits.hasPrefix("0") && digits.utf8.count > 1 ? 8 : 10)
        }
    }

    /// Go's `strconv.ParseFloat`; nil for what is none, or is too large.
    private static func float(_ text: String) -> Double? {
        guard hasGoodUnderscores(text) else { return nil }
        let digits = text.filter { $0 != "_" }
        let isHexadecimal = digits.drop { $0 == "+" || $0 == "-" }.lowercased().hasPrefix("0x")
        if isHexadecimal && !digits.contains(where: { $0 == "p" || $0 == "P" }) { return nil }
        guard let value = Double(digits), value.isFinite else { return nil }
        return value
    }

    /// Whether underscores stand between digits only, or behind the prefix of a base.
    private static func hasGoodUnderscores(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return true }
        var digits = text.drop { $0 == "+" || $0 == "-" }
        var previous: Character = "^"
        var isHexadecimal = false
        if digits.hasPrefix("0"), let base = digits.dropFirst().first, "xXoObB".contains(base) {
            isHexadecimal = base == "x" || base == "X"
            previous = "0"
            digits = digits.dropFirst(2)
        }
        for character in digits {
            let isDigit =
                ("0"..."9").contains(character) || isHexadecimal && ("a"..."f").contains(character.lowercased())
            if character == "_" {
                guard previous == "0" else { return false }
                previous = "_"
            } else {
                if previous == "_" && !isDigit { return false }
                previous = isDigit ? "0" : "!"
            }
        }
        return previous != "_"
    }
}
