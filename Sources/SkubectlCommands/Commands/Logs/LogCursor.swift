import KubeModel

/// Keeps to a place in a container's log over streams of it that are cut, so that no line is lost and none comes twice.
///
/// Each stream is one that was asked for with times. What the reader does not want of them is taken away: the time before
/// each line, and those that kubelets before 1.27 put before each 16 KiB of a long one, too. A line is known again by its
/// time, and by how many lines with the same time were before it.
struct LogCursor: Sendable {
    /// Where the log was read to.
    private struct Place {
        /// As the line has it.
        let time: [UInt8]
        /// Which one it is of the lines with this time, counted from 1.
        let ordinal: Int
        /// So many bytes of the line were handed out.
        var taken = 0
        var isWhole = false
    }

    private enum State {
        /// At a line's beginning, perhaps in the middle of its time.
        case time
        /// In a line; `skipped` more bytes of it are known already.
        case text(Line, skipped: Int)
        /// At the end of so much of a line that another time may follow.
        case innerTime(Line, skipped: Int)
    }

    /// What becomes of a line.
    private enum Line {
        case shown
        /// It was handed out before.
        case hidden
        /// It has no time: the kubelet says something of its own.
        case untimed
    }

    /// The length of the parts in which container runtimes write long lines.
    private static let partLength = 16_384
    /// No time is longer than that.
    private static let longestTime = 40

    private let keepsTimes: Bool
    private var state = State.time
    /// What may be a time and is not complete yet.
    private var begun: [UInt8] = []
    private var place: Place?
    /// The latest time of all lines so far.
    private var latest: [UInt8] = []
    /// While the place is looked for: how many lines with its time went by.
    private var seen: Int?
    /// So many bytes of the line came since its beginning or since a time in it.
    private var partSoFar = 0
    /// What came after the place was found to be missing.
    private var backlog: [UInt8]?
    private var hasUntimedText = false
    /// Whether anything new came since the last `reconnect`.
    private(set) var hasNews = false
    /// Whether lines may be missing.
    private(set) var hasGap = false

    /// - Parameter keepsTimes: whether the times are handed out with the lines.
    init(keepsTimes: Bool) {
        self.keepsTimes = keepsTimes
    }

    /// The whole second of the last line; nil where there was none.
    ///
    /// What was written from then on has all that is new.
    var since: Timestamp? {
        place.flatMap { Timestamp(rfc3339: String(decoding: $0.time, as: UTF8.self)) }
            .map { Timestamp(seconds: $0.seconds) }
    }

    /// Whether the place can be found again: it cannot where there are lines, and none of them has a time.
    var knowsPlace: Bool { place != nil || !hasUntimedText }

    /// Whether the place is missing in this stream, which begins behind it: `skipGap` or `reconnect` come next.
    var isAtGap: Bool { backlog != nil }

    /// Another stream begins, which has the last line again unless the log begins later.
    mutating func reconnect() {
        state = .time
        begun = []
        backlog = nil
        hasNews = false
        seen = place == nil ? nil : 0
    }

    /// Takes in what came, and returns what of it is new.
    mutating func read(_ bytes: [UInt8]) -> [UInt8] {
        if backlog != nil {
            backlog?.append(contentsOf: bytes)
            return []
        }
        var output: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty, backlog == nil {
            switch state {
            case .time: readTime(&rest, into: &output)
            case .innerTime(let line, let skipped): readInnerTime(&rest, of: line, skipped: skipped)
            case .text(let line, let skipped): readText(&rest, of: line, skipped: skipped, into: &output)
            }
        }
        if !output.isEmpty { hasNews = true }
        return output
    }

    /// The log has come to its end; returns what was held because it looked like a time.
    mutating func finish() -> [UInt8] {
        defer { begun = [] }
        switch state {
        case .innerTime(.hidden, _), .text: return []
        case .innerTime: place?.taken += begun.count
        case .time: break
        }
        return begun
    }

