/// Gives each request to the handler of the longest prefix its path has (the ServeMux that kubectl uses).
package struct RequestRouter: RequestHandler {
    private let routes: [(prefix: String, handler: any RequestHandler)]

    /// Each prefix ends with a slash; one that does not begin with a slash fits no request.
    package init(_ routes: [(prefix: String, handler: any RequestHandler)]) {
        self.routes = routes.sorted { $0.prefix.utf8.count > $1.prefix.utf8.count }
    }

    package func handle(_ request: ServerRequest, _ response: ResponseWriter) async throws(HTTPServerError) {
        let path = request.head.target.pathBytes
        if request.head.method != "CONNECT" {
            let clean = Self.clean(path)
            let asFolder = clean + [UInt8(ascii: "/")]
            let isFolder = clean.last != UInt8(ascii: "/") && routes.contains { $0.prefix.utf8.elementsEqual(asFolder) }
            if isFolder || clean != path {
                let query = request.head.target.query.map { "?\($0)" } ?? ""
                try await response.redirect(PathEscapes.escape(isFolder ? asFolder : clean) + query)
                return
            }
        }
        guard let route = routes.first(where: { path.starts(with: $0.prefix.utf8) }) else {
            try await response.fail(404, "404 page not found")
            return
        }
        try await route.handler.handle(request, response)
    }

    /// The path without empty elements, "." and ".."; a slash at its end stays (Go's `cleanPath`).
    static func clean(_ path: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        var elements: [ArraySlice<UInt8>] = []
        for element in path.split(separator: slash) {
            if element.elementsEqual(".".utf8) { continue }
            if element.elementsEqual("..".utf8) {
                _ = elements.popLast()
            } else {
                elements.append(element)
            }
        }
        var result: [UInt8] = []
        for element in elements { result += [slash] + element }
        if result.isEmpty { return [slash] }
        return path.last == slash ? result + [slash] : result
    }
}

/// Takes a prefix off the path of each request before another handler has it.
package struct PrefixStripper: RequestHandler {
    private let prefix: String
    private let handler: any RequestHandler

    package init(_ prefix: String, _ handler: any RequestHandler) {
        self.prefix = prefix
        self.handler = handler
    }

    package func handle(_ request: ServerRequest, _ response: ResponseWriter) async throws(HTTPServerError) {
        let path = request.head.target.pathBytes
        guard !prefix.isEmpty, path.starts(with: prefix.utf8) else {
            try await response.fail(404, "404 page not found")
            return
        }
        var rest = Array(path.dropFirst(prefix.utf8.count))
        if rest.first != UInt8(ascii: "/") { rest.insert(UInt8(ascii: "/"), at: 0) }
        try await handler.handle(request.with(request.head.target.with(pathBytes: rest)), response)
    }
}
