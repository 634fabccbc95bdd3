extension TimeProblem {
    /// Finds what is wrong with a time of RFC 3339; nil where nothing is.
    ///
    /// The rules and their order are those of Go's `time.Parse` with the layout `2006-01-02T15:04:05Z07:00`.
    init?(of text: String) {
        var reader = LayoutReader(rest: text[...])
        do throws(TimeProblem) {
            let year = try reader.number("2006", digits: 4...4)
            try reader.literal("-")
            let month = try reader.number("01", digits: 2...2, in: 1...12, "month")
            try reader.literal("-")
            let day = try reader.number("02", digits: 2...2)
            try reader.literal("T")
            _ = try reader.number("15", digits: 1...2, in: 0...23, "hour")
            try reader.literal(":")
            _ = try reader.number("04", digits: 2...2, in: 0...59, "minute")
            try reader.literal(":")
            _ = try reader.number("05", digits: 2...2, in: 0...59, "second")
            reader.skipFraction()
            try reader.zone()
            if !reader.rest.isEmpty { throw .extraText(String(reader.rest)) }
            if day < 1 || day > Self.days(inMonth: month, year: year) { throw .outOfRange("day") }
            return nil
        } catch {
            self = error
        }
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension TimeProblem: Error {}

/// Takes the elements of the layout off a text.
private struct LayoutReader {
    var rest: Substring

    mutating func literal(_ character: Character) throws(TimeProblem) {
        guard rest.first == character else { throw .unreadable(rest: String(rest), element: String(character)) }
        rest.removeFirst()
    }

    mutating func number(
        _ element: String, digits: ClosedRange<Int>, in range: ClosedRange<Int> = 0...9999, _ name: String = ""
    ) throws(TimeProblem) -> Int {
        let count = rest.utf8.prefix(digits.upperBound).prefix { Self.isDigit($0) }.count
        guard count >= digits.lowerBound, let value = Int(rest.prefix(count)) else {
            throw .unreadable(rest: String(rest), element: element)
        }
        rest.removeFirst(count)
        guard range.contains(value) else { throw .outOfRange(name) }
        return value
    }

    mutating func skipFraction() {
        let bytes = rest.utf8
        guard let first = bytes.first, first == UInt8(ascii: ".") || first == UInt8(ascii: ","),
            bytes.dropFirst().first.map(Self.isDigit) == true
        else { return }
        rest = rest.dropFirst(1 + bytes.dropFirst().prefix { Self.isDigit($0) }.count)
    }

    /// `Z`, or a sign and hours and minutes with a colon.
    mutating func zone() throws(TimeProblem) {
        if rest.first == "Z" {
            rest.removeFirst()
            return
        }
        let offset = Array(rest.utf8.prefix(6))
        let isOffset =
            offset.count == 6 && (offset[0] == UInt8(ascii: "+") || offset[0] == UInt8(ascii: "-"))
            && offset[3] == UInt8(ascii: ":") && [1, 2, 4, 5].allSatisfy { Self.isDigit(offset[$0]) }
        guard isOffset else { throw .unreadable(rest: String(rest), element: "Z07:00") }
        rest = rest.dropFirst(6)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
