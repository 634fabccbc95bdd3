/// Puts the status line and the header fields of a response together from the lines libcurl hands over.
struct ResponseHeadParser {
    /// The most bytes a header section may have (Go's Transport.MaxResponseHeaderBytes).
    static let limit = 10 << 20

    /// Where libcurl itself gives up since 8.3, and before that in distributions that took the change over.
    static let libraryLimit = 300 * 1024

    enum Progress: Equatable {
        case more
        /// The empty line after the fields.
        case end
        case failed(TransportError)
    }

    private(set) var status = 0
    /// nil where the status line has none, as in HTTP/2.
    private(set) var statusText: String?
    private(set) var headers = HTTPHeaders()
    /// Whether the fields are those of the final response.
    private(set) var isFinal = false
    /// Status and words of a proxy's answer to CONNECT.
    private(set) var proxyAnswer: (status: Int, text: String)?
    private var size = 0

    /// Whether an answer has begun: a line was seen.
    var hasBegun: Bool { size > 0 }

    /// Whether libcurl has given up for the size of the header section, within the line that would have been next.
    var exceedsLibraryLimit: Bool { !isFinal && size > Self.libraryLimit - 100 * 1024 }

    /// Whether this is one of the answers that come before the final one (RFC 9110, section 15.2).
    var isInterim: Bool { (100..<200).contains(status) && status != 101 }

    /// Takes one line with its line break.
    mutating func feed(_ line: UnsafeRawBufferPointer) -> Progress {
        size += line.count
        guard size <= Self.limit else { return .failed(.headersTooLarge(limit: Self.limit)) }
        var end = line.count
        while end > 0, line[end - 1] == 0x0A || line[end - 1] == 0x0D { end -= 1 }
        if end == 0 { return .end }
        let text = String(decoding: UnsafeRawBufferPointer(rebasing: line[..<end]), as: UTF8.self)
        if status == 0 || text.hasPrefix("HTTP/") && headers.fields.isEmpty {
            return startLine(text)
        }
        return field(text)
    }

    /// Forgets an interim answer.
    mutating func reset() {
        status = 0
        statusText = nil
        headers = HTTPHeaders()
    }

    mutating func noteProxyAnswer() {
        proxyAnswer = (status, statusText ?? "")
        reset()
    }

    mutating func markFinal() {
        isFinal = true
    }

    private mutating func startLine(_ text: String) -> Progress {
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/") else {
            return .failed(.malformedResponse(.line(Array(text.utf8))))
        }
        guard parts[1].utf8.count == 3, let code = Int(parts[1]), code >= 0 else {
            return .failed(.malformedResponse(.statusCode(String(parts[1]))))
        }
        status = code
        statusText = parts.count > 2 && !parts[2].isEmpty ? String(parts[2]) : nil
        return .more
    }

    private mutating func field(_ text: String) -> Progress {
        // A line that begins with a blank continues the field before it (obs-fold, RFC 9112, section 5.2).
        if let first = text.utf8.first, first == 0x20 || first == 0x09 {
            headers.continueLast(with: text.trimmingBlanks())
            return .more
        }
        guard let colon = text.firstIndex(of: ":") else {
            return .failed(.malformedResponse(.headerWithoutColon(text)))
        }
        headers.add(String(text[..<colon]), text[text.index(after: colon)...].trimmingBlanks())
        return .more
    }
}

extension MalformedResponse {
    /// What Go says about an answer whose first line is no status line.
    init(firstBytes: [UInt8]) {
        let line = firstBytes.prefix { $0 != 0x0A }
        let text = String(decoding: line, as: UTF8.self)
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2 else {
            self = .line(line.last == 0x0D ? Array(line.dropLast()) : Array(line))
            return
        }
        var code = parts[1]
        if code.last == "\r" { code.removeLast() }
        if code.utf8.count != 3 || Int(code) == nil {
            self = .statusCode(String(code))
        } else {
            self = .version(String(parts[0]))
        }
    }
}

extension StringProtocol {
    /// Without the spaces and tabs at both ends.
    fileprivate func trimmingBlanks() -> String {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(start[...last])
    }
}
