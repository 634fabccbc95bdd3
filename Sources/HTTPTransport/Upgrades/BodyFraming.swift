import StdlibExtensions

/// Where the body of an HTTP/1.1 response ends, found while it arrives (RFC 9112, section 6).
///
/// libcurl frames bodies by itself, but for connections that may switch protocols it leaves all to its user.
struct BodyFraming {
    private enum Form {
        case length(Int)
        case untilEnd
        case chunkHead
        case chunk(Int)
        /// The line break behind a chunk.
        case chunkEnd
        case trailer
        case done
    }

    private var form: Form
    private var line: [UInt8] = []
    /// The longest line of a chunked body's framing.
    private static let longestLine = 4096

    init(status: Int, headers: HTTPHeaders) {
        let isChunked = headers.values("Transfer-Encoding").last?.lowercased().hasSuffix("chunked") ?? false
        if status == 204 || status == 304 {
            form = .done
        } else if isChunked {
            form = .chunkHead
        } else if let length = headers["Content-Length"].flatMap({ Int($0) }), length >= 0 {
            form = length == 0 ? .done : .length(length)
        } else {
            form = .untilEnd
        }
    }

    /// Whether the body has come to its end.
    var isComplete: Bool {
        if case .done = form { return true }
        return false
    }

    /// Whether the body ends well where the connection ends.
    var mayEndHere: Bool {
        switch form {
        case .done, .untilEnd: true
        default: false
        }
    }

    /// The body's own bytes among what has arrived; throws `.malformedResponse(.chunk)` for framing that is none.
    mutating func feed(_ bytes: ArraySlice<UInt8>) throws(TransportError) -> [UInt8] {
        var rest = bytes
        var body: [UInt8] = []
        while !rest.isEmpty {
            switch form {
            case .done: return body
            case .untilEnd:
                body += rest
                return body
            case .length(let left):
                let taken = rest.prefix(left)
                body += taken
                rest = rest.dropFirst(taken.count)
                form = left == taken.count ? .done : .length(left - taken.count)
            case .chunk(let left):
                let taken = rest.prefix(left)
                body += taken
                rest = rest.dropFirst(taken.count)
                form = left == taken.count ? .chunkEnd : .chunk(left - taken.count)
            case .chunkHead, .chunkEnd, .trailer: try takeLine(&rest)
            }
        }
        return body
    }

    private mutating func takeLine(_ rest: inout ArraySlice<UInt8>) throws(TransportError) {
        guard let end = rest.firstIndex(of: 0x0A) else {
            line += rest
            rest = []
            if line.count > Self.longestLine { throw .malformedResponse(.chunk) }
            return
        }
        line += rest[..<end]
        rest = rest[(end + 1)...]
        if line.last == 0x0D { line.removeLast() }
        defer { line = [] }
        switch form {
        case .chunkEnd:
            guard line.isEmpty else { throw .malformedResponse(.chunk) }
            form = .chunkHead
        case .trailer: if line.isEmpty { form = .done }
        default:
            let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 && $0 != 0x09 }
            guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy(Self.isHexadecimal),
                let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
            else { throw .malformedResponse(.chunk) }
            form = size == 0 ? .trailer : .chunk(size)
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
