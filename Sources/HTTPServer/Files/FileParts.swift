import HTTPTransport

/// What is sent of a file: all of it, or the parts a client asked for.
struct FileParts: Sendable {
    enum Piece: Sendable, Hashable {
        case text(String)
        case range(ByteRange)
    }

    let status: Int
    let pieces: [Piece]
    let headers: HTTPHeaders

    /// Throws where the range cannot be satisfied; of an empty file there is always all.
    ///
    /// - Parameter boundary: What stands between several parts.
    init(
        _ range: String, size: Int, type: String, boundary: () -> String = FileParts.randomBoundary
    ) throws(ByteRange.Fault) {
        var ranges: [ByteRange] = []
        do throws(ByteRange.Fault) {
            ranges = try ByteRange.parse(range, size: size)
        } catch {
            guard error == .outside, size == 0 else { throw error }
        }
        // More than the file has is none of anyone's needs.
        if ranges.reduce(0, { $0 + $1.length }) > size { ranges = [] }
        var headers: HTTPHeaders = ["Accept-Ranges": "bytes"]
        switch ranges.count {
        case 0:
            status = 200
            pieces = [.range(ByteRange(start: 0, length: size))]
            headers.add("Content-Type", type)
        case 1:
            status = 206
            pieces = [.range(ranges[0])]
            headers.add("Content-Range", ranges[0].field(size: size))
            headers.add("Content-Type", type)
        default:
            status = 206
            let boundary = boundary()
            pieces = Self.multipart(ranges, size: size, type: type, boundary: boundary)
            headers.add("Content-Type", "multipart/byteranges; boundary=\(boundary)")
        }
        headers.add("Content-Length", String(pieces.reduce(0) { $0 + $1.count }))
        self.headers = headers
    }

    private static func multipart(_ ranges: [ByteRange], size: Int, type: String, boundary: String) -> [Piece] {
        var pieces: [Piece] = []
        for (index, range) in ranges.enumerated() {
            pieces.append(
                .text(
                    "\(index == 0 ? "" : "\r\n")--\(boundary)\r\nContent-Range: \(range.field(size: size))\r\n"
                        + "Content-Type: \(type)\r\n\r\n"))
            pieces.append(.range(range))
        }
        return pieces + [.text("\r\n--\(boundary)--\r\n")]
    }

    static func randomBoundary() -> String {
        (0..<60).map { _ in String(UInt8.random(in: 0...15), radix: 16) }.joined()
    }
}

extension FileParts.Piece {
    /// In bytes.
    var count: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .range(let range): range.length
        }
    }
}
