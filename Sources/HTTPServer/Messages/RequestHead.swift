package import HTTPTransport

/// The request line and the fields of a request (RFC 9112, section 3), found to be in order.
package struct RequestHead: Sendable, Hashable {
    package let method: String
    package let target: RequestTarget
    /// The second number of the version: 1 for HTTP/1.1.
    package let minorVersion: Int
    /// All fields but `Host`, their names in Go's canonical form.
    package let headers: HTTPHeaders
    /// The host the request is for, with its port: that of the target where it has one, else of the `Host` field.
    package let host: String
    let framing: BodyFraming

    /// Whether the client waits for a word before it sends its body (RFC 9110, section 10.1.1).
    var expectsContinue: Bool {
        minorVersion >= 1 && framing != .none && headers["Expect"]?.asciiLowercased == "100-continue"
    }

    /// Whether the client expects anything else, which nobody here can do.
    var expectsMore: Bool {
        guard let expectation = headers["Expect"], !expectation.isEmpty else { return false }
        return expectation.asciiLowercased != "100-continue"
    }

    /// Whether the client wants the connection closed after the response.
    var wantsClose: Bool {
        headers.hasToken("Connection", "close") || minorVersion == 0 && !headers.hasToken("Connection", "keep-alive")
    }

    /// Whether a client of HTTP/1.0 would like to keep the connection.
    var wantsKeepAliveOf10: Bool { minorVersion == 0 && headers.hasToken("Connection", "keep-alive") }

    /// Whether the client asks to switch to another protocol (apimachinery's `IsUpgradeRequest`).
    package var isUpgrade: Bool {
        headers.values("Connection").contains { $0.asciiLowercased.contains("upgrade") }
    }
}

/// How long a request's body is (RFC 9112, section 6).
enum BodyFraming: Sendable, Hashable {
    case none
    /// In bytes, more than none.
    case length(Int)
    case chunked
}

/// A request that is refused before anyone handles it.
struct RequestRefusal: Error, Hashable {
    let status: Int
    /// What the client is told besides the status; empty for nothing.
    var detail = ""
    /// The body, where it is not the status line's own text.
    var body: String?

    static let malformed = RequestRefusal(status: 400)
    static let headTooLarge = RequestRefusal(status: 431)
    static let unsupportedVersion = RequestRefusal(status: 505, detail: "unsupported protocol version")
    static let unsupportedEncoding = RequestRefusal(status: 501, body: "Unsupported transfer encoding")

    /// The whole response, after which the connection is closed (Go's `conn.serve`).
    var response: [UInt8] {
        let text = "\(status) \(HTTPStatus.text(status))" + (detail.isEmpty ? "" : ": \(detail)")
        return Array(
            ("HTTP/1.1 \(text)\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"
                + (body ?? text)).utf8)
    }
}

extension HTTPHeaders {
    /// Whether a list of tokens in the fields of a name has this one, in lower case.
    package func hasToken(_ name: String, _ token: String) -> Bool {
        values(name).contains { value in
            value.split(separator: ",").contains { part in
                String(part).trimmingHTTPSpace.asciiLowercased == token
            }
        }
    }
}

extension String {
    /// The text without spaces and tabs around it.
    var trimmingHTTPSpace: String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        guard let start = utf8.firstIndex(where: { !isSpace($0) }), let end = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[start...end])
    }
}
