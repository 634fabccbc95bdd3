import StdlibExtensions

extension GoTimeError {
    /// The words of Go's `time.ParseError` for a text that is no time of RFC 3339.
    func message(parsing text: String) -> String {
        let beginning = "parsing time \(Self.quoted(text))"
        return switch self {
        case .unexpected(let rest, let element):
            beginning
                + " as \"2006-01-02T15:04:05Z07:00\": cannot parse \(Self.quoted(rest)) as \(Self.quoted(element))"
        case .outOfRange(let part): beginning + ": \(part) out of range"
        case .extraText(let rest): beginning + ": extra text: \(Self.quoted(rest))"
        }
    }

    /// A text in quotes, with every byte that is no printable ASCII in hexadecimal, as Go's package time has it.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += "\\" + String(UnicodeScalar(byte))
            case 0x20..<0x80: quoted.unicodeScalars.append(UnicodeScalar(byte))
            default: quoted += "\\x" + [byte].hexadecimal()
            }
        }
        return quoted + "\""
    }
}
