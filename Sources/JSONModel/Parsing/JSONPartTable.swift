/// Objects and arrays that were read lately, found again by the bytes they are written with.
///
/// The pods of a list have most of their parts in common with others. A part whose text has been met before, byte for
/// byte, is not read again: it is the same value, and shares its memory. The table is of bounded size and a part that
/// occurs once is not kept.
struct JSONPartTable: ~Copyable {
    /// An object or array that was read.
    struct Part {
        var value: JSONValue = .null
        /// How many objects and arrays stand inside each other in it, itself included.
        var height = 0
        /// How many line feeds there are in its text.
        var lineCount = 0
        /// The place after the last line feed in its text.
        var lastLineStart = 0
    }

    private struct Slot {
        /// What the text that was met last began and ended with, and its length.
        var fingerprint: UInt64 = 0
        /// The text of the part; empty when nothing is kept.
        var text: [UInt8] = []
        var part = Part()
        /// How many other texts may come before the part is given up.
        var patience = 0
    }

    static let lengths = 24...1024
    private static let largestSize = 512

    private var slots: UnsafeMutablePointer<Slot>
    /// A power of two.
    private var size = 32
    private var noteCount = 0

    init() {
        slots = .allocate(capacity: size)
        slots.initialize(repeating: Slot(), count: size)
    }

    deinit {
        slots.deinitialize(count: size)
        slots.deallocate()
    }

    /// The part whose text begins at `index`, and the length of the text; nil when it is not known.
    @inline(__always)
    func part(at index: Int, in scanner: JSONScanner) -> (part: Part, length: Int)? {
        guard index + Self.lengths.lowerBound <= scanner.count else { return nil }
        let slot = slots + Int(scanner.hash(index..<index + Self.lengths.lowerBound)) & (size - 1)
        let length = slot.pointee.text.count
        guard length > 0, scanner.hasText(slot.pointee.text, at: index) else { return nil }
        slot.pointee.patience = 2
        return (slot.pointee.part, length)
    }

    /// Takes note of a part whose text is `range`; returns where to keep it when that text came before.
    mutating func slot(for range: Range<Int>, of scanner: JSONScanner) -> Int? {
        guard Self.lengths.contains(range.count) else { return nil }
        noteCount += 1
        if noteCount > size && size < Self.largestSize { grow() }
        let beginning = scanner.hash(range.prefix(Self.lengths.lowerBound))
        let ending = scanner.hash(range.suffix(Self.lengths.lowerBound))
        let fingerprint = UInt64(beginning) << 32 | UInt64(ending ^ UInt32(range.count))
        let index = Int(beginning) & (size - 1)
        let slot = slots + index
        if slot.pointee.fingerprint == fingerprint { return slot.pointee.text.isEmpty ? index : nil }
        if slot.pointee.patience > 0 {
            slot.pointee.patience -= 1
        } else {
            slot.pointee.fingerprint = fingerprint
            slot.pointee.text = []
            slot.pointee.part = Part()
        }
        return nil
    }

    /// Keeps a part in the slot that was chosen for it.
    mutating func keep(_ part: Part, text: [UInt8], in index: Int) {
        precondition(index >= 0 && index < size)
        slots[index].text = text
        slots[index].part = part
        slots[index].patience = 2
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Slot>.allocate(capacity: size * 4)
        larger.initialize(repeating: Slot(), count: size * 4)
        for index in 0..<size {
            larger[Int(truncatingIfNeeded: slots[index].fingerprint >> 32) & (size * 4 - 1)] = slots[index]
        }
        slots.deinitialize(count: size)
        slots.deallocate()
        slots = larger
        size *= 4
        noteCount = 0
    }
}
