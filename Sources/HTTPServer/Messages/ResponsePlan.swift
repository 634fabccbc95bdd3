import HTTPTransport

/// What is sent before the body of a response, and in which form the body follows (Go's `chunkWriter.writeHeader`).
struct ResponsePlan: Sendable, Hashable {
    enum Body: Sendable, Hashable {
        /// None is sent, whatever the handler writes.
        case none
        case length(Int)
        case chunked
        /// Up to the end of the connection.
        case rest
    }

    /// What a handler has said of its response.
    struct Answer: Sendable, Hashable {
        var status: Int
        var headers: HTTPHeaders
        /// The first bytes of the body, where there are any yet.
        var start: [UInt8] = []
        /// Whether those are all of it.
        var isWhole = false
    }

    let head: [UInt8]
    let body: Body
    /// Whether the connection ends with the response.
    let closes: Bool

    /// Whether a response of this status has a body (RFC 9110, section 6.4.1).
    static func allowsBody(_ status: Int) -> Bool { status >= 200 && status != 204 && status != 304 }

    /// - Parameter mustClose: Whether the connection cannot go on behind this request.
    init(for request: RequestHead, _ answer: Answer, mustClose: Bool, now: Int64) {
        var headers = answer.headers
        let isHead = request.method == "HEAD"
        let allowsBody = Self.allowsBody(answer.status)
        var added: [(name: String, value: String)] = []
        var length = headers["Content-Length"].flatMap { Int($0) }
        headers["Transfer-Encoding"] = nil
        if answer.isWhole, allowsBody, length == nil, !isHead || !answer.start.isEmpty {
            length = answer.start.count
            added.append(("Content-Length", String(answer.start.count)))
        }
        var closes = mustClose || request.wantsClose || headers["Connection"]?.asciiLowercased == "close"
        var connection: String?
        if request.wantsKeepAliveOf10 {
            if isHead || length != nil || !allowsBody {
                if headers["Connection"] == nil { connection = "keep-alive" }
            } else {
                closes = true
            }
        }
        var type: String?
        if allowsBody {
            let isEncoded = !(headers["Content-Encoding"] ?? "").isEmpty
            if !isEncoded, headers["Content-Type"] == nil, !answer.start.isEmpty {
                type = ContentSniffer.type(of: answer.start)
            }
        } else {
            headers["Content-Length"] = nil
            if answer.status == 304 { headers["Content-Type"] = nil }
        }
        if headers["Date"] == nil { added.insert(("Date", HTTPDate.text(now)), at: 0) }
        var encoding: String?
        if isHead || !allowsBody {
            body = .none
        } else if let length {
            body = .length(length)
        } else if request.minorVersion >= 1 {
            body = .chunked
            encoding = "chunked"
        } else {
            body = .rest
            closes = true
        }
        if closes, !headers.hasToken("Connection", "close") {
            headers["Connection"] = nil
            connection = request.minorVersion >= 1 ? "close" : nil
        }
        self.closes = closes
        for (name, value) in [("Content-Type", type), ("Connection", connection), ("Transfer-Encoding", encoding)] {
            if let value { added.append((name, value)) }
        }
        head = Self.text(request, answer.status, headers, added)
    }

    private static func text(
        _ request: RequestHead, _ status: Int, _ headers: HTTPHeaders, _ added: [(name: String, value: String)]
    ) -> [UInt8] {
        let words = HTTPStatus.text(status)
        var text = "HTTP/1.\(request.minorVersion >= 1 ? 1 : 0) "
        text += words.isEmpty ? "\(status) status code \(status)\r\n" : "\(status) \(words)\r\n"
        for field in headers.inGoOrder { text += "\(field.name): \(field.value)\r\n" }
        for field in added { text += "\(field.name): \(field.value)\r\n" }
        return Array((text + "\r\n").utf8)
    }
}

extension HTTPHeaders {
    /// The fields as Go writes a header: by their canonical names, those of one name in their order; what could end a line
    /// is left out.
    package var inGoOrder: [(name: String, value: String)] {
        fields.enumerated().map { (HeaderText.canonical($0.element.name), $0.offset, $0.element.value) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map { (name: $0.0, value: $0.2.replacingLineEnds) }
    }
}

extension String {
    fileprivate var replacingLineEnds: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
        return String(decoding: utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
    }
}
