/// What the proxy variables of the environment say, under the rules of Go's `http.ProxyFromEnvironment`.
package struct ProxyRules: Sendable, Hashable {
    private let httpProxy: String
    private let httpsProxy: String
    private let exceptions: [ProxyException]
    private let runsUnderCGI: Bool

    /// Reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY, each also in lower case; the first that is not empty counts.
    package init(environment: [String: String]) {
        func value(_ name: String) -> String {
            let upper = environment[name] ?? ""
            return upper.isEmpty ? environment[name.lowercased()] ?? "" : upper
        }
        httpProxy = value("HTTP_PROXY")
        httpsProxy = value("HTTPS_PROXY")
        exceptions = ProxyException.list(value("NO_PROXY"))
        // A CGI program's HTTP_PROXY is the request header "Proxy", which the client chose (httpoxy).
        runsUnderCGI = !(environment["REQUEST_METHOD"] ?? "").isEmpty
    }

    /// The URL of the proxy a request for `url` goes through; nil for none.
    ///
    /// Loopback hosts are never reached through a proxy. Throws `.invalidProxy` for a value that is no URL.
    package func proxy(for url: String) throws(TransportError) -> String? {
        guard let target = RequestURL(url) else { return nil }
        let value: String
        switch target.scheme {
        case "https": value = httpsProxy
        case "http":
            value = httpProxy
            if !value.isEmpty, runsUnderCGI { throw .proxyFromRequestHeader }
        default: return nil
        }
        guard !value.isEmpty, applies(to: target) else { return nil }
        return try Self.absolute(value)
    }

    private func applies(to target: RequestURL) -> Bool {
        let host = target.host.lowercased()
        if host == "localhost" { return false }
        let address = InternetAddress(host)
        if let address, address.isLoopback { return false }
        return !exceptions.contains { $0.matches(host: host, address: address, port: target.port) }
    }

    /// A proxy given without a scheme is an HTTP proxy.
    private static func absolute(_ value: String) throws(TransportError) -> String {
        if RequestURL(value) != nil { return value }
        let assumed = "http://" + value
        guard RequestURL(assumed) != nil else { throw .invalidProxy(value) }
        return assumed
    }
}

/// One entry of NO_PROXY.
enum ProxyException: Hashable {
    case everything
    case network(prefix: [UInt8], bits: Int)
    case address(InternetAddress, port: String?)
    /// `suffix` begins with a dot; `includesItself` where the entry named the domain without one.
    case domain(suffix: String, includesItself: Bool, port: String?)

    /// Reads a comma-separated list; an entry that says nothing is left out.
    static func list(_ text: String) -> [ProxyException] {
        var found: [ProxyException] = []
        for part in text.split(separator: ",") {
            let entry = part.trimmed().lowercased()
            if entry.isEmpty { continue }
            if entry == "*" { return [.everything] }
            if let one = ProxyException(entry) { found.append(one) }
        }
        return found
    }

    /// Reads one entry in lower case: a network, an address or a domain, the last two with or without a port.
    init?(_ entry: String) {
        if let network = Self.network(entry) {
            self = network
            return
        }
        var host = entry
        var port: String?
        if let (bare, number) = Self.splitPort(entry) {
            (host, port) = (bare, number)
            if host.first == "[", host.last == "]" { host = String(host.dropFirst().dropLast()) }
        }
        if let address = InternetAddress(host) {
            self = .address(address, port: port)
            return
        }
        if host.isEmpty { return nil }
        if host.hasPrefix("*.") { host.removeFirst() }
        let includesItself = host.first != "."
        self = .domain(suffix: includesItself ? "." + host : host, includesItself: includesItself, port: port)
    }

    /// Whether a request for `host` (in lower case) and `port` is excepted.
    func matches(host: String, address: InternetAddress?, port: UInt16) -> Bool {
        switch self {
        case .everything: return true
        case .network(let prefix, let bits):
            guard let address, address.bytes.count == prefix.count else { return false }
            return Self.samePrefix(address.bytes, prefix, bits)
        case .address(let excepted, let onlyPort):
            return address == excepted && (onlyPort == nil || onlyPort == String(port))
        case .domain(let suffix, let includesItself, let onlyPort):
            guard host.hasSuffix(suffix) || includesItself && host == suffix.dropFirst() else { return false }
            return onlyPort == nil || onlyPort == String(port)
        }
    }

    private static func network(_ entry: String) -> ProxyException? {
        let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = InternetAddress(String(parts[0])), let bits = Int(parts[1]),
            bits >= 0, bits <= address.bytes.count * 8, parts[1].first?.isNumber == true
        else { return nil }
        return .network(prefix: address.bytes, bits: bits)
    }

    /// "host:port" with exactly one colon outside of brackets.
    private static func splitPort(_ entry: String) -> (host: String, port: String)? {
        guard let colon = entry.lastIndex(of: ":") else { return nil }
        let host = entry[..<colon]
        if host.first == "[" {
            guard host.last == "]" else { return nil }
        } else if host.contains(":") {
            return nil
        }
        return (String(host), String(entry[entry.index(after: colon)...]))
    }

    private static func samePrefix(_ a: [UInt8], _ b: [UInt8], _ bits: Int) -> Bool {
        let whole = bits / 8
        guard a[..<whole] == b[..<whole] else { return false }
        let left = bits % 8
        return left == 0 || (a[whole] ^ b[whole]) >> (8 - left) == 0
    }
}

extension Substring {
    fileprivate func trimmed() -> Substring {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }
}
