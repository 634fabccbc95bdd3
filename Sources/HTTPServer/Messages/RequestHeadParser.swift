import HTTPTransport

/// Reads the head of a request as Go's net/http does, with what it lets pass and what it refuses.
enum RequestHeadParser {
    /// The longest head that is read, in bytes.
    static let limit = (1 << 20) + 4096

    /// Parses all lines of a head, without the empty one at its end.
    static func parse(_ bytes: ArraySlice<UInt8>) throws(RequestRefusal) -> RequestHead {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        let first = line(lines.popFirst() ?? [])
        let (method, targetText, version) = try requestLine(first)
        guard let target = RequestTarget(targetText, method: method) else { throw .malformed }
        let fields = try fields(lines)
        return try head(method, target, version, fields)
    }

    /// A line without the carriage return before its end.
    private static func line(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.last == 0x0D ? bytes.dropLast() : bytes
    }

    private static func requestLine(
        _ line: ArraySlice<UInt8>
    ) throws(RequestRefusal) -> (method: String, target: ArraySlice<UInt8>, version: (Int, Int)) {
        guard let first = line.firstIndex(of: 0x20) else { throw .malformed }
        let rest = line[(first + 1)...]
        guard let second = rest.firstIndex(of: 0x20) else { throw .malformed }
        let method = line[..<first]
        guard !method.isEmpty, method.allSatisfy(HTTPHeaders.isTokenByte),
            let version = Self.version(Array(rest[(second + 1)...]))
        else { throw .malformed }
        return (String(decoding: method, as: UTF8.self), rest[..<second], version)
    }

    /// The two digits of `HTTP/1.1`.
    private static func version(_ bytes: [UInt8]) -> (Int, Int)? {
        let digits: ClosedRange<UInt8> = 0x30...0x39
        guard bytes.count == 8, bytes.starts(with: Array("HTTP/".utf8)), digits.contains(bytes[5]),
            bytes[6] == UInt8(ascii: "."), digits.contains(bytes[7])
        else { return nil }
        return (Int(bytes[5] - 0x30), Int(bytes[7] - 0x30))
    }

    private static func fields(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(RequestRefusal) -> HTTPHeaders {
        var headers = HTTPHeaders()
        var isFirst = true
        for raw in lines {
            let text = line(raw)
            if text.isEmpty { continue }
            defer { isFirst = false }
            if text.first == 0x20 || text.first == 0x09 {
                // A line that continues the one before (obsolete, but Go reads it).
                guard !isFirst, text.allSatisfy(isValueByte) else { throw .malformed }
                headers.continueLast(with: String(decoding: text, as: UTF8.self).trimmingHTTPSpace)
                continue
            }
            guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex,
                text[..<colon].allSatisfy({ HTTPHeaders.isTokenByte($0) || $0 == 0x20 }),
                text[(colon + 1)...].allSatisfy(isValueByte)
            else { throw .malformed }
            let name = String(decoding: text[..<colon], as: UTF8.self)
            let value = String(decoding: text[(colon + 1)...], as: UTF8.self).trimmingHTTPSpace
            headers.add(HeaderText.canonical(name), value)
        }
        return headers
    }

    private static func isValueByte(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 0x09 }

    private static func head(
        _ method: String, _ target: RequestTarget, _ version: (Int, Int), _ fields: HTTPHeaders
    ) throws(RequestRefusal) -> RequestHead {
        var headers = fields
        let hosts = headers.values("Host")
        guard hosts.count <= 1 else { throw .malformed }
        let framing = try framing(&headers, version)
        guard version.0 == 1 else { throw .unsupportedVersion }
        if version.1 >= 1, hosts.isEmpty, method != "CONNECT" {
            throw RequestRefusal(status: 400, detail: "missing required Host header")
        }
        if let host = hosts.first, !host.utf8.allSatisfy(isHostByte) {
            throw RequestRefusal(status: 400, detail: "malformed Host header")
        }
        if headers.fields.contains(where: { $0.name.utf8.contains(0x20) }) {
            throw RequestRefusal(status: 400, detail: "invalid header name")
        }
        headers["Host"] = nil
        return RequestHead(
            method: method, target: target, minorVersion: version.1, headers: headers,
            host: target.host ?? hosts.first ?? "", framing: framing)
    }

    /// What a `Host` field may have (Go's `httpguts.ValidHostHeader`).
    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!$%&()*+,-.:;='[]_~".utf8.contains(byte)
        }
    }

    /// The length of the body, by the one field that says it.
    ///
    /// A length beside an encoding, or an encoding where there can be none, is left out: nobody behind this server sees
    /// either of them.
    private static func framing(
        _ headers: inout HTTPHeaders, _ version: (Int, Int)
    ) throws(RequestRefusal) -> BodyFraming {
        let encodings = headers.values("Transfer-Encoding")
        headers["Transfer-Encoding"] = nil
        let lengths = headers.values("Content-Length").map(\.trimmingHTTPSpace)
        if !encodings.isEmpty, version >= (1, 1) {
            guard encodings.count == 1, encodings[0].asciiLowercased == "chunked" else { throw .unsupportedEncoding }
            headers["Content-Length"] = nil
            return .chunked
        }
        guard let first = lengths.first else { return .none }
        guard lengths.allSatisfy({ $0 == first }), !first.isEmpty,
            first.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(first)
        else { throw .malformed }
        headers["Content-Length"] = first
        return length == 0 ? .none : .length(length)
    }
}
