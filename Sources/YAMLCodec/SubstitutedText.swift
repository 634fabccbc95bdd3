/// A YAML text in which characters that libyaml and go-yaml understand differently stand replaced.
///
/// go-yaml v2 refuses the escape `\/` in double quotes and has `\'` instead, takes `a:,` inside `[]` and `{}` for plain
/// text, and byte order marks after the first place for letters; libyaml does it the other way round. With a character in
/// their place that means nothing to libyaml, all come out as in go-yaml; in the texts of scalars the original is put
/// back.
struct SubstitutedText {
    /// The replacements made, each character of three bytes in UTF-8.
    private var replacements: [(substitute: [UInt8], original: [UInt8])] = []
    private(set) var bytes: [UInt8]

    /// Takes a text over and replaces the slashes that follow a backslash, and byte order marks after the first place.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard !Self.isUTF16(bytes) else { return }
        var slashes: [Range<Int>] = []
        var marks: [Range<Int>] = []
        for index in bytes.indices.dropFirst() {
            if bytes[index] == UInt8(ascii: "/"), bytes[index - 1] == UInt8(ascii: "\\") {
                slashes.append(index..<index + 1)
            } else if bytes[index] == 0xEF, bytes[index...].starts(with: Self.byteOrderMark) {
                marks.append(index..<index + 3)
            }
        }
        // The marks first: these replacements leave the places of all other characters as they are.
        replace(marks, original: Self.byteOrderMark)
        replace(slashes, original: [UInt8(ascii: "/")])
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Whether no character is replaced.
    var isUnchanged: Bool { replacements.isEmpty }

    /// Replaces what libyaml refuses and go-yaml does not: a colon, or `\'` in double quotes.
    ///
    /// `index` is the character's number, counted in Unicode scalars after a byte order mark. Returns false when there
    /// is neither.
    mutating func replace(atCharacter index: Int) -> Bool {
        guard let offset = offset(ofCharacter: index) else { return false }
        if bytes[offset] == UInt8(ascii: ":") {
            replace([offset..<offset + 1], original: [UInt8(ascii: ":")])
        } else if bytes[offset...].starts(with: "\\'".utf8) {
            replace([offset..<offset + 2], original: [UInt8(ascii: "'")])
        } else {
            return false
        }
        return true
    }

    /// The number of line breaks between the characters `start` and the first question mark after it.
    func linesToQuestionMark(fromCharacter start: Int) -> Int {
        guard let offset = offset(ofCharacter: start) else { return 0 }
        return bytes[offset...].prefix { $0 != UInt8(ascii: "?") }.count { $0 == UInt8(ascii: "\n") }
    }

    /// A scalar's text with the originals in it.
    func restoring(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var restored: [UInt8] = []
        restored.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let replacement = replacements.first { text[index...].starts(with: $0.substitute) }
            restored += replacement?.original ?? [text[index]]
            index += replacement?.substitute.count ?? 1
        }
        return String(decoding: restored, as: UTF8.self)
    }

    private mutating func replace(_ ranges: [Range<Int>], original: [UInt8]) {
        guard !ranges.isEmpty, let substitute = substitute(for: original) else { return }
        var replaced: [UInt8] = []
        replaced.reserveCapacity(bytes.count + ranges.count * 2)
        var start = 0
        for range in ranges {
            replaced += bytes[start..<range.lowerBound]
            replaced += substitute
            start = range.upperBound
        }
        bytes = replaced + bytes[start...]
    }

    private mutating func substitute(for original: [UInt8]) -> [UInt8]? {
        if let known = replacements.first(where: { $0.original == original }) { return known.substitute }
        guard let character = unusedCharacter else { return nil }
        replacements.append((substitute: character, original: original))
        return character
    }

    /// A private use character that the text does not have.
    private var unusedCharacter: [UInt8]? {
        let candidates = (UInt8(0x80)...0xBF).lazy.map { [0xEE, 0x80, $0] as [UInt8] }
        var used: Set<UInt8> = []
        for index in bytes.indices.dropLast(2) where bytes[index] == 0xEE && bytes[index + 1] == 0x80 {
            used.insert(bytes[index + 2])
        }
        return candidates.first { !used.contains($0[2]) }
    }

    private func offset(ofCharacter number: Int) -> Int? {
        var rest = number
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 {
            if rest == 0 { return index }
            rest -= 1
        }
        return nil
    }

    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    }
}
