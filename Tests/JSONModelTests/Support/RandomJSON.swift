import JSONModel

/// Random values, the same for the same seed, in which parts recur as they do in lists of objects.
struct RandomJSON {
    private var state: UInt64
    private var known: [JSONValue] = []

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }

    /// A value that is at most `depth` deep.
    mutating func value(depth: Int) -> JSONValue {
        if !known.isEmpty && next(below: 3) == 0 { return known[next(below: known.count)] }
        let value: JSONValue
        switch next(below: depth > 0 ? 9 : 5) {
        case 0: value = [.null, true, false][next(below: 3)]
        case 1: value = .number(JSONNumber(next(below: 100_000) - 50_000))
        case 2:
            value = .number(
                JSONNumber(verbatim: ["1.50", "-0", "1e+9", "0.1E-2", "123456789012345678"][next(below: 5)]))
        case 3, 4: value = .string(text())
        case 5, 6: value = .array((0..<next(below: 6)).map { _ in self.value(depth: depth - 1) })
        default: value = .object(JSONObject((0..<next(below: 8)).map { _ in (text(), self.value(depth: depth - 1)) }))
        }
        if known.count < 30 { known.append(value) }
        return value
    }

    private mutating func text() -> String {
        let pieces = [
            "a", "name", "value", "kubernetes.io/", "\"", "\\", "\n", "é", "😀", "\u{2028}", "<", "\u{FFFD}",
            "0123456789",
        ]
        return (0..<next(below: 7)).map { _ in pieces[next(below: pieces.count)] }.joined()
    }
}
