package import JSONModel
import StdlibExtensions

extension JSONValue {
    /// The value as Go's `%#v` writes what go-yaml decodes: `map[interface {}]interface {}{"a":interface {}(nil)}`.
    ///
    /// kubectl prints it where a map or a sequence is used as a key.
    package var goSyntax: String {
        switch self {
        case .null: "interface {}(nil)"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): number.goSyntax
        case .string(let text): text.goQuoted
        case .array(let elements): "[]interface {}{\(elements.map(\.goSyntax).joined(separator: ", "))}"
        case .object(let object):
            "map[interface {}]interface {}{"
                + object.sortedByKey().map { "\($0.key.goQuoted):\($0.value.goSyntax)" }.joined(separator: ", ") + "}"
        }
    }
}

extension JSONNumber {
    fileprivate var goSyntax: String {
        if let integer = Int64(text) { return String(integer) }
        if let unsigned = UInt64(text) { return "0x" + String(unsigned, radix: 16) }
        return double.goGeneralText()
    }
}
