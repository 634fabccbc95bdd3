import StdlibExtensions

/// The escaping functions of templates.
enum TemplateEscaping {
    static func html(_ text: GoString) -> GoString {
        var result: [UInt8] = []
        for byte in text.bytes {
            switch byte {
            case 0: result += "\u{FFFD}".utf8
            case UInt8(ascii: "\""): result += "&#34;".utf8
            case UInt8(ascii: "'"): result += "&#39;".utf8
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            default: result.append(byte)
            }
        }
        return GoString(result)
    }

    static func javaScript(_ text: GoString) -> GoString {
        var result: [UInt8] = []
        var index = 0
        while index < text.bytes.count {
            let rune = Rune(at: index, of: text.bytes)
            // Bytes that are no UTF-8 stay as they are: U+FFFD, which stands for them, is printable.
            let bytes = text.bytes[index..<(index + rune.width)]
            index += rune.width
            switch rune.scalar {
            case "\\", "'", "\"": result += [UInt8(ascii: "\\")] + bytes
            case "<"?, ">"?, "&"?, "="?: result += "\\u00\(bytes.hexadecimal(uppercase: true))".utf8
            case let scalar? where scalar.value < 0x20:
                result += "\\u00\(bytes.hexadecimal(uppercase: true))".utf8
            case let scalar? where scalar.value >= 0x80 && !scalar.isGoPrintable:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits)".utf8
            default: result += bytes
            }
        }
        return GoString(result)
    }

    /// Go's `url.QueryEscape`.
    static func query(_ text: GoString) -> GoString {
        var result: [UInt8] = []
        for byte in text.bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                result.append(byte)
            case UInt8(ascii: " "): result.append(UInt8(ascii: "+"))
            default: result += "%\(CollectionOfOne(byte).hexadecimal(uppercase: true))".utf8
            }
        }
        return GoString(result)
    }
}
