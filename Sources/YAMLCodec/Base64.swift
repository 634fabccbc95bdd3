/// Base64 as Go's `base64.StdEncoding` reads it: padded, with line breaks anywhere.
enum Base64 {
    /// The bytes the text stands for; nil for a text that is no base64.
    static func decode(_ text: Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var group: UInt32 = 0
        var digits = 0
        var padding = 0
        for index in text.indices {
            let character = text[index]
            if character == UInt8(ascii: "\n") || character == UInt8(ascii: "\r") { continue }
            if character == UInt8(ascii: "=") {
                guard digits % 4 + padding >= 2, digits % 4 != 0, padding < 2 else { return nil }
                padding += 1
                continue
            }
            guard padding == 0, let digit = digit(character) else { return nil }
            group = group << 6 | digit
            digits += 1
            if digits % 4 == 0 {
                bytes += [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
                group = 0
            }
        }
        switch (digits % 4, padding) {
        case (0, 0): break
        case (2, 2): bytes.append(UInt8(group >> 4 & 0xFF))
        case (3, 1): bytes += [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)]
        default: return nil
        }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
