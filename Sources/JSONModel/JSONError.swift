/// What is wrong with a JSON text: the finding and its place, not a sentence.
///
/// kubectl 1.36 is built with Go 1.27, whose `encoding/json` words are given with each case; for a file they follow
/// `error parsing FILE: json: offset N: `, where N is `endOffset`.
package enum JSONError: Error, Hashable {
    /// A character that cannot stand where it is; `character` is one whole UTF-8 character, or a byte that begins none.
    ///
    /// kubectl: `invalid character 'x' looking for beginning of value`, the ending chosen by `place`. The character is
    /// quoted as Go quotes runes: `'\''`, `'\n'`, `'\x01'`, `'é'`; a lone byte as `'\xff'`.
    case invalidCharacter(character: [UInt8], place: JSONPlace, at: JSONPosition)

    /// A backslash in a string that begins no escape; `sequence` holds it and what follows: two bytes, or up to six
    /// after `\u`.
    ///
    /// kubectl: "invalid escape sequence `\x` in string"; a sequence with backquotes, white space or unprintable
    /// characters is quoted as a Go string instead.
    case invalidEscape(sequence: [UInt8], at: JSONPosition)

    /// The text ends inside a value, or before one.
    ///
    /// kubectl: `unexpected EOF` for files, `unexpected end of JSON input` for single texts.
    case unexpectedEnd(at: JSONPosition)

    /// A `{` or `[` inside more than `limit` others.
    ///
    /// kubectl: `exceeded max depth`.
    case tooDeep(limit: Int, at: JSONPosition)

    /// A number outside the range of a double, where numbers are normalized as Go does.
    ///
    /// kubectl: `json: cannot unmarshal number 1e999 into Go value of type float64`.
    case numberOutOfRange(text: String, at: JSONPosition)

    /// A value takes more bytes than it may; only where a limit was set.
    case tooLarge(limit: Int)
}

/// Where in the grammar an invalid character was found.
package enum JSONPlace: Sendable, Hashable {
    /// Go: `looking for beginning of value`.
    case beginningOfValue
    /// Go: `looking for beginning of object key string`.
    case beginningOfKey
    /// Go: `after object key`.
    case afterKey
    /// Go: `after object key:value pair`.
    case afterMember
    /// Go: `after array element`.
    case afterElement
    /// Go: `after top-level value`.
    case afterDocument
    /// A control character; Go: `in string` (in Go's older words `in string literal`).
    case inString
    /// Go: `in numeric literal`.
    case inNumber
    /// Go: `in literal true (expecting 'r')`.
    case inLiteral(literal: String, expected: Character)
}

extension JSONError {
    /// Where the finding begins; nil when it has no place.
    package var position: JSONPosition? {
        switch self {
        case .invalidCharacter(_, _, let position), .invalidEscape(_, let position), .unexpectedEnd(let position),
            .tooDeep(_, let position), .numberOutOfRange(_, let position):
            position
        case .tooLarge:
            nil
        }
    }

    /// The offset after the finding, in bytes, which is the one Go reports; nil when it has no place.
    package var endOffset: Int? {
        switch self {
        case .invalidCharacter(let bytes, _, let position), .invalidEscape(let bytes, let position):
            position.offset + bytes.count
        case .unexpectedEnd(let position): position.offset
        case .tooDeep(_, let position): position.offset + 1
        case .numberOutOfRange(let text, let position): position.offset + text.utf8.count
        case .tooLarge: nil
        }
    }
}
