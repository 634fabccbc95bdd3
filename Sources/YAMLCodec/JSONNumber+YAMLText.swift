import JSONModel
import StdlibExtensions

extension JSONNumber {
    /// The number as `kubectl -o yaml` writes it: decoded, written as JSON, read as YAML and written again.
    var yamlText: String {
        let json = (normalizedAsGo ?? self).text
        switch PlainScalar(json.utf8.span) {
        case .int(let value): return String(value)
        case .uint(let value): return String(value)
        case .float(let value): return value.goGeneralText()
        default: return json
        }
    }
}
