import StdlibExtensions

/// The value of a flag, after parsing.
package enum FlagValue: Hashable, Sendable {
    case bool(Bool)
    case string(String)
    case integer(Int64)
    case duration(Duration)
    case list([String])
    case pairs([String: String])

    /// The value as pflag's `String()` writes it, which help shows as the default.
    package var helpText: String {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .string(let text): text
        case .integer(let number): String(number)
        case .duration(let duration): duration.goText
        case .list(let texts): "[" + CSVRecord.text(of: texts) + "]"
        case .pairs(let pairs):
            "[" + CSVRecord.text(of: pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) + "]"
        }
    }
}
