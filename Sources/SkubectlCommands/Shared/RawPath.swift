import StdlibExtensions

/// The value of `--raw`.
enum RawPath {
    /// Go's words (net/url's `ParseRequestURI`) for what is no path and no absolute URL; nil for what is one.
    static func problem(of raw: String) -> String? {
        guard raw.hasPrefix("/") || raw.contains("://") else { return "invalid URI for request" }
        var rest = Substring(raw.prefix { $0 != "?" })
        while let percent = rest.firstIndex(of: "%") {
            let escape = rest[percent...].prefix(3)
            guard escape.count == 3, escape.dropFirst().allSatisfy(\.isHexDigit) else {
                return "invalid URL escape \(String(escape).goQuoted)"
            }
            rest = rest[escape.endIndex...]
        }
        return nil
    }
}
