/// The `Warning` header of the API server (RFC 7234, section 5.5; code 299), read as apimachinery does.
enum WarningHeader {
    /// The texts of the warnings in a field: `299 AGENT "TEXT" "DATE", 299 …`, where the date may be missing.
    ///
    /// Other codes and empty texts are passed over; what follows something malformed is not read.
    static func texts(_ field: String) -> [String] {
        var rest = Array(field.utf8)[...]
        var texts: [String] = []
        while let warning = next(&rest) {
            if warning.code == "299", !warning.text.isEmpty { texts.append(warning.text) }
        }
        return texts
    }

    private static func next(_ rest: inout ArraySlice<UInt8>) -> (code: String, text: String)? {
        trim(&rest)
        guard let code = word(&rest), code.utf8.count == 3, code.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let agent = word(&rest), !agent.isEmpty, isPlain(agent), let text = quoted(&rest), isPlain(text)
        else { return nil }
        trim(&rest)
        if rest.first == quote {
            guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
            rest = rest[(end + 1)...]
            trim(&rest)
        }
        // The text before a mistake counts only where a comma or the end follows.
        guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
        rest = rest.dropFirst()
        return (code, text)
    }

    private static let quote = UInt8(ascii: "\"")

    /// The bytes up to the next space, which is taken too; nil where there is none.
    private static func word(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let space = rest.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        defer { rest = rest[(space + 1)...] }
        return String(validating: rest[..<space], as: UTF8.self)
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard rest.popFirst() == quote else { return nil }
        var text: [UInt8] = []
        var isEscaped = false
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\") where !isEscaped: isEscaped = true
            case quote where !isEscaped: return String(validating: text, as: UTF8.self)
            default:
                text.append(byte)
                isEscaped = false
            }
        }
        return nil
    }

    private static func trim(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Whether a text has no control characters, which could do things to a terminal.
    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
