import HTTPTransport

/// What a request wants to be true of a file before it is sent (RFC 9110, section 13), for files without an entity tag.
struct FilePreconditions: Sendable {
    enum Verdict: Sendable, Hashable {
        case send
        /// Status 304.
        case unchanged
        /// Status 412.
        case failed
    }

    private let method: String
    private let headers: HTTPHeaders
    /// In whole seconds; nil where nobody knows it.
    private let modified: Int64?

    init(_ request: RequestHead, modified: Int64?) {
        method = request.method
        headers = request.headers
        self.modified = modified
    }

    private var isRead: Bool { method == "GET" || method == "HEAD" }

    var verdict: Verdict {
        if let tags = value("If-Match") {
            guard Self.anyTag(tags) else { return .failed }
        } else if let limit = date("If-Unmodified-Since"), let modified, modified > limit {
            return .failed
        }
        if let tags = value("If-None-Match") {
            if Self.anyTag(tags) { return isRead ? .unchanged : .failed }
        } else if isUnchanged {
            return .unchanged
        }
        return .send
    }

    /// Whether the file is no newer than the one the client has.
    var isUnchanged: Bool {
        guard isRead, let limit = date("If-Modified-Since"), let modified else { return false }
        return modified <= limit
    }

    /// The `Range` field, where it counts.
    var range: String {
        guard let range = value("Range") else { return "" }
        guard let condition = value("If-Range"), isRead else { return range }
        // A file has no entity tag, so the condition can only be its time.
        return modified != nil && HTTPDate.seconds(condition) == modified ? range : ""
    }

    private func value(_ name: String) -> String? {
        headers[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func date(_ name: String) -> Int64? { value(name).flatMap(HTTPDate.seconds) }

    private static func anyTag(_ tags: String) -> Bool {
        tags.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).first
            .map { String($0).trimmingHTTPSpace == "*" } ?? false
    }
}
