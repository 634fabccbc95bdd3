import HTTPTransport
import SystemIO

/// Serves the files below a folder as Go's `http.FileServer` does: index pages, listings, parts of files.
///
/// Links are followed, wherever they lead; ".." leads nowhere.
package struct FileHandler: RequestHandler {
    private let folder: String
    private let types: ContentTypes

    private static let indexPage = "/index.html"
    private static let piece = 64 * 1024

    package init(folder: String, types: ContentTypes) {
        self.folder = folder
        self.types = types
    }

    package func handle(_ request: ServerRequest, _ response: ResponseWriter) async throws(HTTPServerError) {
        let path = request.head.target.path
        if path.hasSuffix(Self.indexPage) { return redirect("./", request, response) }
        let clean = PathText.clean(path.hasPrefix("/") ? path : "/\(path)")
        let name = folder + (clean == "/" ? "" : clean)
        do {
            guard !clean.utf8.contains(0) else { throw SystemError(operation: "open", path: name, code: 2) }
            let status = try FileSystem.status(name)
            if status.kind == .directory {
                guard path.hasSuffix("/") else {
                    return redirect("\(PathText.lastElement(of: path))/", request, response)
                }
                try await serveFolder(name, status, request, response)
            } else {
                guard !path.hasSuffix("/") else {
                    let base = PathText.lastElement(of: clean)
                    guard base != "/", base != "." else {
                        return try await response.fail(500, "http: attempting to traverse a non-directory")
                    }
                    return redirect("../\(base)", request, response)
                }
                try await serveFile(name, request, response)
            }
        } catch let error as SystemError {
            try await Self.refuse(error, response)
        } catch let error as HTTPServerError {
            throw error
        } catch {
            throw .abandoned
        }
    }

    /// Sends the client elsewhere, relative to where it is, and keeps the query.
    private func redirect(_ location: String, _ request: ServerRequest, _ response: ResponseWriter) {
        let query = request.head.target.query.map { $0.isEmpty ? "" : "?\($0)" } ?? ""
        response.begin(301, ["Location": location + query])
    }

    private static func refuse(_ error: SystemError, _ response: ResponseWriter) async throws(HTTPServerError) {
        if response.hasBegun { throw .abandoned }
        if error.isNotFound || error.isNotDirectory { return try await response.fail(404, "404 page not found") }
        if error.isPermissionDenied { return try await response.fail(403, "403 Forbidden") }
        try await response.fail(500, "500 Internal Server Error")
    }

    // MARK: - Folders

    private func serveFolder(
        _ name: String, _ status: FileStatus, _ request: ServerRequest, _ response: ResponseWriter
    ) async throws {
        // A folder without an index page, or with one that cannot be looked at, is listed.
        if let index = try? FileSystem.status(name + Self.indexPage), index.kind != .directory {
            return try await serveFile(name + Self.indexPage, request, response)
        }
        if FilePreconditions(request.head, modified: status.modified).isUnchanged { return response.begin(304) }
        var headers = HTTPHeaders()
        if let modified = status.modified { headers.add("Last-Modified", HTTPDate.text(modified)) }
        headers.add("Content-Type", "text/html; charset=utf-8")
        let entries = try FileSystem.list(name)
        response.begin(200, headers)
        var page = "<!doctype html>\n<meta name=\"viewport\" content=\"width=device-width\">\n<pre>\n"
        for entry in entries {
            // An entry that is gone by now is listed as a file.
            let isFolder = (try? FileSystem.linkStatus("\(name)/\(entry)"))?.kind == .directory
            let shown = isFolder ? "\(entry)/" : entry
            page += "<a href=\"\(Self.link(shown))\">\(HTMLText.escaped(shown))</a>\n"
        }
        try await response.write(Array((page + "</pre>\n").utf8))
    }

    /// A name as the path of a relative URL, whose first element must not look like a scheme (Go's `URL.String`).
    private static func link(_ name: String) -> String {
        let escaped = PathEscapes.escape(name.utf8)
        guard let colon = escaped.firstIndex(of: ":") else { return escaped }
        return escaped[..<colon].contains("/") ? escaped : "./\(escaped)"
    }

    // MARK: - Files

    private func serveFile(_ name: String, _ request: ServerRequest, _ response: ResponseWriter) async throws {
        // Without waiting for whoever writes to it, should it be a pipe.
        let file = try FileDescriptor(opening: name, FileDescriptor.readOnlyWithoutWaiting)
        let status = try file.status()
        guard status.kind == .regular else { throw SystemError(operation: "open", path: name, code: 2) }
        var headers = HTTPHeaders()
        if let modified = status.modified { headers.add("Last-Modified", HTTPDate.text(modified)) }
        let preconditions = FilePreconditions(request.head, modified: status.modified)
        switch preconditions.verdict {
        case .unchanged: return response.begin(304, headers)
        case .failed: return response.begin(412, headers)
        case .send: break
        }
        let type = try types.type(ofFile: name) ?? ContentSniffer.type(of: file.read(atMost: ContentSniffer.window))
        let parts: FileParts
        do {
            parts = try FileParts(preconditions.range, size: Int(status.size), type: type)
        } catch {
            if error == .outside { headers["Content-Range"] = "bytes */\(status.size)" }
            let text = error == .outside ? "invalid range: failed to overlap" : "invalid range"
            return try await response.fail(416, text, headers)
        }
        for field in parts.headers.fields { headers[field.name] = field.value }
        response.begin(parts.status, headers)
        if request.head.method == "HEAD" { return }
        for part in parts.pieces {
            switch part {
            case .text(let text): try await response.write(Array(text.utf8))
            case .range(let range): try await send(file, range, response)
            }
        }
    }

    private func send(
        _ file: borrowing FileDescriptor, _ range: ByteRange, _ response: ResponseWriter
    ) async throws {
        try file.seek(to: Int64(range.start))
        var left = range.length
        while left > 0 {
            let bytes = try file.read(atMost: min(left, Self.piece))
            // A file that has become shorter: the client is told by the connection's end.
            if bytes.isEmpty { throw HTTPServerError.abandoned }
            left -= bytes.count
            try await response.write(bytes)
        }
    }
}

extension FileStatus {
    /// When the file last changed, in whole seconds; nil for the time a file has that has none.
    fileprivate var modified: Int64? {
        modificationTime == 0 ? nil : Int64((Double(modificationTime) / 1_000_000_000).rounded(.down))
    }
}
