/// What a text contains that decides in which style a YAML emitter may write it.
///
/// The rules are those of libyaml's `yaml_emitter_analyze_scalar` in go-yaml v2's version.
struct ScalarTraits {
    /// Has a line break, of any of the five kinds.
    var isMultiline = false
    /// Has a line feed, the break that asks for the literal style.
    var hasLineFeed = false
    var allowsPlain = true
    var allowsSingleQuoted = true
    var allowsLiteral = true
    /// All bytes are printable ASCII or line feeds.
    var isASCII = true
    /// Go's `json.Marshal` writes it with a character that go-yaml's reader refuses or takes for a line break.
    var isChangedByReader = false

    init(_ bytes: Span<UInt8>) {
        guard !bytes.isEmpty else {
            allowsLiteral = false
            return
        }
        let first = bytes[0]
        let isMarker = bytes.count >= 3 && bytes[1] == first && bytes[2] == first
        if isMarker && (first == UInt8(ascii: "-") || first == UInt8(ascii: ".")) { allowsPlain = false }
        if !Self.mayBeginPlain(bytes) { allowsPlain = false }
        var scan = Scan()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte > 0x20 && byte < 0x7F {
                // Only ":" before a blank and "#" after one mean something inside a plain text.
                if byte == UInt8(ascii: ":") && index > 0 && Self.isBlankOrEnd(bytes, index + 1) {
                    allowsPlain = false
                } else if byte == UInt8(ascii: "#") && scan.isAfterWhitespace {
                    allowsPlain = false
                }
                scan = Scan(isAfterWhitespace: false)
                index += 1
            } else {
                index += visit(bytes, index, &scan)
            }
        }
        if isMultiline { allowsPlain = false }
    }

    /// What came just before the character looked at.
    private struct Scan {
        var isAfterSpace = false
        var isAfterBreak = false
        var isAfterWhitespace = true
    }

    /// Takes note of a character that is no printable ASCII character, or a space; returns how many bytes it has.
    private mutating func visit(_ bytes: Span<UInt8>, _ index: Int, _ scan: inout Scan) -> Int {
        let width = bytes.characterWidth(at: index)
        if bytes[index] == UInt8(ascii: " ") {
            if index == 0 { allowsPlain = false }
            if index + 1 == bytes.count {
                allowsPlain = false
                allowsLiteral = false
            }
            if scan.isAfterBreak {
                allowsPlain = false
                allowsSingleQuoted = false
            }
            scan = Scan(isAfterSpace: true, isAfterBreak: false, isAfterWhitespace: true)
            return width
        }
        if bytes[index] >= 0x80 { isASCII = false }
        if !bytes.isPrintable(at: index) { forbidAllButDoubleQuoted() }
        if bytes.isLineBreak(at: index) {
            isMultiline = true
            if bytes[index] == UInt8(ascii: "\n") { hasLineFeed = true }
            if scan.isAfterSpace { forbidAllButDoubleQuoted() }
            scan = Scan(isAfterSpace: false, isAfterBreak: true, isAfterWhitespace: true)
        } else {
            let isBlank = bytes[index] == UInt8(ascii: "\t") || bytes[index] == 0
            scan = Scan(isAfterSpace: false, isAfterBreak: false, isAfterWhitespace: isBlank)
        }
        if bytes.isRefusedByReader(at: index) { isChangedByReader = true }
        return width
    }

    private mutating func forbidAllButDoubleQuoted() {
        allowsPlain = false
        allowsSingleQuoted = false
        allowsLiteral = false
    }

    private static func mayBeginPlain(_ bytes: Span<UInt8>) -> Bool {
        switch bytes[0] {
        case UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            false
        case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "-"):
            !isBlankOrEnd(bytes, 1)
        default:
            true
        }
    }

    private static func isBlankOrEnd(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        index >= bytes.count || bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
    }
}

/// The characters of a valid UTF-8 text as libyaml tells them apart.
extension Span where Element == UInt8 {
    /// The number of bytes of the character that begins at `index`.
    func characterWidth(at index: Int) -> Int {
        switch self[index] {
        case 0..<0x80: 1
        case 0x80..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }

    /// One of CR, LF, NEL, LS and PS.
    func isLineBreak(at index: Int) -> Bool {
        switch self[index] {
        case 0x0A, 0x0D: true
        case 0xC2: self[index + 1] == 0x85
        case 0xE2: self[index + 1] == 0x80 && (self[index + 2] == 0xA8 || self[index + 2] == 0xA9)
        default: false
        }
    }

    /// What may stand unescaped; beyond the basic plane, and a byte order mark, may not.
    func isPrintable(at index: Int) -> Bool {
        switch self[index] {
        case 0x0A, 0x20..<0x7F: true
        case 0xC2: self[index + 1] >= 0xA0
        case 0xC3...0xEE: true
        case 0xEF:
            switch (self[index + 1], self[index + 2]) {
            case (0xBB, 0xBF), (0xBF, 0xBE), (0xBF, 0xBF): false
            default: true
            }
        default: false
        }
    }

    /// A character JSON need not escape and go-yaml's reader does not accept, or takes for a line break (NEL).
    fileprivate func isRefusedByReader(at index: Int) -> Bool {
        switch self[index] {
        case 0x7F: true
        case 0xC2: self[index + 1] < 0xA0
        case 0xEF: self[index + 1] == 0xBF && self[index + 2] >= 0xBE
        default: false
        }
    }
}
