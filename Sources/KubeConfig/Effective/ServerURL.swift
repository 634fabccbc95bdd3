import StdlibExtensions

/// A URL in its parts, read as Go's `url.Parse` does as far as addresses of servers and proxies need it.
struct ServerURL: Hashable {
    /// In small letters; empty where there is none.
    var scheme = ""
    /// "user:password" as written; nil where there is none.
    var userInfo: String?
    /// The host and the port as written.
    var host = ""
    /// As written, so still percent-encoded, without query and fragment.
    var path = ""

    /// Reads a URL; one that is asked for in a request (Go's `url.ParseRequestURI`) has no fragment.
    init(parsing text: String, isRequest: Bool = false) throws(URLFault) {
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { throw .controlCharacter }
        var rest = Substring(text)
        if !isRequest, let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
        scheme = try Self.takeScheme(from: &rest)
        if let mark = rest.firstIndex(of: "?") { rest = rest[..<mark] }
        guard rest.hasPrefix("/") else {
            if !scheme.isEmpty { return }
            if isRequest { throw .invalidRequest }
            if rest.prefix(while: { $0 != "/" }).contains(":") { throw .colonInFirstSegment }
            path = String(rest)
            return
        }
        if rest.hasPrefix("//") && (!scheme.isEmpty || (!isRequest && !rest.hasPrefix("///"))) {
            rest = rest.dropFirst(2)
            let authority = rest.prefix { $0 != "/" }
            rest = rest[authority.endIndex...]
            try takeAuthority(authority)
        }
        path = String(rest)
        _ = try Self.unescape(path)
    }

    /// The URL as text, the path encoded where it must be.
    var text: String {
        "\(scheme)://\(userInfo.map { $0 + "@" } ?? "")\(host)\(encodedPath)"
    }

    /// The path as it is sent: as written if that is a valid encoding, else encoded anew.
    var encodedPath: String {
        let allowed = "!$&'()*+,;=:@[]/%-_.~".utf8
        if path.utf8.allSatisfy({ Self.isAlphanumeric($0) || allowed.contains($0) }) { return path }
        // The escapes were checked when the URL was read.
        let plain = (try? Self.unescape(path)) ?? Array(path.utf8)
        var text = ""
        for byte in plain {
            if Self.isAlphanumeric(byte) || "-_.~$&+,/:;=@".utf8.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return text
    }

    /// Takes what stands before the first colon, if it looks like a scheme.
    private static func takeScheme(from rest: inout Substring) throws(URLFault) -> String {
        for (offset, byte) in rest.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if offset == 0 { return "" }
            case UInt8(ascii: ":"):
                guard offset > 0 else { throw .missingScheme }
                let scheme = rest.prefix(offset).lowercased()
                rest = rest.dropFirst(offset + 1)
                return scheme
            default: return ""
            }
        }
        return ""
    }

    private mutating func takeAuthority(_ authority: Substring) throws(URLFault) {
        var hostPart = authority
        if let at = authority.lastIndex(of: "@") {
            let info = authority[..<at]
            let allowed = "-._:~!$&'()*+,;=%@".utf8
            guard info.utf8.allSatisfy({ Self.isAlphanumeric($0) || allowed.contains($0) }) else {
                throw .invalidUserInfo
            }
            _ = try Self.unescape(String(info))
            userInfo = String(info)
            hostPart = authority[authority.index(after: at)...]
        }
        try Self.check(host: hostPart)
        host = String(hostPart)
    }

    private static func check(host: Substring) throws(URLFault) {
        var name = host
        if host.hasPrefix("[") {
            guard let bracket = host.lastIndex(of: "]") else { throw .missingBracket }
            try check(port: host[host.index(after: bracket)...])
            name = host[..<bracket]
        } else if let colon = host.lastIndex(of: ":") {
            try check(port: host[colon...])
        }
        if let percent = name.firstIndex(of: "%"), !(name.hasPrefix("[") && name[percent...].hasPrefix("%25")) {
            throw .invalidEscape(String(name[percent...].prefix(3)))
        }
        let allowed = "-_.~!$&'()*+,;=:[]<>\"%".utf8
        for byte in host.utf8 where byte < 0x80 && !isAlphanumeric(byte) && !allowed.contains(byte) {
            throw .invalidHostCharacter(String(Unicode.Scalar(byte)))
        }
    }

    /// What stands after the host must be nothing, or a colon with digits or without.
    private static func check(port: Substring) throws(URLFault) {
        guard let first = port.utf8.first else { return }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard first == UInt8(ascii: ":"), port.utf8.dropFirst().allSatisfy(digits.contains) else {
            throw .invalidPort(String(port))
        }
    }

    private static func unescape(_ text: String) throws(URLFault) -> [UInt8] {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
                digits.allSatisfy(isAlphanumeric)
            else { throw .invalidEscape("%" + String(decoding: digits, as: UTF8.self)) }
            result.append(value)
            rest = rest.dropFirst(2)
        }
        return result
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

/// Why a text is no URL; the sentences are those of Go's net/url.
package enum URLFault: Error, Hashable {
    /// Go: `net/url: invalid control character in URL`
    case controlCharacter
    /// Go: `missing protocol scheme`
    case missingScheme
    /// Go: `invalid URI for request`
    case invalidRequest
    /// Go: `first path segment in URL cannot contain colon`
    case colonInFirstSegment
    /// Go: `net/url: invalid userinfo`
    case invalidUserInfo
    /// Go: `missing ']' in host`
    case missingBracket
    /// Go: `invalid port ":x" after host`
    case invalidPort(String)
    /// Go: `invalid URL escape "%zz"`
    case invalidEscape(String)
    /// Go: `invalid character " " in host name`
    case invalidHostCharacter(String)
}

/// The address of a proxy, as the `proxy-url` of a cluster has it.
enum ProxyURL {
    /// What is wrong with the address; nil when it can be used.
    static func fault(of text: String, cluster: String) -> ConfigurationFault? {
        // Why it cannot be read is not told.
        guard let url = try? ServerURL(parsing: text) else {
            return .invalidProxyURL(text, cluster: cluster, unsupportedScheme: nil)
        }
        if ["http", "https", "socks5"].contains(url.scheme) { return nil }
        return .invalidProxyURL(text, cluster: cluster, unsupportedScheme: url.scheme)
    }
}
