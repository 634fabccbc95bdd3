/// A regular expression in RE2's syntax, as Go's regexp package reads it; it only tells whether a text matches.
///
/// Matching takes time in proportion to the text, whatever the pattern.
package struct RegularExpression: Sendable {
    /// Why a text is no regular expression.
    package struct Fault: Error, Hashable, Sendable {
        /// Go's word for what is wrong: `missing closing )`.
        package let problem: String
        /// The part of the pattern it is about.
        package let part: String

        package init(problem: String, part: String) {
            self.problem = problem
            self.part = part
        }
    }

    /// A step of the program a pattern becomes.
    enum Instruction: Sendable {
        case character(CharacterSet)
        case jump(Int)
        /// Goes on in both places.
        case split(Int, Int)
        case assert(Assertion)
        case match
    }

    enum Assertion: Sendable {
        case start
        case end
        case lineStart
        case lineEnd
        case wordBoundary
        case noWordBoundary
    }

    /// Some characters, or all others.
    struct CharacterSet: Sendable {
        var ranges: [ClosedRange<UInt32>] = []
        var isNegated = false

        func contains(_ character: UInt32) -> Bool {
            ranges.contains { $0.contains(character) } != isNegated
        }
    }

    /// What a pattern without any special character means.
    private enum Shape: Sendable {
        case program([Instruction])
        /// The whole text and nothing else.
        case exactly([UInt8])
    }

    private let shape: Shape

    /// Throws where the text is no regular expression.
    package init(_ pattern: String) throws(Fault) {
        if let literal = Self.anchoredLiteral(pattern) {
            shape = .exactly(literal)
            return
        }
        var parser = RegularExpressionParser(pattern)
        shape = .program(try parser.program())
    }

    /// The text that `^(?:text)$` means, where it has no special character.
    private static func anchoredLiteral(_ pattern: String) -> [UInt8]? {
        guard pattern.hasPrefix("^(?:"), pattern.hasSuffix(")$") else { return nil }
        let inner = pattern.utf8.dropFirst(4).dropLast(2)
        let isLiteral = inner.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
        return isLiteral ? Array(inner) : nil
    }

    /// Whether the pattern matches anywhere in the text.
    package func matches(_ text: String) -> Bool {
        switch shape {
        case .exactly(let literal): text.utf8.elementsEqual(literal)
        case .program(let program): Self.run(program, Array(text.unicodeScalars.map(\.value)))
        }
    }

    private static func run(_ program: [Instruction], _ text: [UInt32]) -> Bool {
        var current = ThreadList(program.count)
        var next = ThreadList(program.count)
        for place in 0...text.count {
            if current.add(0, program, text, place) { return true }
            guard place < text.count else { return false }
            next.clear()
            for thread in current.threads {
                guard case .character(let set) = program[thread], set.contains(text[place]) else { continue }
                if next.add(thread + 1, program, text, place + 1) { return true }
            }
            swap(&current, &next)
        }
        return false
    }

    /// The places in the program that wait for the next character.
    private struct ThreadList {
        var threads: [Int] = []
        private var isIn: [Bool]

        init(_ count: Int) { isIn = Array(repeating: false, count: count) }

        mutating func clear() {
            threads.removeAll(keepingCapacity: true)
            for index in isIn.indices { isIn[index] = false }
        }

        /// Adds a place and those it leads to without a character; true when one of them is the end.
        mutating func add(_ start: Int, _ program: [Instruction], _ text: [UInt32], _ place: Int) -> Bool {
            var pending = [start]
            while let index = pending.popLast() {
                guard !isIn[index] else { continue }
                isIn[index] = true
                switch program[index] {
                case .match: return true
                case .character: threads.append(index)
                case .jump(let target): pending.append(target)
                case .split(let first, let second): pending += [second, first]
                case .assert(let assertion):
                    if RegularExpression.holds(assertion, text, place) { pending.append(index + 1) }
                }
            }
            return false
        }
    }

    private static func holds(_ assertion: Assertion, _ text: [UInt32], _ place: Int) -> Bool {
        switch assertion {
        case .start: return place == 0
        case .end: return place == text.count
        case .lineStart: return place == 0 || text[place - 1] == 10
        case .lineEnd: return place == text.count || text[place] == 10
        case .wordBoundary, .noWordBoundary:
            let before = place > 0 && isWord(text[place - 1])
            let after = place < text.count && isWord(text[place])
            if case .wordBoundary = assertion { return before != after }
            return before == after
        }
    }

    private static func isWord(_ character: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(character), scalar.isASCII else { return false }
        return scalar == "_" || scalar.properties.isAlphabetic || (48...57).contains(character)
    }
}
