import JSONModel
import StdlibExtensions

extension JSONError {
    /// The words of Go's `encoding/json`, without a place.
    var message: String {
        switch self {
        case .invalidCharacter(let bytes, let place, _): "invalid character \(Self.quoted(bytes)) \(place.message)"
        case .invalidEscape(let sequence, _):
            "invalid escape sequence \(String(decoding: sequence, as: UTF8.self).goBackQuoted) in string"
        case .unexpectedEnd: "unexpected end of JSON input"
        case .tooDeep: "exceeded max depth"
        case .numberOutOfRange(let text, _): "json: cannot unmarshal number \(text) into Go value of type float64"
        case .tooLarge(let limit): "JSON value is longer than \(limit) bytes"
        }
    }

    /// One character, or a lone byte, as Go quotes runes.
    private static func quoted(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let scalar = text.unicodeScalars.first, scalar != "\u{FFFD}" else {
            return "'\\x\(bytes.first.map { String($0, radix: 16) } ?? "")'"
        }
        return scalar.goQuoted
    }
}

extension JSONPlace {
    fileprivate var message: String {
        switch self {
        case .beginningOfValue: "looking for beginning of value"
        case .beginningOfKey: "looking for beginning of object key string"
        case .afterKey: "after object key"
        case .afterMember: "after object key:value pair"
        case .afterElement: "after array element"
        case .afterDocument: "after top-level value"
        case .inString: "in string"
        case .inNumber: "in numeric literal"
        case .inLiteral(let literal, let expected): "in literal \(literal) (expecting '\(expected)')"
        }
    }
}
