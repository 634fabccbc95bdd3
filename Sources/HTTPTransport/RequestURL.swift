/// The parts of an absolute URL that decide where a request goes (RFC 3986, section 3).
struct RequestURL: Hashable {
    /// In lower case.
    let scheme: String
    /// As written, between the scheme and the host; without the `@`.
    let userInfo: String?
    /// Without the brackets of an IPv6 address.
    let host: String
    /// As written; nil where the URL has none.
    let explicitPort: UInt16?
    /// The path, query and fragment as written.
    let rest: String

    /// Takes an absolute URL apart; nil where it is none, or its port is no port.
    init?(_ text: String) {
        guard let schemeEnd = text.range(ofASCII: "://") else { return nil }
        let scheme = text[..<schemeEnd.lowerBound]
        guard let first = scheme.utf8.first, Self.isLetter(first), scheme.utf8.allSatisfy(Self.isSchemeByte) else {
            return nil
        }
        let afterScheme = text[schemeEnd.upperBound...]
        let authorityEnd = afterScheme.firstIndex { "/?#".contains($0) } ?? afterScheme.endIndex
        var authority = afterScheme[..<authorityEnd]
        var userInfo: String?
        if let at = authority.lastIndex(of: "@") {
            userInfo = String(authority[..<at])
            authority = authority[authority.index(after: at)...]
        }
        guard let (host, port) = Self.splitAuthority(authority) else { return nil }
        self.scheme = scheme.lowercased()
        self.userInfo = userInfo
        self.host = host
        explicitPort = port
        rest = String(afterScheme[authorityEnd...])
    }

    /// The port, or the scheme's own.
    var port: UInt16 {
        if let explicitPort { return explicitPort }
        return switch scheme {
        case "https": 443
        case "socks5", "socks5h": 1080
        default: 80
        }
    }

    /// Host and port as they stand in the URL, IPv6 in brackets: what kubectl calls "the server".
    var authority: String {
        explicitPort.map { "\(bracketedHost):\($0)" } ?? bracketedHost
    }

    var bracketedHost: String {
        host.contains(":") ? "[\(host)]" : host
    }

    /// Whether the host is `localhost` or an address of the loopback network.
    var isLoopback: Bool {
        if host.lowercased() == "localhost" { return true }
        return InternetAddress(host)?.isLoopback ?? false
    }

    private static func splitAuthority(_ text: Substring) -> (host: String, port: UInt16?)? {
        var host = text
        var port: Substring?
        if text.first == "[" {
            guard let close = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<close]
            let after = text[text.index(after: close)...]
            if !after.isEmpty {
                guard after.first == ":" else { return nil }
                port = after.dropFirst()
            }
        } else if let colon = text.firstIndex(of: ":") {
            host = text[..<colon]
            port = text[text.index(after: colon)...]
        }
        guard !host.isEmpty else { return nil }
        guard let port, !port.isEmpty else { return (String(host), nil) }
        guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(port) else { return nil }
        return (String(host), number)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
    }
}

extension String {
    /// The first place of an ASCII `needle`.
    fileprivate func range(ofASCII needle: String) -> Range<Index>? {
        let bytes = Array(needle.utf8)
        var start = utf8.startIndex
        while start != utf8.endIndex {
            let tail = utf8[start...]
            if tail.starts(with: bytes) { return start..<utf8.index(start, offsetBy: bytes.count) }
            start = utf8.index(after: start)
        }
        return nil
    }
}
