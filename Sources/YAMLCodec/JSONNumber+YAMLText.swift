import JSONModel
import StdlibExtensions

extension JSONNumber {
    /// The number as `kubectl -o yaml` writes it: decoded, written as JSON, read as YAML and written again.
    var yamlText: String {
        if isShortInteger { return text }
        let json = (normalizedAsGo ?? self).text
        switch PlainScalar(json.utf8.span) {
        case .int(let value): return String(value)
        case .uint(let value): return String(value)
        case .float(let value): return value.goGeneralText()
        default: return json
        }
    }

    /// The number read as YAML and written again.
    var wholeYAMLText: String {
        switch PlainScalar(text.utf8.span) {
        case .int(let value): String(value)
        case .uint(let value): String(value)
        case .float(let value): value.goGeneralText()
        default: text
        }
    }

    /// Whether the text is that of an integer of 64 bits in its only form, as nearly all numbers are.
    private var isShortInteger: Bool {
        let bytes = text.utf8.span
        guard bytes.count < 19, bytes.count == 1 || bytes[0] != UInt8(ascii: "-") else { return false }
        for index in bytes.indices where !bytes[index].isDecimalDigit { return false }
        return true
    }
}