    /// Goes on in this stream although the place is missing in it.
    mutating func skipGap() -> [UInt8] {
        guard let bytes = backlog else { return [] }
        backlog = nil
        seen = nil
        hasGap = true
        let isInLine = place.map { !$0.isWhole } ?? false
        place?.isWhole = true
        return (isInLine ? [UInt8(ascii: "\n")] : []) + read(bytes)
    }

    // MARK: - Times

    private mutating func readTime(_ rest: inout ArraySlice<UInt8>, into output: inout [UInt8]) {
        guard let text = collect(&rest) else { return }
        let end = text.last
        let isLine = end == UInt8(ascii: " ") || end == UInt8(ascii: "\n")
        guard isLine, LogTime.isOne(text.dropLast()) else {
            output += text
            hasUntimedText = true
            state = end == UInt8(ascii: "\n") ? .time : .text(.untimed, skipped: 0)
            return
        }
        if end == UInt8(ascii: "\n") { rest = ([UInt8(ascii: "\n")] + rest)[...] }
        partSoFar = 0
        begin(Array(text.dropLast()), &rest, into: &output)
    }

    /// Collects what may be a time, up to the space or the line's end behind it; nil where more is to come.
    private mutating func collect(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        let window = rest.prefix(Self.longestTime - begun.count)
        let end = window.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        let text = begun + (end.map { window[...$0] } ?? window)
        rest = rest.dropFirst(text.count - begun.count)
        guard end != nil || text.count == Self.longestTime else {
            begun = text
            return nil
        }
        begun = []
        return text
    }

    /// Begins a line with a time.
    private mutating func begin(
        _ time: [UInt8], _ rest: inout ArraySlice<UInt8>, into output: inout [UInt8]
    ) {
        if let seen, let place {
            if time == place.time {
                self.seen = seen + 1
                if seen + 1 < place.ordinal {
                    state = .text(.hidden, skipped: 0)
                } else {
                    self.seen = nil
                    state = place.isWhole ? .text(.hidden, skipped: 0) : .text(.shown, skipped: place.taken)
                }
                return
            }
            if LogTime.isLater(time, than: latest) {
                backlog = time + [UInt8(ascii: " ")] + rest
                rest = []
                state = .time
                return
            }
            state = .text(.hidden, skipped: 0)
            return
        }
        let ordinal = place.map { $0.time == time ? $0.ordinal + 1 : 1 } ?? 1
        place = Place(time: time, ordinal: ordinal)
        if latest.isEmpty || LogTime.isLater(time, than: latest) { latest = time }
        if keepsTimes { output += time + [UInt8(ascii: " ")] }
        state = .text(.shown, skipped: 0)
    }

    private mutating func readInnerTime(_ rest: inout ArraySlice<UInt8>, of line: Line, skipped: Int) {
        partSoFar = 0
        if begun.isEmpty, let first = rest.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
            state = .text(line, skipped: skipped)
            return
        }
        guard let text = collect(&rest) else { return }
        state = .text(line, skipped: skipped)
        if text.last == UInt8(ascii: " "), LogTime.isOne(text.dropLast()) { return }
        rest = (text + rest)[...]
    }

    // MARK: - Lines

    private mutating func readText(
        _ rest: inout ArraySlice<UInt8>, of line: Line, skipped: Int, into output: inout [UInt8]
    ) {
        let left = line == .untimed || keepsTimes ? Int.max : Self.partLength - partSoFar
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        let text = rest[..<min(end, rest.startIndex + min(left, rest.count))]
        rest = rest[text.endIndex...]
        partSoFar += text.count
        let known = min(skipped, text.count)
        if line != .hidden {
            output += text.dropFirst(known)
            if line == .shown { place?.taken += text.count - known }
        }
        if rest.first == UInt8(ascii: "\n") {
            rest.removeFirst()
            if line != .hidden { output.append(UInt8(ascii: "\n")) }
            if line == .shown { place?.isWhole = true }
            state = .time
        } else if text.count == left {
            state = .innerTime(line, skipped: skipped - known)
        } else {
            state = .text(line, skipped: skipped - known)
        }
    }
}
