/// URLs of manifests, read as Go's `net/url` reads them.
enum ManifestURL {
    /// What Go dislikes about an http or https URL; nil for a good one.
    static func problem(of url: String) -> URLProblem? {
        if url.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .controlCharacter }
        let withoutFragment = url.prefix { $0 != "#" }
        let afterScheme = withoutFragment.drop { $0 != "/" }.dropFirst(2)
        let authority = afterScheme.prefix { $0 != "/" && $0 != "?" }
        let path = afterScheme.dropFirst(authority.count).prefix { $0 != "?" }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        return problem(ofHost: host) ?? problem(ofEscapesIn: path)
            ?? problem(ofEscapesIn: url.dropFirst(withoutFragment.count))
    }

    /// The URL with everything percent-encoded that cannot be sent as it is, and without a fragment.
    static func encoded(_ url: String) -> String {
        var result = ""
        for byte in url.prefix(while: { $0 != "#" }).utf8 {
            if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += byte < 0x10 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }

    private static func problem(ofHost host: Substring) -> URLProblem? {
        if host.first == "[" {
            guard let end = host.lastIndex(of: "]") else { return .unclosedBracket }
            return problem(ofPort: host[host.index(after: end)...])
        }
        if let colon = host.lastIndex(of: ":"), let problem = problem(ofPort: host[colon...]) { return problem }
        let forbidden = host.unicodeScalars.first { $0 == " " || "\"<>\\^`{|}".unicodeScalars.contains($0) }
        if let forbidden { return .invalidHostCharacter(String(forbidden)) }
        return host.firstIndex(of: "%").map { .invalidEscape(String(host[$0...].prefix(3))) }
    }

    private static func problem(ofPort port: Substring) -> URLProblem? {
        guard let first = port.first else { return nil }
        let isNumber = port.dropFirst().utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return first == ":" && isNumber ? nil : .invalidPort(String(port))
    }

    private static func problem(ofEscapesIn text: Substring) -> URLProblem? {
        var rest = text
        while let percent = rest.firstIndex(of: "%") {
            let escape = rest[percent...].prefix(3)
            guard escape.count == 3, escape.dropFirst().utf8.allSatisfy({ isHexDigit($0) }) else {
                return .invalidEscape(String(escape))
            }
            rest = rest[percent...].dropFirst(3)
        }
        return nil
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
