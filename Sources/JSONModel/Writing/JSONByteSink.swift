/// A buffer of fixed size that JSON text is put into and that is emptied, at a whole character, whenever it is full.
struct JSONByteSink: ~Copyable {
    typealias Drain = (UnsafeBufferPointer<UInt8>) -> Void

    private static let capacity = 32 * 1024
    /// So much may be appended at once; a byte of text takes at most six when it is escaped.
    private static let largestAppend = 6 * largestPiece
    private static let largestPiece = 1024

    private let storage: UnsafeMutablePointer<UInt8>
    private var count = 0

    init() {
        storage = .allocate(capacity: Self.capacity)
    }

    deinit {
        storage.deallocate()
    }

    /// Hands everything on to `drain`.
    mutating func empty(into drain: Drain) {
        if count > 0 { drain(UnsafeBufferPointer(start: storage, count: count)) }
        count = 0
    }

    /// Makes room for one append of any kind.
    @inline(__always)
    private mutating func makeRoom(_ drain: Drain) {
        if count > Self.capacity - Self.largestAppend { empty(into: drain) }
    }

    @inline(__always)
    mutating func append(_ byte: UInt8, _ drain: Drain) {
        makeRoom(drain)
        storage[count] = byte
        count += 1
    }

    mutating func append(_ literal: StaticString, _ drain: Drain) {
        append(plain: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount), drain)
    }

    /// Appends a line feed and so many spaces.
    mutating func appendLineFeed(indentation: Int, _ drain: Drain) {
        append(UInt8(ascii: "\n"), drain)
        var rest = indentation
        while rest > 0 {
            makeRoom(drain)
            let length = min(rest, Self.largestAppend)
            (storage + count).update(repeating: UInt8(ascii: " "), count: length)
            count += length
            rest -= length
        }
    }

    /// Appends bytes as they are.
    mutating func append(plain bytes: UnsafeBufferPointer<UInt8>, _ drain: Drain) {
        var rest = bytes[...]
        while !rest.isEmpty {
            makeRoom(drain)
            let piece = rest.prefix(Self.largestPiece)
            _ = UnsafeMutableBufferPointer(start: storage + count, count: piece.count).update(fromContentsOf: piece)
            count += piece.count
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Appends a text between quotes, with the escapes of Go's `encoding/json`.
    mutating func append(quoted text: UnsafeBufferPointer<UInt8>, escapesHTML: Bool, _ drain: Drain) {
        append(UInt8(ascii: "\""), drain)
        let scanner = JSONScanner(UnsafeRawBufferPointer(text))
        var index = 0
        while index < scanner.count {
            makeRoom(drain)
            let limit = index + Self.largestPiece
            index = copyPlain(scanner, from: index, limit: limit)
            if index < scanner.count && !Self.isPlain(scanner[index]) {
                index = appendEscape(scanner, index, escapesHTML: escapesHTML)
            }
        }
        append(UInt8(ascii: "\""), drain)
    }

    /// Copies up to the next character that may need an escape, or to about `limit`; returns where it stopped.
    @inline(__always)
    private mutating func copyPlain(_ scanner: JSONScanner, from start: Int, limit: Int) -> Int {
        var index = start
        while index < limit && index &+ 8 <= scanner.count {
            let word = scanner.word(index, before: scanner.count)
            // Bytes after the first to be escaped are written over later.
            UnsafeMutableRawPointer(storage + count).storeBytes(of: word.littleEndian, as: UInt64.self)
            let stops = Self.stops(word)
            let length = stops == 0 ? 8 : stops.trailingZeroBitCount / 8
            index &+= length
            count &+= length
            if stops != 0 { return index }
        }
        while index < limit && index < scanner.count && Self.isPlain(scanner[index]) {
            storage[count] = scanner[index]
            index &+= 1
            count &+= 1
        }
        // A character is never cut, so that what is handed on is whole.
        while index < scanner.count && scanner[index] & 0xC0 == 0x80 {
            index &-= 1
            count &-= 1
        }
        return index
    }

    /// Appends the character at `index`, escaped where Go escapes it, and returns the place after it.
    private mutating func appendEscape(_ scanner: JSONScanner, _ index: Int, escapesHTML: Bool) -> Int {
        switch scanner[index] {
        case let byte where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\"): put(escape: byte)
        case 0x08: put(escape: UInt8(ascii: "b"))
        case 0x0C: put(escape: UInt8(ascii: "f"))
        case 0x0A: put(escape: UInt8(ascii: "n"))
        case 0x0D: put(escape: UInt8(ascii: "r"))
        case 0x09: put(escape: UInt8(ascii: "t"))
        case let byte where byte < 0x20: put(codeUnit: UInt16(byte))
        case let byte where escapesHTML && [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&")].contains(byte):
            put(codeUnit: UInt16(byte))
        case 0xE2 where index + 2 < scanner.count && scanner[index + 1] == 0x80 && scanner[index + 2] & 0xFE == 0xA8:
            put(codeUnit: 0x2000 | UInt16(scanner[index + 2] & 0x3F))
            return index + 3
        case 0xE2 where index + 2 < scanner.count:
            for offset in 0..<3 { put(scanner[index + offset]) }
            return index + 3
        case let byte:
            put(byte)
        }
        return index + 1
    }

    private mutating func put(_ byte: UInt8) {
        storage[count] = byte
        count += 1
    }

    private mutating func put(escape letter: UInt8) {
        put(UInt8(ascii: "\\"))
        put(letter)
    }

    private mutating func put(codeUnit: UInt16) {
        put(escape: UInt8(ascii: "u"))
        for shift in stride(from: 12, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: codeUnit >> UInt16(shift) & 0xF)
            put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        stops(UInt64(byte) | 0x2020_2020_2020_2000) == 0
    }

    /// A word with the high bit of each byte that may need an escape; exact up to the lowest one.
    @inline(__always)
    private static func stops(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
        let quoteOrAmpersand = (word | ones &* 0x04) ^ ones &* UInt64(UInt8(ascii: "&"))
        let angle = (word | ones &* 0x02) ^ ones &* UInt64(UInt8(ascii: ">"))
        let backslash = word ^ ones &* UInt64(UInt8(ascii: "\\"))
        // The first byte of the characters U+2000 to U+2FFF, of which two are escaped.
        let lead = word ^ ones &* 0xE2
        let control = (word &- ones &* 0x20) & ~word
        return (zeros(quoteOrAmpersand) | zeros(angle) | zeros(backslash) | zeros(lead) | control)
            & 0x8080_8080_8080_8080
    }
}
