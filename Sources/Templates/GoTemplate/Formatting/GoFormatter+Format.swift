import StdlibExtensions

extension GoFormatter {
    /// Writes what `fmt.Sprintf` returns.
    mutating func print(format: GoString, _ values: [GoValue?]) {
        var reader = FormatReader(format: format.bytes, values: values)
        while let piece = reader.next() {
            switch piece {
            case .text(let bytes): output += bytes
            case .operand(let value, let verb, let verbFlags):
                flags = verbFlags
                if verb == "v" || verb == "w" {
                    (flags.sharpV, flags.sharp) = (flags.sharp, false)
                    (flags.plusV, flags.plus) = (flags.plus, false)
                }
                print(value, verb: verb)
            }
        }
        flags = FormatFlags()
        guard !reader.isReordered, reader.argument < values.count else { return }
        write("%!(EXTRA ")
        for (index, value) in values[reader.argument...].enumerated() {
            if index > 0 { write(", ") }
            if let value { write("\(value.typeName)=") }
            print(value, verb: "v")
        }
        write(")")
    }
}

/// Takes a format of Go's `fmt` apart.
private struct FormatReader {
    enum Piece {
        case text([UInt8])
        case operand(GoValue?, verb: Unicode.Scalar, FormatFlags)
    }

    let format: [UInt8]
    let values: [GoValue?]
    private var index = 0
    /// What is to be written before the next piece.
    private var pending: [Piece] = []
    private(set) var argument = 0
    /// Whether arguments were called by number; those that are left over are no mistake then.
    private(set) var isReordered = false
    private var isGoodArgument = true

    init(format: [UInt8], values: [GoValue?]) {
        self.format = format
        self.values = values
    }

    mutating func next() -> Piece? {
        if !pending.isEmpty { return pending.removeFirst() }
        guard index < format.count else { return nil }
        let end = format[index...].firstIndex(of: UInt8(ascii: "%")) ?? format.count
        if end > index {
            defer { index = end }
            return .text(Array(format[index..<end]))
        }
        index += 1
        readDirective()
        return next()
    }

    private func isAt(_ character: Unicode.Scalar) -> Bool {
        index < format.count && format[index] == UInt8(ascii: character)
    }

    private mutating func put(_ text: String) {
        pending.append(.text(Array(text.utf8)))
    }

    /// Reads what comes behind a percent sign.
    private mutating func readDirective() {
        var flags = readFlags()
        isGoodArgument = true
        var isBehindNumber = readArgumentNumber()
        if isAt("*") {
            index += 1
            flags.width = integerArgument()
            if flags.width == nil { put("%!(BADWIDTH)") }
            if let width = flags.width, width < 0 {
                flags.width = -width
                flags.minus = true
                flags.zero = false
            }
            isBehindNumber = false
        } else {
            flags.width = readNumber()
            if isBehindNumber, flags.width != nil { isGoodArgument = false }
        }
        if isAt("."), index + 1 <= format.count {
            index += 1
            if isBehindNumber { isGoodArgument = false }
            isBehindNumber = readArgumentNumber()
            if isAt("*") {
                index += 1
                flags.precision = integerArgument().flatMap { $0 < 0 ? nil : $0 }
                if flags.precision == nil { put("%!(BADPREC)") }
                isBehindNumber = false
            } else {
                flags.precision = readNumber() ?? 0
            }
        }
        if !isBehindNumber { _ = readArgumentNumber() }
        readVerb(flags)
    }

    private mutating func readVerb(_ flags: FormatFlags) {
        guard index < format.count else { return put("%!(NOVERB)") }
        let rune = Rune(at: index, of: format)
        let verb = rune.scalar ?? "\u{FFFD}"
        index += rune.width
        if verb == "%" {
            put("%")
        } else if !isGoodArgument {
            put("%!\(verb)(BADINDEX)")
        } else if argument >= values.count {
            put("%!\(verb)(MISSING)")
        } else {
            pending.append(.operand(values[argument], verb: verb, flags))
            argument += 1
        }
    }

    private mutating func readFlags() -> FormatFlags {
        var flags = FormatFlags()
        while index < format.count {
            switch format[index] {
            case UInt8(ascii: "#"): flags.sharp = true
            case UInt8(ascii: "0"): flags.zero = true
            case UInt8(ascii: "+"): flags.plus = true
            case UInt8(ascii: "-"): flags.minus = true
            case UInt8(ascii: " "): flags.space = true
            default: return flags
            }
            index += 1
        }
        return flags
    }

    /// Reads decimal digits; nil where there are none.
    ///
    /// Behind a number that is too large nothing is left of the format.
    private mutating func readNumber() -> Int? {
        var number: Int?
        while index < format.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(format[index]) {
            if let number, number > FormatFlags.limit {
                index = format.count
                return nil
            }
            number = (number ?? 0) * 10 + Int(format[index] - UInt8(ascii: "0"))
            index += 1
        }
        return number
    }

    /// Reads `[n]`, which names the argument to go on with; whether there is one.
    private mutating func readArgumentNumber() -> Bool {
        guard isAt("[") else { return false }
        isReordered = true
        guard format.count - index >= 3, let end = format[(index + 1)...].firstIndex(of: UInt8(ascii: "]")) else {
            isGoodArgument = false
            index += 1
            return false
        }
        let digits = format[(index + 1)..<end]
        index = end + 1
        let isNumber = !digits.isEmpty && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let number = isNumber ? Int(String(decoding: digits, as: UTF8.self)) : nil
        guard let number, number <= 10 * FormatFlags.limit else {
            isGoodArgument = false
            return false
        }
        if number >= 1, number <= values.count {
            argument = number - 1
        } else {
            isGoodArgument = false
        }
        return true
    }

    /// The next argument, if it is an integer that can be a width or a precision.
    private mutating func integerArgument() -> Int? {
        guard argument < values.count else { return nil }
        defer { argument += 1 }
        guard let number = values[argument]?.integer, number.magnitude <= UInt(FormatFlags.limit) else { return nil }
        return number
    }
}
