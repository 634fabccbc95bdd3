/// The bytes at hand and the search for the ends of tokens in them.
///
/// Every position is checked against `count` before it is read; the bytes are those of one buffer, borrowed for the
/// time of one call.
struct JSONScanner {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    @inline(__always)
    subscript(index: Int) -> UInt8 { bytes[index] }

    func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[range]) }

    func array(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

    /// The eight bytes from `index`, the first in the lowest place; `index + 8` must not be past the end.
    @inline(__always)
    private func word(_ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The bytes from `index`, eight or as many as there are before `end`, the first in the lowest place.
    @inline(__always)
    func word(_ index: Int, before end: Int) -> UInt64 {
        let length = end &- index
        if length >= 8 { return word(index) }
        if index &+ 8 <= count { return word(index) & (1 << UInt64(truncatingIfNeeded: length &* 8) &- 1) }
        var word: UInt64 = 0
        for place in stride(from: end - 1, through: index, by: -1) { word = word << 8 | UInt64(bytes[place]) }
        return word
    }

    /// Whether the bytes from `index` are those of `text`.
    @inline(__always)
    func hasText(_ text: [UInt8], at index: Int) -> Bool {
        guard index + text.count <= count else { return false }
        return text.withUnsafeBytes { text in
            let text = JSONScanner(text)
            var offset = 0
            while offset &+ 8 <= text.count {
                if word(index &+ offset) != text.word(offset) { return false }
                offset &+= 8
            }
            return word(index &+ offset, before: index &+ text.count) == text.word(offset, before: text.count)
        }
    }

    /// A hash of the bytes in `range`; quick, and no protection against bytes made to collide.
    @inline(__always)
    func hash(_ range: Range<Int>) -> UInt32 {
        var hash = UInt64(truncatingIfNeeded: range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            hash = Self.mix(hash, word(index, before: range.upperBound))
            index &+= 8
        }
        return UInt32(truncatingIfNeeded: hash >> 32)
    }

    /// The hash of the bytes of a short string.
    @inline(__always)
    static func hash(_ string: ShortString) -> UInt32 {
        var hash = UInt64(truncatingIfNeeded: string.length)
        if string.length > 0 { hash = mix(hash, string.low) }
        if string.length > 8 { hash = mix(hash, string.high) }
        return UInt32(truncatingIfNeeded: hash >> 32)
    }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        ((hash << 5 | hash >> 59) ^ word) &* 0x9E37_79B9_7F4A_7C15
    }
}

// MARK: - Strings

/// A string of less than 16 plain ASCII characters, together with its bytes in two words.
struct ShortString {
    var length: Int
    /// The bytes, the first in the lowest place of `low`, the ninth in the lowest of `high`; the rest is zero.
    var low: UInt64
    var high: UInt64
}

extension JSONScanner {
    /// The string whose first character is at `index`, when it is short, plain, and ends well before the bytes do.
    @inline(__always)
    func shortString(at index: Int) -> ShortString? {
        guard index &+ 16 <= count else { return nil }
        let low = word(index)
        let lowStops = Self.stops(low) | low & Self.highBits
        if lowStops != 0 {
            let shift = UInt64(truncatingIfNeeded: lowStops.trailingZeroBitCount &- 7)
            guard low >> shift & 0xFF == UInt64(UInt8(ascii: "\"")) else { return nil }
            return ShortString(
                length: Int(truncatingIfNeeded: shift &>> 3), low: low & (1 &<< shift &- 1), high: 0)
        }
        let high = word(index &+ 8)
        let highStops = Self.stops(high) | high & Self.highBits
        guard highStops != 0 else { return nil }
        let shift = UInt64(truncatingIfNeeded: highStops.trailingZeroBitCount &- 7)
        guard high >> shift & 0xFF == UInt64(UInt8(ascii: "\"")) else { return nil }
        return ShortString(
            length: 8 &+ Int(truncatingIfNeeded: shift &>> 3), low: low, high: high & (1 &<< shift &- 1))
    }

    fileprivate static var ones: UInt64 { 0x0101_0101_0101_0101 }
    fileprivate static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// A word with the high bit of each byte that is a quote, a backslash or a control character; exact up to the
    /// lowest one.
    @inline(__always)
    fileprivate static func stops(_ word: UInt64) -> UInt64 {
        // A difference has its high bit set where the byte was zero, or below a space.
        let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word) & highBits
    }
}

/// How far the search for a string's end has come, so that it can go on when more bytes are there.
struct StringScan {
    enum Outcome {
        case found
        case outOfBytes
        case controlCharacter
        case invalidEscape(length: Int)
    }

