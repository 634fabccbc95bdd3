import CommandLineKit
import HTTPServer
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl proxy`, which lets local programs talk to the API server as the user.
struct ProxyCommand: Command {
    static let wwwFlag = Flag("www", short: "w", default: "", help: "Serve the files of this folder, too.")
    static let wwwPrefixFlag = Flag(
        "www-prefix", short: "P", default: "/static/", help: "The path that the files of --www are served under.")
    static let apiPrefixFlag = Flag("api-prefix", default: "/", help: "The path that the API is served under.")
    static let portFlag = Flag(
        "port", short: "p", default: 8001, help: "The port to listen on; 0 for any that is free.")
    static let addressFlag = Flag("address", default: "127.0.0.1", help: "The address to listen on.")
    static let unixSocketFlag = Flag(
        "unix-socket", short: "u", default: "", help: "Listen on a Unix socket of this path.")
    static let disableFilterFlag = Flag(
        "disable-filter", default: false,
        help: "Let every request pass. Whoever reaches the port can then do what you may, web pages included.")
    static let keepaliveFlag = Flag(
        "keepalive", default: Duration.zero, help: "How often to probe whether the other end of a connection is there.")
    static let appendServerPathFlag = Flag(
        "append-server-path", default: false,
        help: "Put the path of the server's URL in the kubeconfig before that of each request.")

    static let spec = CommandSpec(
        name: "proxy",
        usage: "[--port=PORT] [--www=static-dir] [--www-prefix=prefix] [--api-prefix=prefix]",
        summary: "Run a proxy to the Kubernetes API server",
        description: [
            "Listen on this machine, and pass requests on to the API server with the user's credentials.",
            "Files of a folder can be served beside the API, for pages that use it.",
        ],
        examples: [
            CommandExample("The whole API and nothing else", "skubectl proxy --api-prefix=/"),
            CommandExample(
                "A part of the API, and files",
                "skubectl proxy --www=/my/files --www-prefix=/static/ --api-prefix=/api/"),
            CommandExample("The API at another path", "skubectl proxy --api-prefix=/custom/"),
            CommandExample("Another port, and files", "skubectl proxy --port=8011 --www=./local/www/"),
            CommandExample("Any port that is free, which is printed", "skubectl proxy --port=0"),
        ],
        flags: [
            wwwFlag, wwwPrefixFlag, apiPrefixFlag, portFlag, addressFlag, unixSocketFlag, disableFilterFlag,
            keepaliveFlag, appendServerPathFlag,
        ] + RequestFilter.flags
    ).grouped(under: .troubleshooting)

    /// The folder with files to serve; empty for none.
    let www: String
    let wwwPrefix: String
    let apiPrefix: String
    let port: Int
    let address: String
    /// Empty for a port.
    let unixSocket: String
    /// nil lets every request pass.
    let filter: RequestFilter.Patterns?
    let keepalive: Duration
    let appendsServerPath: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        func folder(_ prefix: String) -> String { prefix.hasSuffix("/") ? prefix : "\(prefix)/" }
        www = arguments[Self.wwwFlag]
        wwwPrefix = folder(arguments[Self.wwwPrefixFlag])
        apiPrefix = folder(arguments[Self.apiPrefixFlag])
        port = arguments[Self.portFlag]
        address = arguments[Self.addressFlag]
        unixSocket = arguments[Self.unixSocketFlag]
        filter = arguments[Self.disableFilterFlag] ? nil : RequestFilter.Patterns(arguments)
        keepalive = arguments[Self.keepaliveFlag]
        appendsServerPath = arguments[Self.appendServerPathFlag]
    }

    func run(in context: CommandContext) async throws {
        let configuration = try context.configurationSource().clientConfiguration()
        let server = ProxiedServer(configuration.server, appendsPath: appendsServerPath)
        let written = ProxiedServer(configuration.serverAsWritten, appendsPath: false)
        if !appendsServerPath, !server.path.isEmpty {
            warn(
                "Your kube context contains a server path \(written.path), use --append-server-path to automatically "
                    + "append the path to each request", line: 172, context)
        }
        let rules = try rules(context)
        if !unixSocket.isEmpty, port != Self.portFlag.defaultValue {
            throw CommandError.failed("cannot set --unix-socket and --port at the same time")
        }
        checkFolder(context)
        let handler = try await handler(configuration, server, rules, context)
        let listener = try listener()
        context.console.write("Starting to serve on \(listener.endpoint.text)\n")
        context.console.flush()
        try await HTTPServer(handler).serve(listener)
        // Only the end of everything ends this.
        throw CancellationError()
    }

    private func listener() throws -> SocketListener {
        if unixSocket.isEmpty { return try ListeningAddress(address, port: port).listen() }
        // What is left of another proxy is in the way; anything else is told of when the socket is bound.
        if let status = try? FileSystem.linkStatus(unixSocket), status.specialKind == .socket {
            // As above.
            try? FileSystem.remove(unixSocket)
        }
        do throws(SystemError) {
            return try SocketListener(on: .unix(path: unixSocket))
        } catch {
            throw ListeningAddress.failure(error, network: "unix")
        }
    }

    /// What a request has to be like to pass; nil for nothing.
    private func rules(_ context: CommandContext) throws -> RequestFilter.Rules? {
        guard let filter else {
            if unixSocket.isEmpty {
                warn(
                    "Request filter disabled, your proxy is vulnerable to XSRF attacks, please be cautious", line: 177,
                    context)
            }
            return nil
        }
        do throws(RegularExpression.Fault) {
            return try filter.compiled()
        } catch {
            context.log.writePlain(
                0, "proxy_server.go:83",
                "Error compiling re: error parsing regexp: \(error.problem): `\(error.part)`", severity: .fatal)
            throw CommandError.silent(exitCode: 255)
        }
    }

    private func checkFolder(_ context: CommandContext) {
        guard !www.isEmpty else { return }
        do throws(SystemError) {
            guard try FileSystem.status(www).kind != .directory else { return }
            warn("Static file directory \(www) is not a directory", line: 202, context)
        } catch {
            warn("Failed to stat static file directory \(www): \(error.goText)", line: 200, context)
        }
    }

    private func warn(_ text: String, line: Int, _ context: CommandContext) {
        context.log.writePlain(0, "proxy.go:\(line)", text, severity: .warning)
    }

    private func handler(
        _ configuration: ClientConfiguration, _ server: ProxiedServer, _ rules: RequestFilter.Rules?,
        _ context: CommandContext
    ) async throws -> RequestRouter {
        let forwarder = try await context.makeForwarder(for: configuration, keepAlive: keepalive)
        var handler: any RequestHandler = APIProxy(server: server, forwarder: forwarder, log: context.log)
        if let rules { handler = RequestFilter(rules, handler, log: context.log) }
        if !apiPrefix.hasPrefix("/api") { handler = PrefixStripper(apiPrefix, handler) }
        var routes = [(prefix: apiPrefix, handler: handler)]
        if !www.isEmpty {
            guard wwwPrefix != apiPrefix else {
                throw CommandError.failed("--www-prefix and --api-prefix cannot both be \(wwwPrefix)")
            }
            let files = FileHandler(folder: www, types: .ofSystem())
            routes.append((wwwPrefix, PrefixStripper(wwwPrefix, files)))
        }
        return RequestRouter(routes)
    }
}
