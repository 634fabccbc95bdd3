import StdlibExtensions
import SystemIO

/// The types of files by the ends of their names, as Go's mime package has them on Linux: its own and the system's.
package struct ContentTypes: Sendable {
    private var types: [String: String] = [
        ".avif": "image/avif", ".css": "text/css; charset=utf-8", ".gif": "image/gif",
        ".htm": "text/html; charset=utf-8", ".html": "text/html; charset=utf-8", ".jpeg": "image/jpeg",
        ".jpg": "image/jpeg", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8", ".pdf": "application/pdf", ".png": "image/png",
        ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webp": "image/webp",
        ".xml": "text/xml; charset=utf-8",
    ]

    private static let globs = ["/usr/local/share/mime/globs2", "/usr/share/mime/globs2"]
    private static let lists = [
        "/etc/mime.types", "/etc/apache2/mime.types", "/etc/apache/mime.types", "/etc/httpd/conf/mime.types",
    ]
    private static let largestList = 16 << 20

    /// The types there are without the system's own.
    init() {}

    /// The types of this system: those of the first list of patterns there is, else those of all other lists.
    package static func ofSystem() -> ContentTypes {
        var types = ContentTypes()
        for path in globs {
            // A list that cannot be read counts as none.
            guard let list = try? FileSystem.read(path, limit: largestList) else { continue }
            types.addGlobs(String(decoding: list, as: UTF8.self))
            return types
        }
        for path in lists {
            // As above.
            guard let list = try? FileSystem.read(path, limit: largestList) else { continue }
            types.addList(String(decoding: list, as: UTF8.self))
        }
        return types
    }

    /// The type of a file of this name; nil where its end says nothing.
    func type(ofFile name: String) -> String? {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let end = String(name[dot...])
        return types[end] ?? types[end.lowercased()]
    }

    /// Lines of the form `50:text/csv:*.csv`, the most important ones first.
    mutating func addGlobs(_ list: String) {
        for line in list.utf8.split(separator: 0x0A) {
            let parts = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard parts.count >= 3, let first = parts[0].first, first != UInt8(ascii: "#") else { continue }
            let pattern = Array(parts[2])
            guard pattern.count >= 3, pattern.starts(with: "*.".utf8),
                !pattern.dropFirst().contains(where: { "*?[".utf8.contains($0) })
            else { continue }
            let end = String(decoding: pattern.dropFirst(), as: UTF8.self)
            if types[end] == nil { set(end, String(decoding: Array(parts[1]), as: UTF8.self)) }
        }
    }

    /// Lines of the form `text/csv csv`.
    mutating func addList(_ list: String) {
        for line in list.split(whereSeparator: \.isNewline) {
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count > 1, !words[0].hasPrefix("#") else { continue }
            for end in words.dropFirst() {
                if end.hasPrefix("#") { break }
                set(".\(end)", String(words[0]))
            }
        }
    }

    private mutating func set(_ end: String, _ type: String) {
        types[end] = type.hasPrefix("text/") && !type.contains(";") ? "\(type); charset=utf-8" : type
    }
}