    /// Where the search goes on; at the end, the place of the closing quote or of what is wrong.
    var index: Int
    var hasEscape = false
    var isASCII = true
}

extension JSONScanner {
    /// Goes on to the quote that closes a string; checks escapes and control characters, not the UTF-8.
    func findStringEnd(_ scan: inout StringScan, atEnd: Bool) -> StringScan.Outcome {
        while true {
            skipPlainText(&scan)
            guard scan.index < count else { return .outOfBytes }
            switch bytes[scan.index] {
            case UInt8(ascii: "\""):
                return .found
            case UInt8(ascii: "\\"):
                switch escapeLength(at: scan.index, atEnd: atEnd) {
                case .valid(let length):
                    scan.hasEscape = true
                    scan.index += length
                case .outOfBytes: return .outOfBytes
                case .invalid(let length): return .invalidEscape(length: length)
                }
            default:
                return .controlCharacter
            }
        }
    }

    /// Moves to the next quote, backslash or control character, or to the end of the bytes.
    @inline(__always)
    private func skipPlainText(_ scan: inout StringScan) {
        var index = scan.index
        while index &+ 8 <= count {
            let word = word(index)
            let stops = Self.stops(word)
            if stops == 0 {
                if word & Self.highBits != 0 { scan.isASCII = false }
                index += 8
            } else {
                let length = stops.trailingZeroBitCount / 8
                let before: UInt64 = (1 << UInt64(length * 8)) &- 1
                if word & Self.highBits & before != 0 { scan.isASCII = false }
                scan.index = index + length
                return
            }
        }
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            if byte >= 0x80 { scan.isASCII = false }
            index += 1
        }
        scan.index = index
    }

    private enum EscapeLength {
        case valid(Int)
        case outOfBytes
        case invalid(Int)
    }

    private func escapeLength(at index: Int, atEnd: Bool) -> EscapeLength {
        guard index + 1 < count else { return .outOfBytes }
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return .valid(2)
        case UInt8(ascii: "u"):
            let available = min(6, count - index)
            let allHex = (2..<available).allSatisfy { bytes[index + $0].hexValue != nil }
            if available == 6 { return allHex ? .valid(6) : .invalid(6) }
            return allHex || !atEnd ? .outOfBytes : .invalid(available)
        default:
            return .invalid(2)
        }
    }
}

// MARK: - Numbers

/// How far a number has been read.
enum NumberScan {
    case minus, zero, integer, point, fraction, exponent, exponentSign, power

    /// Whether the number may end here.
    var isComplete: Bool {
        switch self {
        case .zero, .integer, .fraction, .power: true
        case .minus, .point, .exponent, .exponentSign: false
        }
    }

    /// The state after one more byte; nil where the byte does not go on with the number.
    func after(_ byte: UInt8) -> NumberScan? {
        let isDigit = byte &- UInt8(ascii: "0") < 10
        switch (self, byte) {
        case (.minus, UInt8(ascii: "0")): return .zero
        case (.minus, _): return isDigit ? .integer : nil
        case (.integer, _) where isDigit: return .integer
        case (.zero, UInt8(ascii: ".")), (.integer, UInt8(ascii: ".")): return .point
        case (.zero, _), (.integer, _): return byte | 0x20 == UInt8(ascii: "e") ? .exponent : nil
        case (.point, _): return isDigit ? .fraction : nil
        case (.fraction, _) where isDigit: return .fraction
        case (.fraction, _): return byte | 0x20 == UInt8(ascii: "e") ? .exponent : nil
        case (.exponent, UInt8(ascii: "+")), (.exponent, UInt8(ascii: "-")): return .exponentSign
        case (.exponent, _), (.exponentSign, _), (.power, _): return isDigit ? .power : nil
        }
    }
}

extension JSONScanner {
    /// The position after the bytes that go on with a number.
    func numberEnd(from index: Int, _ scan: inout NumberScan) -> Int {
        var index = index
        while index < count, let next = scan.after(bytes[index]) {
            scan = next
            index += 1
        }
        return index
    }
}

// MARK: - Characters

extension JSONScanner {
    /// The length of the UTF-8 character at `index`: 1 where none begins; nil when more bytes could complete one.
    func characterLength(at index: Int, atEnd: Bool) -> Int? {
        let available = UnsafeRawBufferPointer(rebasing: bytes[index..<min(index + 4, count)])
        switch UTF8Character.length(available) {
        case .valid(let length): return length
        case .invalid: return 1
        case .truncated: return atEnd ? 1 : nil
        }
    }
}

extension UInt8 {
    /// The value of an ASCII hexadecimal digit; nil for other characters.
    @inline(__always)
    var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
