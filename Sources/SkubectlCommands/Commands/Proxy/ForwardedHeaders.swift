import HTTPServer
import HTTPTransport
import SystemIO

/// The fields of a message that is passed on: without those that are for the next hop alone (RFC 9110, section 7.6.1), as
/// Go's `httputil.ReverseProxy` has them.
enum ForwardedHeaders {
    private static let hopByHop = [
        "Connection", "Proxy-Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Te", "Trailer",
        "Transfer-Encoding", "Upgrade",
    ]

    /// What the server is sent of a client's request.
    static func request(_ request: ServerRequest) -> HTTPHeaders {
        let headers = request.head.headers
        var result = withoutHopByHop(headers)
        if headers.hasToken("Te", "trailers") { result["Te"] = "trailers" }
        result["Content-Length"] = nil
        tellClient(&result, request)
        return result
    }

    /// What the server is sent of a request to switch protocols: all of it.
    static func upgrade(_ request: ServerRequest) -> HTTPHeaders {
        var result = request.head.headers
        tellClient(&result, request)
        return result
    }

    /// What the client is sent of the server's response.
    static func response(_ headers: HTTPHeaders) -> HTTPHeaders { withoutHopByHop(headers) }

    private static func withoutHopByHop(_ headers: HTTPHeaders) -> HTTPHeaders {
        var result = headers
        for value in headers.values("Connection") {
            for name in value.split(separator: ",") {
                let name = String(name.drop { $0 == " " || $0 == "\t" }).prefix { $0 != " " && $0 != "\t" }
                if !name.isEmpty { result[String(name)] = nil }
            }
        }
        for name in hopByHop { result[name] = nil }
        return result
    }

    /// Adds the client's address to those the request has come from.
    private static func tellClient(_ headers: inout HTTPHeaders, _ request: ServerRequest) {
        let client = request.peer.host
        if client.isEmpty { return }
        let before = headers.values("X-Forwarded-For")
        headers["X-Forwarded-For"] = (before + [client]).joined(separator: ", ")
    }
}
