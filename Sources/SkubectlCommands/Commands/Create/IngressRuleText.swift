import JSONModel
import KubeModel
import StdlibExtensions

/// A rule of an ingress as it is written on command lines: `host/path=service:port[,tls[=secret]]`.
///
/// What of the text counts where it goes on behind all that is kubectl's choice.
struct IngressRuleText: Sendable, Hashable {
    let host: String
    /// With the slash before it.
    let path: String
    /// Whether the path stands for all below it.
    let isPrefix: Bool
    /// `service:port`, and perhaps more behind.
    let backend: String
    /// The secret of `tls=secret`; empty for `tls`, nil without.
    let tlsSecret: String?

    /// Nil for a text that is no rule.
    init?(_ text: String) {
        guard Self.isRule(text) else { return nil }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let (host, rest) = parts[0].cut(at: "/") else { return nil }
        let pieces = rest.split(separator: "=", omittingEmptySubsequences: false)
        guard pieces.count > 1, pieces[1].contains(":") else { return nil }
        let path = "/" + pieces[0]
        isPrefix = path.hasSuffix("*")
        self.path = isPrefix ? String(path.dropLast()) : path
        backend = String(pieces[1])
        self.host = String(host)
        if parts.count == 2 {
            let words = parts[1].split(separator: "=", omittingEmptySubsequences: false)
            tlsSecret = words.count > 1 ? String(words[1]) : ""
        } else {
            tlsSecret = nil
        }
    }

    /// `^(host)(/.*)=(service):(port)`, where more may stand behind the first characters of a port.
    private static func isRule(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let host = bytes.prefix { isName($0, others: "_*-.") }
        guard host.count < bytes.count, bytes[host.count] == UInt8(ascii: "/") else { return false }
        let rest = bytes[(host.count + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        return rest.indices.contains { index in
            guard rest[index] == UInt8(ascii: "=") else { return false }
            let service = rest[(index + 1)...].prefix { isName($0, others: "_-") }
            let port = bytes[service.endIndex...].dropFirst().first
            return !service.isEmpty && bytes[service.endIndex...].first == UInt8(ascii: ":")
                && port.map { isName($0, others: "_-") } ?? false
        }
    }

    private static func isName(_ byte: UInt8, others: StaticString) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: others.withUTF8Buffer { $0.contains(byte) }
        }
    }

    /// The backend of `service:port`.
    static func backend(_ text: String) -> JSONValue {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let port: JSONValue =
            switch IntOrString(parsing: parts.count > 1 ? parts[1] : "") {
            case .int(let number): .fields(["number": .nonZero(number)])
            case .string(let name): .fields(["name": .text(name)])
            }
        return ["service": ["name": .string(parts.first ?? ""), "port": port]]
    }

    /// The rules with those of a host together, in the order of the hosts.
    static func rules(of rules: [IngressRuleText]) -> [JSONValue] {
        var hosts: [(host: String, paths: [JSONValue])] = []
        for rule in rules {
            let path: JSONValue = [
                "path": .string(rule.path), "pathType": rule.isPrefix ? "Prefix" : "Exact",
                "backend": backend(rule.backend),
            ]
            if let index = hosts.firstIndex(where: { $0.host == rule.host }) {
                hosts[index].paths.append(path)
            } else {
                hosts.append((rule.host, [path]))
            }
        }
        return hosts.map { .fields(["host": .text($0.host), "http": ["paths": .array($0.paths)]]) }
    }

    /// The hosts by the secrets of their certificates; each host counts once.
    static func tls(of rules: [IngressRuleText]) -> [JSONValue] {
        var entries: [(secret: String, hosts: [String])] = []
        var seen: Set<String> = []
        for rule in rules {
            guard let secret = rule.tlsSecret, seen.insert(rule.host).inserted else { continue }
            if let index = entries.firstIndex(where: { $0.secret == secret }) {
                entries[index].hosts.append(rule.host)
            } else if !rule.host.isEmpty || !secret.isEmpty {
                entries.append((secret, rule.host.isEmpty ? [] : [rule.host]))
            }
        }
        return entries.map { .fields(["hosts": .texts($0.hosts), "secretName": .text($0.secret)]) }
    }
}
