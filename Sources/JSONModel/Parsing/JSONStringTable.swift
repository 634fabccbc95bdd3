/// The texts that were read lately, found again by the bytes they were written with: in a list, keys and many values
/// recur.
///
/// A text that is found costs neither its decoding nor memory of its own. The table is a cache of bounded size with
/// one place for each hash, where a new text replaces the old one, so that no input can make the search long.
struct JSONStringTable: ~Copyable {
    /// A text with a hash of its UTF-8 bytes.
    struct Entry {
        var text: String
        var hash: UInt32
    }

    private struct Slot {
        /// The bytes as written; the rest of the last word is zero.
        var words = InlineArray<8, UInt64>(repeating: 0)
        var text = ""
        var length: UInt32 = 0
        var writtenHash: UInt32 = 0
        var textHash: UInt32 = 0
    }

    /// The number of bytes up to which texts are kept.
    private static let longestKept = 64
    private static let largestSize = 1024

    private var slots: UnsafeMutablePointer<Slot>
    /// A power of two, so that the low bits of a hash are a place.
    private var size = 64
    private var missCount = 0
    private var decoder = JSONStringDecoder()

    init() {
        slots = .allocate(capacity: size)
        slots.initialize(repeating: Slot(), count: size)
    }

    deinit {
        slots.deinitialize(count: size)
        slots.deallocate()
    }

    /// The text that is written with the bytes `range`, which stood between two quotes.
    @inline(__always)
    mutating func entry(for range: Range<Int>, of scanner: JSONScanner, hasEscape: Bool, isASCII: Bool) -> Entry {
        guard range.count <= Self.longestKept else {
            return decode(range, of: scanner, hash: scanner.hash(range), hasEscape: hasEscape, isASCII: isASCII)
        }
        let hash = scanner.hash(range)
        let slot = slots + Int(hash) & (size &- 1)
        if slot.pointee.length == range.count && Self.holds(slot, range, of: scanner) {
            return Entry(text: slot.pointee.text, hash: slot.pointee.textHash)
        }
        return insert(range, of: scanner, hash: hash, hasEscape: hasEscape, isASCII: isASCII)
    }

    /// The text of a short string whose first byte is at `start`.
    @inline(__always)
    mutating func entry(for string: ShortString, start: Int, of scanner: JSONScanner) -> Entry {
        let hash = JSONScanner.hash(string)
        let slot = slots + Int(hash) & (size &- 1)
        if slot.pointee.length == string.length && slot.pointee.words[0] == string.low
            && slot.pointee.words[1] == string.high
        {
            return Entry(text: slot.pointee.text, hash: slot.pointee.textHash)
        }
        return insert(
            start..<start + string.length, of: scanner, hash: hash, hasEscape: false, isASCII: true)
    }

    @inline(__always)
    private static func holds(_ slot: UnsafeMutablePointer<Slot>, _ range: Range<Int>, of scanner: JSONScanner) -> Bool
    {
        var index = range.lowerBound
        var place = 0
        while index < range.upperBound {
            if slot.pointee.words[place] != scanner.word(index, before: range.upperBound) { return false }
            index += 8
            place += 1
        }
        return true
    }

    @inline(never)
    private mutating func insert(
        _ range: Range<Int>, of scanner: JSONScanner, hash: UInt32, hasEscape: Bool, isASCII: Bool
    ) -> Entry {
        missCount += 1
        if missCount > size && size < Self.largestSize { grow() }
        let entry = decode(range, of: scanner, hash: hash, hasEscape: hasEscape, isASCII: isASCII)
        let slot = slots + Int(hash) & (size - 1)
        slot.pointee.words[0] = 0
        slot.pointee.words[1] = 0
        for (place, index) in stride(from: range.lowerBound, to: range.upperBound, by: 8).enumerated() {
            slot.pointee.words[place] = scanner.word(index, before: range.upperBound)
        }
        slot.pointee.text = entry.text
        slot.pointee.length = UInt32(range.count)
        slot.pointee.writtenHash = hash
        slot.pointee.textHash = entry.hash
        return entry
    }

    @inline(never)
    private mutating func decode(
        _ range: Range<Int>, of scanner: JSONScanner, hash: UInt32, hasEscape: Bool, isASCII: Bool
    ) -> Entry {
        var text = decoder.decode(scanner.slice(range), hasEscape: hasEscape, isASCII: isASCII)
        if !hasEscape && isASCII { return Entry(text: text, hash: hash) }
        let textHash = text.withUTF8 { JSONScanner(UnsafeRawBufferPointer($0)).hash(0..<$0.count) }
        return Entry(text: text, hash: textHash)
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Slot>.allocate(capacity: size * 4)
        larger.initialize(repeating: Slot(), count: size * 4)
        for index in 0..<size where slots[index].length > 0 {
            larger[Int(slots[index].writtenHash) & (size * 4 - 1)] = slots[index]
        }
        slots.deinitialize(count: size)
        slots.deallocate()
        slots = larger
        size *= 4
        missCount = 0
    }
}
