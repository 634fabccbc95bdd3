import JSONModel
import StdlibExtensions

extension PlainScalar {
    /// Resolves a scalar as go-yaml v3 does, for which `yes`, `no`, `on`, `off`, `y` and `n` are strings.
    init(version3 bytes: Span<UInt8>) {
        let scalar = PlainScalar(bytes)
        guard case .bool = scalar else {
            self = scalar
            return
        }
        switch bytes[0] | 0x20 {
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = scalar
        default: self = .string
        }
    }

    var nodeTag: YAMLNode.Tag {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int, .uint: .int
        case .float: .float
        case .timestamp: .timestamp
        case .string: .string
        }
    }

    /// The value in JSON of a scalar with this text.
    func jsonValue(of text: String) -> JSONValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .number(JSONNumber(value))
        case .uint(let value): .number(JSONNumber(value))
        case .float(let value): .number(JSONNumber(verbatim: value.goJSONText))
        case .timestamp: .string(Timestamp.rfc3339(text))
        case .string: .string(text)
        }
    }
}

extension YAMLNode {
    /// What a plain scalar with this text is for go-yaml v3.
    package static func tag(ofPlain text: String) -> Tag {
        text == "<<" ? .merge : PlainScalar(version3: text.utf8.span).nodeTag
    }

    /// Whether a YAML 1.1 reader takes the text for anything but a string (kyaml's `IsValueNonString`).
    package static func isNonStringInVersion1(_ text: String) -> Bool {
        if text.isEmpty || text.utf8.contains(UInt8(ascii: "\n")) { return false }
        let isSimple = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
        if isSimple {
            switch PlainScalar(text.utf8.span) {
            case .string, .timestamp: return false
            default: return true
            }
        }
        // What is no YAML is no other value either.
        guard let value = try? YAMLDecoder.decodeFirst(Array(text.utf8)) else { return false }
        return value.string == nil
    }
}

extension Timestamp {
    /// A text that `matches` as Go's encoding/json writes the time: RFC 3339 with the digits of a fraction that count.
    static func rfc3339(_ text: String) -> String {
        var digits: [[UInt8]] = [[]]
        var fraction: [UInt8] = []
        var zone = "Z"
        var isFraction = false
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isDecimalDigit {
                if isFraction { fraction.append(byte) } else { digits[digits.count - 1].append(byte) }
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
                isFraction = true
            } else if byte == UInt8(ascii: "+") || (byte == UInt8(ascii: "-") && digits.count > 3) {
                zone = String(decoding: bytes[index...], as: UTF8.self)
                break
            } else if digits[digits.count - 1].isEmpty == false {
                digits.append([])
            }
            index += 1
        }
        if zone == "+00:00" || zone == "-00:00" { zone = "Z" }
        let parts = digits.filter { !$0.isEmpty }.map { part in
            String(repeating: "0", count: max(0, 2 - part.count)) + String(decoding: part, as: UTF8.self)
        }
        let date = parts.prefix(3).joined(separator: "-")
        let time = parts.count < 6 ? "00:00:00" : parts[3..<6].joined(separator: ":")
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        if fraction.count > 9 { fraction.removeLast(fraction.count - 9) }
        let rest = fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self)
        return "\(date)T\(time)\(rest)\(zone)"
    }
}
