extension Timestamp {
    /// Reads a time of RFC 3339 with any number of fractional digits, of which nine count.
    ///
    /// Nil for every other text, such as one without a zone or with a day that the month does not have; capital "T" and
    /// "Z" only, as Go's `time.Parse` wants it.
    package init?(rfc3339 text: String) {
        var reader = DigitReader(bytes: Array(text.utf8))
        guard let year = reader.number(digits: 4), reader.take("-"),
            let month = reader.number(digits: 2), reader.take("-"),
            let day = reader.number(digits: 2), reader.take("T"),
            let hour = reader.number(digits: 2), reader.take(":"),
            let minute = reader.number(digits: 2), reader.take(":"),
            let second = reader.number(digits: 2),
            let civil = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second),
            let nanoseconds = reader.fraction(), let offset = reader.zone(), reader.isAtEnd
        else { return nil }
        self.init(seconds: civil.secondsSinceEpoch - Int64(offset), nanoseconds: nanoseconds)
    }
}

/// Reads the parts of a time from its bytes.
private struct DigitReader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func digit() -> Int? {
        guard position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) else {
            return nil
        }
        defer { position += 1 }
        return Int(bytes[position] - UInt8(ascii: "0"))
    }

    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The fraction of a second in nanoseconds; zero where none is written, nil for a point without a digit.
    mutating func fraction() -> Int32? {
        guard take(".") || take(",") else { return 0 }
        var nanoseconds: Int32 = 0
        var digits = 0
        while let digit = digit() {
            if digits < 9 { nanoseconds = nanoseconds * 10 + Int32(digit) }
            digits += 1
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 9)..<9 { nanoseconds *= 10 }
        return nanoseconds
    }

    /// The zone's lead over UTC in seconds.
    mutating func zone() -> Int? {
        if take("Z") { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(digits: 2), hours <= 24, take(":"),
            let minutes = number(digits: 2), minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }
}
