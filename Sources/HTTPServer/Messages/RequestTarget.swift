/// What a request is about: the path and the query of its request line (Go's `url.URL`, as far as a server needs it).
package struct RequestTarget: Sendable, Hashable {
    /// The path with its escapes resolved, byte for byte.
    package let pathBytes: [UInt8]
    /// The path as it was written; nil where that is just what `pathBytes` would be written as.
    private let writtenPath: String?
    /// What follows the first question mark, as written; nil where there is none.
    package let query: String?
    /// The host of a target that is a whole URL.
    let host: String?
    /// Whether the request is about the server as a whole: `OPTIONS *`.
    let isAsterisk: Bool

    /// The path with its escapes resolved; bytes that are no UTF-8 are replaced.
    package var path: String { String(decoding: pathBytes, as: UTF8.self) }

    /// Reads a request target; nil for one Go's `url.ParseRequestURI` does not take.
    init?(_ text: ArraySlice<UInt8>, method: String) {
        guard !text.isEmpty, !text.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        isAsterisk = text.elementsEqual([UInt8(ascii: "*")])
        var rest = text
        var host: String?
        if isAsterisk || method == "CONNECT" && rest.first != UInt8(ascii: "/") {
            (pathBytes, writtenPath, query) = ([], nil, nil)
            self.host = isAsterisk ? nil : String(decoding: text, as: UTF8.self)
            return
        }
        if rest.first != UInt8(ascii: "/") {
            guard let authority = Self.authority(of: rest) else { return nil }
            host = String(decoding: authority, as: UTF8.self)
            rest = rest[authority.endIndex...]
        }
        let mark = rest.firstIndex(of: UInt8(ascii: "?"))
        query = mark.map { String(decoding: rest[($0 + 1)...], as: UTF8.self) }
        let written = rest[..<(mark ?? rest.endIndex)]
        guard let path = PathEscapes.resolve(written) else { return nil }
        pathBytes = path
        let text = PathEscapes.isValid(written) ? String(decoding: written, as: UTF8.self) : nil
        writtenPath = text
        self.host = host
    }

    private init(_ other: RequestTarget, pathBytes: [UInt8]) {
        self.pathBytes = pathBytes
        writtenPath = nil
        query = other.query
        host = other.host
        isAsterisk = other.isAsterisk
    }

    /// The same target with another path.
    package func with(pathBytes: [UInt8]) -> RequestTarget {
        pathBytes == self.pathBytes ? self : RequestTarget(self, pathBytes: pathBytes)
    }

    /// The path in a form that can be sent: as it was written where that is well-formed, otherwise escaped anew.
    package var encodedPath: String { writtenPath ?? PathEscapes.escape(pathBytes) }

    /// The authority of `http://authority/path`; nil where there is none.
    private static func authority(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex,
            text[(colon + 1)...].starts(with: Array("//".utf8))
        else { return nil }
        let start = colon + 3
        let end = text[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? text.endIndex
        return text[start..<end]
    }
}
