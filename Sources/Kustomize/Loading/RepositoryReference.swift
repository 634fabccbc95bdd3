import StdlibExtensions
import SystemIO

/// A git repository with a directory in it, as kustomize reads it from `resources:` (its `RepoSpec`).
package struct RepositoryReference: Hashable, Sendable {
    /// What it was read from.
    package let text: String
    private let host: String
    private let repository: String
    /// The directory in the repository; empty for its root.
    package let path: String
    /// The branch, tag or commit; empty for the default branch.
    package let reference: String
    package let hasSubmodules: Bool
    /// How long one call of git may take.
    package let timeout: Duration

    /// What git clones.
    package var url: String { host + repository }

    /// Reads a reference; nil for what is a path of the file system.
    package init?(_ text: String) {
        guard !PathText.isAbsolute(text) else { return nil }
        self.text = text
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = Query(parts.count > 1 ? String(parts[1]) : "")
        reference = query["ref"] ?? query["version"] ?? ""
        timeout = query.timeout
        hasSubmodules = query["submodules"].flatMap(Query.flag) ?? true
        guard let (host, rest) = Self.host(of: String(parts[0])) else { return nil }
        self.host = host
        guard let (repository, path) = Self.paths(rest, isFile: host.hasPrefix("file://")), !repository.isEmpty else {
            return nil
        }
        let cleaned = PathText.clean(path.hasPrefix("/") ? String(path.dropFirst()) : path)
        guard cleaned.split(separator: "/").first != ".." else { return nil }
        self.repository = repository
        self.path = path.hasPrefix("/") ? String(path.dropFirst()) : path
    }

    // MARK: - Host

    private static let schemes = ["ssh://", "https://", "http://", "file://"]

    /// The scheme, the user and the host, and what is behind them.
    private static func host(of text: String) -> (host: String, rest: String)? {
        var rest = Substring(text)
        if rest.lowercased().hasPrefix("git::") { rest = rest.dropFirst("git::".count) }
        let scheme = schemes.first { rest.lowercased().hasPrefix($0) } ?? ""
        rest = rest.dropFirst(scheme.count)
        let user = userName(in: rest)
        rest = rest.dropFirst(user.count)
        let lowercased = rest.lowercased()
        let isGitHub = lowercased.hasPrefix("github.com/") || lowercased.hasPrefix("github.com:")
        let mayBeSCP = scheme.isEmpty && (!user.isEmpty || isGitHub)
        if scheme.isEmpty, !mayBeSCP { return nil }
        if scheme == "file://" { return (scheme, String(user) + String(rest)) }
        var end = rest.firstIndex(of: "/")
        if mayBeSCP, let colon = rest.firstIndex(of: ":"),
            end == nil || (colon > rest.startIndex && colon < end ?? colon)
        {
            end = colon
        }
        guard let end else {
            return rest.isEmpty && !isGitHub ? nil : ("\(scheme)\(user)\(rest)", "")
        }
        let next = rest.index(after: end)
        var host = "\(scheme)\(user)\(rest[..<next])"
        if isGitHub {
            host = scheme.hasPrefix("ssh://") || !user.isEmpty ? "\(user)github.com:" : "https://github.com/"
        }
        return (host, String(rest[next...]))
    }

    /// A name with an "@" behind it; empty for none.
    private static func userName(in text: Substring) -> Substring {
        guard let at = text.firstIndex(of: "@") else { return "" }
        let name = text[..<at]
        let isName =
            name.first.map { $0.isASCII && $0.isLetter } ?? false
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return isName ? text[...at] : ""
    }

    // MARK: - Path

    private static func paths(_ text: String, isFile: Bool) -> (repository: String, path: String)? {
        if let mark = range(of: "_git/", in: text) {
            let segments = text[mark.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
            return (text[..<mark.upperBound] + String(segments[0]), segments.dropFirst().joined(separator: "/"))
        }
        if let mark = range(of: "//", in: text) {
            return (String(text[..<mark.lowerBound]), String(text[mark.upperBound...]))
        }
        if let mark = range(of: ".git", in: text) {
            return (String(text[..<mark.upperBound]), String(text[mark.upperBound...]))
        }
        if isFile { return (text, "") }
        let segments = text.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.count >= 2 else { return nil }
        return (segments[..<2].joined(separator: "/"), segments[2...].joined(separator: "/"))
    }

    private static func range(of word: String, in text: String) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(word) { return start..<text.index(start, offsetBy: word.count) }
            start = text.index(after: start)
        }
        return nil
    }

    // MARK: - Query

    private struct Query {
        private var values: [String: String] = [:]

        init(_ text: String) {
            for pair in text.split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let name = Self.decoded(parts[0])
                if values[name] == nil { values[name] = parts.count > 1 ? Self.decoded(parts[1]) : "" }
            }
        }

        /// The value of a parameter that is not empty.
        subscript(name: String) -> String? {
            values[name].flatMap { $0.isEmpty ? nil : $0 }
        }

        var timeout: Duration {
            let standard = Duration.seconds(27)
            guard let text = self["timeout"] else { return standard }
            if let seconds = Int(text) { return seconds > 0 ? .seconds(seconds) : standard }
            // What is no duration counts for nothing, as in kustomize.
            guard let duration = try? Duration(goText: text), duration > .zero else { return standard }
            return duration
        }

        static func flag(_ text: String) -> Bool? {
            switch text {
            case "1", "t", "T", "TRUE", "true", "True": true
            case "0", "f", "F", "FALSE", "false", "False": false
            default: nil
            }
        }

        private static func decoded(_ text: Substring) -> String {
            var bytes: [UInt8] = []
            var rest = text.utf8[...]
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "+") {
                    bytes.append(UInt8(ascii: " "))
                } else if byte == UInt8(ascii: "%"),
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
