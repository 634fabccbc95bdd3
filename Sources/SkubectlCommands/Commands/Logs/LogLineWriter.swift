import SystemIO

/// Writes a log to standard output, whole lines at a time, so that lines of different logs do not mix.
struct LogLineWriter {
    private let console: any Console
    private let prefix: [UInt8]
    /// Whether each piece is handed on at once.
    private let flushes: Bool
    /// How many more bytes are wanted, prefixes not counted; nil for all.
    private var budget: Int?
    /// The beginning of a line whose end is still to come.
    private var held: [UInt8] = []

    /// The longest piece that is held back for its line's end; a longer line is written in parts.
    private static let longestHeldLine = 1 << 20

    init(console: any Console, prefix: String, flushes: Bool, limit: Int? = nil) {
        self.console = console
        self.prefix = Array(prefix.utf8)
        self.flushes = flushes
        budget = limit
    }

    /// Whether no more is wanted.
    var isFull: Bool { budget == 0 }

    mutating func write(_ bytes: [UInt8]) {
        if let budget {
            held += bytes.prefix(budget)
            self.budget = budget - min(budget, bytes.count)
        } else {
            held += bytes
        }
        guard let end = held.lastIndex(of: UInt8(ascii: "\n")) ?? longLineEnd else { return }
        put(held[...end])
        held.removeSubrange(...end)
        if flushes { console.flush() }
    }

    /// Writes what has no line's end.
    mutating func finish() {
        if !held.isEmpty { put(held[...]) }
        held = []
        console.flush()
    }

    private var longLineEnd: Int? { held.count >= Self.longestHeldLine ? held.count - 1 : nil }

    private func put(_ bytes: ArraySlice<UInt8>) {
        guard !prefix.isEmpty else { return console.write(Array(bytes)) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + prefix.count * 8)
        var isLineStart = true
        for byte in bytes {
            if isLineStart { output += prefix }
            output.append(byte)
            isLineStart = byte == UInt8(ascii: "\n")
        }
        console.write(output)
    }
}
