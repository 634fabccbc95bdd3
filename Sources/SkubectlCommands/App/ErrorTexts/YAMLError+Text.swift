import JSONModel
import StdlibExtensions
import YAMLCodec

extension YAMLError {
    /// The words of go-yaml and of the conversion to JSON, without `error converting YAML to JSON: ` before them.
    var message: String {
        switch self {
        case .syntax(let problem, let line):
            line.map { "yaml: line \($0): \(problem)" } ?? "yaml: \(problem)"
        case .invalidSeparator(let text): "invalid Yaml document separator: \(text)"
        case .unknownAnchor(let name): "yaml: unknown anchor '\(name)' referenced"
        case .anchorContainsItself(let name): "yaml: anchor '\(name)' value contains itself"
        case .excessiveAliasing: "yaml: document contains excessive aliasing"
        case .mergeOfNoMap: "yaml: map merge requires map or sequence of maps as the value"
        case .collectionAsKey(let key): "yaml: invalid map key: \(key.goSyntax)"
        case .unsupportedKey(let number?, let value):
            "unsupported map key of type: uint64, key: 0x\(String(number, radix: 16)), "
                + "value: \(value.isNull ? "<nil>" : value.goSyntax)"
        case .unsupportedKey(nil, let value):
            "unsupported map key of type: %!s(<nil>), key: <nil>, "
                + "value: \(value.isNull ? "<nil>" : value.goSyntax)"
        case .mismatchedTag(let found, let text, let wanted): "yaml: cannot decode \(found) `\(text)` as a \(wanted)"
        case .invalidBase64: "yaml: !!binary value contains invalid base64 data"
        case .nonFiniteNumber(let text): "json: unsupported value: \(text)"
        case .redefinedKeys(let keys):
            "yaml: unmarshal errors:"
                + keys.map { key in
                    "\n  line \(key.line): mapping key \(key.key.goQuoted) already defined at line \(key.firstLine)"
                }.joined()
        case .keyIsNoString(let path, let offset):
            "json: unsupported value: jsontext: object member name must be a string within \(path.goQuoted) "
                + "after offset \(offset)"
        case .badMerge(let sentence): sentence
        case .repeatedKeys(let keys):
            "yaml: unmarshal errors:"
                + keys.map { "\n  line \($0.line): key \($0.key.goQuoted) already set in map" }.joined()
        }
    }
}
