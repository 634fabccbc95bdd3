/// Keeps control sequences that come from the cluster away from the terminal (CVE-2021-25743).
package enum TerminalText {
    /// The text with each escape character as `^[` and each carriage return as `\r`, as kubectl shows them.
    package static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x1b || $0 == 0x0d }) else { return text }
        return String(decoding: escaped(text.utf8), as: UTF8.self)
    }

    /// The bytes of a text, escaped like `escaped(_: String)`; they need not be valid UTF-8.
    static func escaped(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count + 8)
        for byte in bytes {
            switch byte {
            case 0x1b: escaped += [UInt8(ascii: "^"), UInt8(ascii: "[")]
            case 0x0d: escaped += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            default: escaped.append(byte)
            }
        }
        return escaped
    }

    /// The text up to its first line end, with `...` behind it where it had one, and escaped.
    package static func singleLine(_ text: String) -> String {
        guard let end = text.utf8.firstIndex(where: { $0 == 0x0a || $0 == 0x0c || $0 == 0x0d }) else {
            return escaped(text)
        }
        return escaped(String(text[..<end])) + "..."
    }
}
