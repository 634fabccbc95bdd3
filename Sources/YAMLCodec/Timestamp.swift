/// The texts go-yaml takes for a timestamp: the four layouts it tries with Go's `time.Parse`.
enum Timestamp {
    /// Whether the text is `2006-1-2`, `2006-1-2 15:4:5[.9]`, or `2006-1-2T15:4:5[.9]` (or with `t`) and a zone.
    static func matches(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 8, bytes[4] == UInt8(ascii: "-"), let year = number(in: bytes, at: 0, digits: 4) else {
            return false
        }
        var index = 5
        guard let month = shortNumber(in: bytes, &index), skip("-", in: bytes, &index),
            let day = shortNumber(in: bytes, &index), (1...12).contains(month),
            day >= 1, day <= days(inMonth: month, year: year)
        else { return false }
        guard index < bytes.count else { return true }
        switch bytes[index] {
        case UInt8(ascii: "T"), UInt8(ascii: "t"):
            index += 1
            return skipTime(in: bytes, &index) && skipZone(in: bytes, &index) && index == bytes.count
        case UInt8(ascii: " "):
            // Go's parser takes any number of spaces for the one of the layout.
            while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
            return skipTime(in: bytes, &index) && index == bytes.count
        default:
            return false
        }
    }

    private static func skipTime(in bytes: Span<UInt8>, _ index: inout Int) -> Bool {
        guard let hour = shortNumber(in: bytes, &index), hour < 24, skip(":", in: bytes, &index),
            let minute = shortNumber(in: bytes, &index), minute < 60, skip(":", in: bytes, &index),
            let second = shortNumber(in: bytes, &index), second < 60
        else { return false }
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
            bytes[index + 1].isDecimalDigit
        else { return true }
        index += 1
        while index < bytes.count, bytes[index].isDecimalDigit { index += 1 }
        return true
    }

    /// `Z`, or an offset such as `+02:00` of at most 24 hours and 60 minutes.
    private static func skipZone(in bytes: Span<UInt8>, _ index: inout Int) -> Bool {
        guard index < bytes.count else { return false }
        if skip("Z", in: bytes, &index) { return true }
        guard skip("+", in: bytes, &index) || skip("-", in: bytes, &index),
            let hours = number(in: bytes, at: index, digits: 2), hours <= 24,
            index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: ":"),
            let minutes = number(in: bytes, at: index + 3, digits: 2), minutes <= 60
        else { return false }
        index += 5
        return true
    }

    private static func skip(_ character: Unicode.Scalar, in bytes: Span<UInt8>, _ index: inout Int) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// One or two digits.
    private static func shortNumber(in bytes: Span<UInt8>, _ index: inout Int) -> Int? {
        let digits = index + 1 < bytes.count && bytes[index + 1].isDecimalDigit ? 2 : 1
        guard let value = number(in: bytes, at: index, digits: digits) else { return nil }
        index += digits
        return value
    }

    private static func number(in bytes: Span<UInt8>, at start: Int, digits: Int) -> Int? {
        guard start + digits <= bytes.count else { return nil }
        var value = 0
        for index in start..<start + digits {
            guard bytes[index].isDecimalDigit else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return value
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
