import CommandLineKit
import HTTPServer
import Renderers
import StdlibExtensions
import SystemIO

/// Lets only those requests pass whose host, path and method fit (kubectl's `FilterServer`).
struct RequestFilter: RequestHandler {
    static let acceptHostsFlag = Flag(
        "accept-hosts", default: "^localhost$,^127\\.0\\.0\\.1$,^\\[::1\\]$",
        help: "Regular expressions for the hosts whose requests pass.")
    static let acceptPathsFlag = Flag(
        "accept-paths", default: "^.*", help: "Regular expressions for the paths whose requests pass.")
    static let rejectPathsFlag = Flag(
        "reject-paths", default: "^/api/.*/pods/.*/exec,^/api/.*/pods/.*/attach",
        help: "Regular expressions for the paths whose requests do not pass, whatever --accept-paths says.")
    static let rejectMethodsFlag = Flag(
        "reject-methods", default: "^$",
        help: "Regular expressions for the methods whose requests do not pass (--reject-methods='POST,PUT,PATCH').")
    static let flags: [any AnyFlag] = [acceptHostsFlag, acceptPathsFlag, rejectPathsFlag, rejectMethodsFlag]

    /// The rules as they were given: expressions with commas between them.
    struct Patterns {
        let acceptedPaths: String
        let rejectedPaths: String
        let acceptedHosts: String
        let rejectedMethods: String

        init(_ arguments: ParsedArguments) {
            acceptedPaths = arguments[acceptPathsFlag]
            rejectedPaths = arguments[rejectPathsFlag]
            acceptedHosts = arguments[acceptHostsFlag]
            rejectedMethods = arguments[rejectMethodsFlag]
        }

        /// Throws for what is no regular expression.
        func compiled() throws(RegularExpression.Fault) -> Rules {
            Rules(
                acceptedPaths: try Self.list(acceptedPaths), rejectedPaths: try Self.list(rejectedPaths),
                acceptedHosts: try Self.list(acceptedHosts), rejectedMethods: try Self.list(rejectedMethods))
        }

        private static func list(_ text: String) throws(RegularExpression.Fault) -> [RegularExpression] {
            if text.isEmpty { return [] }
            var expressions: [RegularExpression] = []
            for part in text.split(separator: ",", omittingEmptySubsequences: false) {
                expressions.append(try RegularExpression(String(part)))
            }
            return expressions
        }
    }

    struct Rules {
        let acceptedPaths: [RegularExpression]
        let rejectedPaths: [RegularExpression]
        let acceptedHosts: [RegularExpression]
        let rejectedMethods: [RegularExpression]

        /// Whether a request passes; `host` is without its port.
        func accept(method: String, path: String, host: String) -> Bool {
            func matches(_ text: String, _ expressions: [RegularExpression]) -> Bool {
                expressions.contains { $0.matches(text) }
            }
            if matches(path, rejectedPaths) || matches(method, rejectedMethods) { return false }
            return matches(path, acceptedPaths) && matches(host, acceptedHosts)
        }
    }

    private let rules: Rules
    private let next: any RequestHandler
    private let log: DiagnosticLog

    init(_ rules: Rules, _ next: any RequestHandler, log: DiagnosticLog) {
        self.rules = rules
        self.next = next
        self.log = log
    }

    func handle(_ request: ServerRequest, _ response: ResponseWriter) async throws(HTTPServerError) {
        let (method, path) = (request.head.method, request.head.target.path)
        let host = Self.withoutPort(request.head.host)
        let passes = rules.accept(method: method, path: path, host: host)
        log.writePlain(
            3, passes ? "proxy_server.go:131" : "proxy_server.go:135",
            TerminalText.escaped("Filter \(passes ? "accepting" : "rejecting") \(method) \(path) \(host)"))
        if passes {
            try await next.handle(request, response)
        } else {
            try await response.fail(403, "Forbidden")
        }
    }

    /// The host of a `Host` field (Go's `net.SplitHostPort`); without a port it stays as it is.
    static func withoutPort(_ field: String) -> String {
        guard let colon = field.lastIndex(of: ":") else { return field }
        let host = field[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { return String(host.dropFirst().dropLast()) }
        return host.contains(":") || host.contains("[") || host.contains("]") ? field : String(host)
    }
}
