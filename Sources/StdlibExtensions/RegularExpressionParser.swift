/// Compiles RE2's syntax to a program.
struct RegularExpressionParser {
    typealias Instruction = RegularExpression.Instruction
    typealias CharacterSet = RegularExpression.CharacterSet
    typealias Fault = RegularExpression.Fault

    private struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotIsAny = false
        var isUngreedy = false
    }

    private static let repetitionLimit = 1000

    private let pattern: String
    private let text: [Unicode.Scalar]
    private var index = 0
    private var flags = Flags()
    private var depth = 0

    init(_ pattern: String) {
        self.pattern = pattern
        text = Array(pattern.unicodeScalars)
    }

    mutating func program() throws(Fault) -> [Instruction] {
        let program = try alternation()
        guard index == text.count else { throw Fault(problem: "unexpected )", part: pattern) }
        return program + [.match]
    }

    private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

    private mutating func skip(_ expected: String) -> Bool {
        let scalars = Array(expected.unicodeScalars)
        guard text[index...].starts(with: scalars) else { return false }
        index += scalars.count
        return true
    }

    private mutating func alternation() throws(Fault) -> [Instruction] {
        depth += 1
        defer { depth -= 1 }
        guard depth < 1000 else { throw Fault(problem: "expression nests too deeply", part: pattern) }
        var result = try sequence()
        while skip("|") {
            let other = try sequence()
            result =
                [.split(1, result.count + 2)] + Self.moved(result, by: 1) + [.jump(result.count + other.count + 2)]
                + Self.moved(other, by: result.count + 2)
        }
        return result
    }

    private mutating func sequence() throws(Fault) -> [Instruction] {
        var result: [Instruction] = []
        while let character = next, character != "|", character != ")" {
            let start = index
            guard let atom = try atom() else { continue }
            let repeated = try repetition(of: atom, from: start)
            result += Self.moved(repeated, by: result.count)
            guard result.count < 100_000 else { throw Fault(problem: "expression too large", part: pattern) }
        }
        return result
    }

    /// The program with its targets moved; each begins at 0.
    private static func moved(_ program: [Instruction], by offset: Int) -> [Instruction] {
        guard offset > 0 else { return program }
        return program.map { instruction in
            switch instruction {
            case .jump(let target): .jump(target + offset)
            case .split(let first, let second): .split(first + offset, second + offset)
            default: instruction
            }
        }
    }

    // MARK: - Repetition

    private mutating func repetition(of atom: [Instruction], from start: Int) throws(Fault) -> [Instruction] {
        var result = atom
        var hasOne = false
        while let character = next {
            let begin = index
            let least: Int
            let most: Int?
            switch character {
            case "*": (least, most) = (0, nil)
            case "+": (least, most) = (1, nil)
            case "?": (least, most) = (0, 1)
            case "{":
                guard let bounds = try bounds() else { return result }
                (least, most) = bounds
            default: return result
            }
            if character != "{" { index += 1 }
            _ = skip("?")
            if hasOne {
                throw Fault(problem: "invalid nested repetition operator", part: slice(begin - 1, index))
            }
            hasOne = true
            result = Self.repeated(result, least, most)
        }
        return result
    }

    private static func repeated(_ atom: [Instruction], _ least: Int, _ most: Int?) -> [Instruction] {
        var result: [Instruction] = []
        for _ in 0..<least { result += moved(atom, by: result.count) }
        if let most {
            for _ in least..<max(least, most) {
                let start = result.count
                result.append(.split(start + 1, start + 1 + atom.count))
                result += moved(atom, by: start + 1)
            }
        } else {
            let start = result.count
            result.append(.split(start + 1, start + 2 + atom.count))
            result += moved(atom, by: start + 1)
            result.append(.jump(start))
        }
        return result
    }

    /// `{n}`, `{n,}` or `{n,m}`; nil where the brace is a character.
    private mutating func bounds() throws(Fault) -> (Int, Int?)? {
        let start = index
        var place = index + 1
        func number() -> Int? {
            var digits = ""
            while place < text.count, ("0"..."9").contains(text[place]) {
                digits.unicodeScalars.append(text[place])
                place += 1
            }
            return digits.isEmpty ? nil : Int(digits) ?? .max
        }
        guard let least = number() else { return nil }
        var most: Int? = least
        if place < text.count, text[place] == "," {
            place += 1
            most = number()
        }
        guard place < text.count, text[place] == "}" else { return nil }
        index = place + 1
        if least > Self.repetitionLimit || (most ?? 0) > Self.repetitionLimit || least > most ?? .max {
            throw Fault(problem: "invalid repeat count", part: slice(start, index))
        }
        return (least, most)
    }

    private func slice(_ start: Int, _ end: Int) -> String {
        var result = ""
        result.unicodeScalars.append(contentsOf: text[max(0, start)..<min(end, text.count)])
        return result
    }

    // MARK: - Atoms

    /// One atom; nil for what only sets flags, and for a brace that is a character's own.
    private mutating func atom() throws(Fault) -> [Instruction]? {
        guard let character = next else { return nil }
        switch character {
        case "*", "+", "?": throw Fault(problem: "missing argument to repetition operator", part: String(character))
        case "(": return try group()
        case "[": return [.character(try characterClass())]
        case ".":
            index += 1
            return [.character(CharacterSet(ranges: flags.dotIsAny ? [] : [10...10], isNegated: true))]
        case "^":
            index += 1
            return [.assert(flags.isMultiline ? .lineStart : .start)]
        case "$":
            index += 1
            return [.assert(flags.isMultiline ? .lineEnd : .end)]
        case "\\": return try escape()
        default:
            index += 1
            return [literal(character)]
        }
    }

    private func literal(_ character: Unicode.Scalar) -> Instruction {
        .character(CharacterSet(ranges: folded(character.value...character.value)))
    }

    /// The range, with the letters of the other case where case does not count.
    private func folded(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
        guard flags.ignoresCase else { return [range] }
        var ranges = [range]
        for (low, high, offset) in [(UInt32(65), UInt32(90), Int64(32)), (97, 122, -32)] {
            let start = max(range.lowerBound, low)
            let end = min(range.upperBound, high)
            if start <= end { ranges.append(UInt32(Int64(start) + offset)...UInt32(Int64(end) + offset)) }
        }
        return ranges
    }

    private mutating func group() throws(Fault) -> [Instruction]? {
        let start = index
        index += 1
        let outer = flags
        if skip("?") {
            if skip("P<") || skip("<") {
                while let character = next, character != ">" {
                    guard character == "_" || character.properties.isAlphabetic || ("0"..."9").contains(character)
                    else {
                        throw Fault(problem: "invalid named capture", part: slice(start, index + 1))
                    }
                    index += 1
                }
                guard skip(">") else { throw Fault(problem: "invalid named capture", part: slice(start, text.count)) }
            } else if try setFlags(from: start) {
                return nil
            }
        }
        let inner = try alternation()
        guard skip(")") else { throw Fault(problem: "missing closing )", part: pattern) }
        flags = outer
        return inner
    }

    /// Reads the flags after `(?`; true when there is no group behind them.
    private mutating func setFlags(from start: Int) throws(Fault) -> Bool {
        var isOn = true
        while let character = next {
            index += 1
            switch character {
            case "i": flags.ignoresCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotIsAny = isOn
            case "U": flags.isUngreedy = isOn
            case "-": isOn = false
            case ":": return false
            case ")": return true
            default:
                throw Fault(problem: "invalid or unsupported Perl syntax", part: slice(start, index))
            }
        }
        throw Fault(problem: "missing closing )", part: pattern)
    }

    private mutating func escape() throws(Fault) -> [Instruction] {
        let start = index
        index += 1
        guard let character = next else {
            throw Fault(problem: "trailing backslash at end of expression", part: "")
        }
        index += 1
        switch character {
        case "A": return [.assert(.start)]
        case "z": return [.assert(.end)]
        case "b": return [.assert(.wordBoundary)]
        case "B": return [.assert(.noWordBoundary)]
        case "Q":
            var literals: [Instruction] = []
            while index < text.count, !skip("\\E") {
                literals.append(literal(text[index]))
                index += 1
            }
            return literals
        default: break
        }
        if let set = Self.perlClass(character) { return [.character(set)] }
        return [literal(try escaped(character, from: start))]
    }

    /// `\d`, `\s`, `\w` and their opposites.
    private static func perlClass(_ character: Unicode.Scalar) -> CharacterSet? {
        let ranges: [ClosedRange<UInt32>]
        switch character {
        case "d", "D": ranges = [48...57]
        case "s", "S": ranges = [9...10, 12...13, 32...32]
        case "w", "W": ranges = [48...57, 65...90, 95...95, 97...122]
        default: return nil
        }
        return CharacterSet(ranges: ranges, isNegated: ("A"..."Z").contains(character))
    }

    private mutating func escaped(_ character: Unicode.Scalar, from start: Int) throws(Fault) -> Unicode.Scalar {
        switch character {
        case "a": return "\u{07}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{0B}"
        case "x":
            var digits = ""
            let isBraced = skip("{")
            while let digit = next, digit.properties.isASCIIHexDigit, isBraced || digits.count < 2 {
                digits.unicodeScalars.append(digit)
                index += 1
            }
            guard !isBraced || skip("}"), let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
            else { throw Fault(problem: "invalid escape sequence", part: slice(start, index)) }
            return scalar
        default:
            guard character.isASCII, !character.properties.isAlphabetic, !("0"..."9").contains(character) else {
                throw Fault(problem: "invalid escape sequence", part: slice(start, index))
            }
            return character
        }
    }

    private mutating func characterClass() throws(Fault) -> CharacterSet {
        let start = index
        index += 1
        var set = CharacterSet()
        let isNegated = skip("^")
        var isFirst = true
        while true {
            guard let character = next else {
                throw Fault(problem: "missing closing ]", part: slice(start, text.count))
            }
            if character == "]", !isFirst {
                index += 1
                break
            }
            isFirst = false
            if skip("[:") {
                set.ranges += try posixClass(from: index - 2)
                continue
            }
            let begin = index
            index += 1
            var low = character
            if character == "\\" {
                guard let kind = next else { throw Fault(problem: "missing closing ]", part: slice(start, text.count)) }
                index += 1
                if let perl = Self.perlClass(kind) {
                    set.ranges += perl.isNegated ? Self.inverted(perl.ranges) : perl.ranges
                    continue
                }
                low = try escaped(kind, from: begin)
            }
            var high = low
            if next == "-", index + 1 < text.count, text[index + 1] != "]" {
                index += 1
                let end = index
                high = text[index]
                index += 1
                if high == "\\", let kind = next {
                    index += 1
                    high = try escaped(kind, from: end)
                }
                guard low.value <= high.value else {
                    throw Fault(problem: "invalid character class range", part: slice(begin, index))
                }
            }
            set.ranges += folded(low.value...high.value)
        }
        set.isNegated = isNegated
        return set
    }

    private mutating func posixClass(from start: Int) throws(Fault) -> [ClosedRange<UInt32>] {
        let names: [(String, [ClosedRange<UInt32>])] = [
            ("alnum", [48...57, 65...90, 97...122]), ("alpha", [65...90, 97...122]), ("digit", [48...57]),
            ("lower", [97...122]), ("upper", [65...90]), ("space", [9...13, 32...32]),
            ("word", [48...57, 65...90, 95...95, 97...122]),
            ("xdigit", [48...57, 65...70, 97...102]), ("punct", [33...47, 58...64, 91...96, 123...126]),
            ("blank", [9...9, 32...32]), ("cntrl", [0...31, 127...127]), ("graph", [33...126]), ("print", [32...126]),
            ("ascii", [0...127]),
        ]
        let isNegated = skip("^")
        for (name, ranges) in names where skip("\(name):]") { return isNegated ? Self.inverted(ranges) : ranges }
        throw Fault(problem: "invalid character class range", part: slice(start, index))
    }

    private static func inverted(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var low: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > low { result.append(low...range.lowerBound - 1) }
            low = range.upperBound + 1
        }
        result.append(low...0x10FFFF)
        return result
    }
}
