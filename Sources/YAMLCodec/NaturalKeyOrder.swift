import JSONModel

/// The order go-yaml writes the keys of a map in: runs of digits by their number, other characters before letters.
enum NaturalKeyOrder {
    /// A member to be sorted.
    private struct Entry {
        /// The first bytes of its key, the first one highest.
        let prefix: UInt64
        let index: Int
    }

    /// The indices of the members in order.
    static func sorted(_ members: [JSONObject.Member]) -> [Int] {
        var entries = members.indices.map { Entry(prefix: prefix(of: members[$0].key.utf8.span), index: $0) }
        entries.sort { a, b in
            prefixPrecedes(a.prefix, b.prefix) ?? precedes(members[a.index].key, members[b.index].key)
        }
        return entries.map(\.index)
    }

    private static func prefix(of bytes: Span<UInt8>) -> UInt64 {
        var prefix: UInt64 = 0
        for index in 0..<min(bytes.count, 8) { prefix |= UInt64(bytes[index]) << UInt64(56 - index * 8) }
        return prefix
    }

    /// The answer where the first difference is within the prefix and one of ASCII letters; nil elsewhere.
    private static func prefixPrecedes(_ a: UInt64, _ b: UInt64) -> Bool? {
        guard a != b else { return nil }
        let shift = UInt64(56 - (a ^ b).leadingZeroBitCount / 8 * 8)
        return isLetter(UInt8(truncatingIfNeeded: a >> shift)) && isLetter(UInt8(truncatingIfNeeded: b >> shift))
            ? a < b : nil
    }

    /// Whether `a` comes before `b`.
    static func precedes(_ a: String, _ b: String) -> Bool {
        bytesPrecede(a.utf8.span, b.utf8.span) ?? scalarsPrecede(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }

    /// The answer where the first difference is one of ASCII letters, which is nearly always; nil elsewhere.
    private static func bytesPrecede(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool? {
        let shorter = min(a.count, b.count)
        var index = 0
        while index < shorter, a[index] == b[index] { index += 1 }
        guard index < shorter else { return a.count < b.count }
        guard a[index] < 0x80, b[index] < 0x80 else { return nil }
        let aIsLetter = isLetter(a[index])
        let bIsLetter = isLetter(b[index])
        if aIsLetter && bIsLetter { return a[index] < b[index] }
        return aIsLetter || bIsLetter ? bIsLetter : nil
    }

    private static func scalarsPrecede(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        guard let index = zip(a, b).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset else {
            return a.count < b.count
        }
        let aIsLetter = isLetter(a[index])
        let bIsLetter = isLetter(b[index])
        if aIsLetter && bIsLetter { return a[index] < b[index] }
        if aIsLetter || bIsLetter { return bIsLetter }
        var aRun = DigitRun()
        var bRun = DigitRun()
        if a[index] == "0" || b[index] == "0" {
            // A zero in the midst of a number counts as a digit and not as a leading zero.
            let digitsBefore = a[..<index].reversed().prefix { isDigit($0) }
            if digitsBefore.contains(where: { $0 != "0" }) {
                aRun.number = 1
                bRun.number = 1
            }
        }
        aRun.append(a[index...].prefix { isDigit($0) })
        bRun.append(b[index...].prefix { isDigit($0) })
        if aRun.number != bRun.number { return aRun.number < bRun.number }
        if aRun.count != bRun.count { return aRun.count < bRun.count }
        return a[index] < b[index]
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }

    /// A run of digits and the number it stands for, in arithmetic that wraps around as Go's does.
    private struct DigitRun {
        var number: Int64 = 0
        var count = 0

        mutating func append(_ digits: ArraySlice<Unicode.Scalar>) {
            for digit in digits { number = number &* 10 &+ (Int64(digit.value) - 0x30) }
            count = digits.count
        }
    }
}
