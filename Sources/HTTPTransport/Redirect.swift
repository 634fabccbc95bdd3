/// The request a redirecting response asks for, under the rules of Go's http.Client.
struct Redirect {
    let request: HTTPRequest

    /// nil where the response is to be handed on as it is.
    init?(of request: HTTPRequest, first: HTTPRequest, response: HTTPResponse) {
        guard let location = response.headers["Location"], !location.isEmpty else { return nil }
        var next = request
        switch response.status {
        case 301, 302, 303:
            if request.method != "GET", request.method != "HEAD" { next.method = "GET" }
            next.body = nil
            next.headers["Content-Type"] = nil
        case 307, 308: break
        default: return nil
        }
        guard let from = RequestURL(request.url), let to = Self.resolve(location, from) else { return nil }
        next.url = to
        if let target = RequestURL(to), let origin = RequestURL(first.url), !Self.trusts(target.host, origin.host) {
            for name in ["Authorization", "Www-Authenticate", "Cookie", "Cookie2"] { next.headers[name] = nil }
        }
        self.request = next
    }

    /// The absolute URL a Location field means (RFC 3986, section 5.2).
    static func resolve(_ location: String, _ base: RequestURL) -> String? {
        let reference = location.prefix { $0 != "#" }
        if RequestURL(String(reference)) != nil { return String(reference) }
        if reference.hasPrefix("//") { return "\(base.scheme):\(reference)" }
        let origin = "\(base.scheme)://\(base.userInfo.map { $0 + "@" } ?? "")\(base.authority)"
        if reference.hasPrefix("/") { return origin + reference }
        let path = base.rest.prefix { $0 != "?" && $0 != "#" }
        if reference.hasPrefix("?") { return origin + String(path) + String(reference) }
        guard !reference.isEmpty else { return origin + String(base.rest.prefix { $0 != "#" }) }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
        return origin + RequestURL.removingDotSegments(folder + String(reference))
    }

    /// Whether credentials for `origin` may be sent to `host`: the same host or one below it.
    private static func trusts(_ host: String, _ origin: String) -> Bool {
        let (host, origin) = (host.lowercased(), origin.lowercased())
        if host == origin { return true }
        // Addresses have no hosts below them.
        return !origin.contains(":") && InternetAddress(host) == nil && host.hasSuffix("." + origin)
    }
}

extension RequestURL {
    /// A path without its "." and ".." segments (RFC 3986, section 5.2.4); the query stays as it is.
    static func removingDotSegments(_ reference: String) -> String {
        let path = reference.prefix { $0 != "?" }
        var kept: [Substring] = []
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/") + reference[path.endIndex...]
    }
}
