/// A time of RFC 3339 as Go reads it, with Go's reasons for refusing one.
package struct GoTime: Hashable, Sendable {
    /// Since 1970-01-01T00:00:00Z.
    package let secondsSinceEpoch: Int64
    /// The part of a second, from 0 to 999,999,999.
    package let nanoseconds: Int32

    /// Since 1970-01-01T00:00:00Z; what lies beyond the years 1678 and 2262 counts as those.
    package var nanosecondsSinceEpoch: Int64 {
        let (scaled, overflow) = secondsSinceEpoch.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? (secondsSinceEpoch < 0 ? .min : .max) : scaled.saturatingAdding(Int64(nanoseconds))
    }

    /// Reads a time as Go's `time.Parse` does for the layout `2006-01-02T15:04:05Z07:00`.
    package init(rfc3339 text: String) throws(GoTimeError) {
        var reader = TimeReader(rest: Array(text.utf8)[...])
        let year = try reader.number(digits: 4, as: "2006")
        try reader.skip("-")
        let month = try reader.number(digits: 2, as: "01")
        guard (1...12).contains(month) else { throw .outOfRange("month") }
        try reader.skip("-")
        let day = try reader.number(digits: 2, as: "02")
        try reader.skip("T")
        let hour = try reader.hour()
        guard hour < 24 else { throw .outOfRange("hour") }
        try reader.skip(":")
        let minute = try reader.number(digits: 2, as: "04")
        guard minute < 60 else { throw .outOfRange("minute") }
        try reader.skip(":")
        let second = try reader.number(digits: 2, as: "05")
        guard second < 60 else { throw .outOfRange("second") }
        nanoseconds = reader.fraction()
        let offset = try reader.zone()
        guard reader.rest.isEmpty else { throw .extraText(String(decoding: reader.rest, as: UTF8.self)) }
        guard day >= 1, day <= Self.days(ofMonth: month, year: year) else { throw .outOfRange("day") }
        let days = Self.daysSinceEpoch(year: year, month: month, day: day)
        secondsSinceEpoch = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
    }

    private static func days(ofMonth month: Int64, year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Counts years from March on, so that the leap day is a year's last.
    private static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// Why a text is no time; the sentences follow `parsing time "x"`.
package enum GoTimeError: Error, Hashable {
    /// Go: ` as "2006-01-02T15:04:05Z07:00": cannot parse "y" as "2006"`
    case unexpected(rest: String, element: String)
    /// Go: `: month out of range`
    case outOfRange(String)
    /// Go: `: extra text: "y"`
    case extraText(String)
}

/// Takes the parts of a time from the front of its text.
private struct TimeReader {
    var rest: ArraySlice<UInt8>

    mutating func number(digits: Int, as element: String) throws(GoTimeError) -> Int64 {
        let text = rest.prefix(digits)
        guard text.count == digits, text.allSatisfy(Self.isDigit), let number = Int64(Self.text(text)) else {
            throw fault(element)
        }
        rest = rest.dropFirst(digits)
        return number
    }

    /// Go takes an hour of one digit as well.
    mutating func hour() throws(GoTimeError) -> Int64 {
        let isLong = rest.dropFirst().first.map(Self.isDigit) ?? false
        return try number(digits: isLong ? 2 : 1, as: "15")
    }

    mutating func skip(_ separator: String) throws(GoTimeError) {
        guard rest.starts(with: separator.utf8) else { throw fault(separator) }
        rest = rest.dropFirst(separator.utf8.count)
    }

    /// The part of a second, in nanoseconds; zero where there is none.
    mutating func fraction() -> Int32 {
        guard let point = rest.first, point == UInt8(ascii: ".") || point == UInt8(ascii: ","),
            rest.dropFirst().first.map(Self.isDigit) ?? false
        else { return 0 }
        let digits = rest.dropFirst().prefix(while: Self.isDigit)
        rest = rest.dropFirst(1 + digits.count)
        let text = Self.text(digits.prefix(9))
        return Int32(text + String(repeating: "0", count: 9 - text.utf8.count)) ?? 0
    }

    /// How far the zone is ahead of UTC, in seconds.
    mutating func zone() throws(GoTimeError) -> Int64 {
        if rest.first == UInt8(ascii: "Z") {
            rest = rest.dropFirst()
            return 0
        }
        let start = self
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            throw fault("Z07:00")
        }
        do throws(GoTimeError) {
            rest = rest.dropFirst()
            let hours = try number(digits: 2, as: "")
            try skip(":")
            let minutes = try number(digits: 2, as: "")
            // Go takes a whole day, and a whole hour in minutes.
            guard minutes <= 60 else { throw GoTimeError.outOfRange("time zone offset minute") }
            guard hours <= 24 else { throw GoTimeError.outOfRange("time zone offset hour") }
            return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
        } catch .outOfRange(let part) {
            throw .outOfRange(part)
        } catch {
            throw start.fault("Z07:00")
        }
    }

    private func fault(_ element: String) -> GoTimeError {
        .unexpected(rest: Self.text(rest), element: element)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Int64 {
    fileprivate func saturatingAdding(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
