import HTTPTransport
import StdlibExtensions
import SystemIO

/// Serves one connection: request after request, in the order they came, each to the end of its response.
struct ServerConnection: Sendable {
    private let socket: SocketConnection
    private let handler: any RequestHandler
    private let input: ConnectionInput

    /// How long a client may take to see the end of a connection that still has something to say (Go's
    /// `rstAvoidanceDelay`).
    private static let farewell = Duration.milliseconds(500)

    init(_ socket: SocketConnection, handler: any RequestHandler) {
        self.socket = socket
        self.handler = handler
        input = ConnectionInput(socket)
    }

    func serve() async {
        defer { socket.close() }
        // Whatever goes wrong with a connection ends it, and is nobody else's business.
        while (try? await serveNext()) == true {}
    }

    /// Serves the next request; false when the connection is over.
    private func serveNext() async throws -> Bool {
        let head: RequestHead
        do {
            guard let bytes = try await input.head(RequestHeadParser.limit) else { return false }
            head = try RequestHeadParser.parse(bytes[...])
        } catch let refusal as RequestRefusal {
            try await socket.send(refusal.response)
            await sayFarewell()
            return false
        }
        let body = RequestBody(head.framing, input, invite: head.expectsContinue ? invitation : nil)
        let response = ResponseWriter(socket, input, head, body)
        if head.expectsMore {
            response.begin(417, ["Connection": "close"])
        } else if head.target.isAsterisk {
            response.begin(head.method == "OPTIONS" ? 200 : 400, ["Content-Length": "0"])
        } else {
            let request = ServerRequest(head: head, body: body, peer: socket.peer)
            guard await handle(request, response) else { return false }
        }
        if response.isTaken { return false }
        let mayGoOn = try await response.finish()
        if mayGoOn, await body.skip(upTo: ResponseWriter.largestRest) { return true }
        if !body.hasEnded { await sayFarewell() }
        return false
    }

    /// Asks a client for the body it holds back.
    @Sendable private func invitation() async throws(HTTPServerError) {
        do { try await socket.send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) } catch { throw .connection(error) }
    }

    /// Has the request handled, for as long as its client is there; false where that came to no good end.
    private func handle(_ request: ServerRequest, _ response: ResponseWriter) async -> Bool {
        // Who takes the connection over reads it alone.
        if request.head.isUpgrade { return await answer(request, response) }
        return await withTaskGroup(of: Bool?.self) { group in
            group.addTask { await answer(request, response) }
            group.addTask {
                await watchClient(request.body)
                return nil
            }
            var isGood = true
            for await outcome in group {
                // Either one's end is the end of the other: a client that is gone waits for nothing.
                group.cancelAll()
                if let outcome { isGood = outcome }
            }
            return isGood
        }
    }

    private func answer(_ request: ServerRequest, _ response: ResponseWriter) async -> Bool {
        do throws(HTTPServerError) {
            try await handler.handle(request, response)
            return true
        } catch {
            return false
        }
    }

    /// Returns when the client has closed the connection; while there is something to read, that is not known.
    private func watchClient(_ body: RequestBody) async {
        await body.end.wait()
        // An error is an end.
        while !Task.isCancelled, input.isEmpty, (try? await input.fill()) == true {}
        // The client has asked for more already; it is there until the response shows otherwise.
        if !input.isEmpty { await OneTimeSignal().wait() }
    }

    /// Ends what we send, and gives the client time to read it before what it still sends breaks the connection.
    private func sayFarewell() async {
        socket.finishSending()
        let socket = socket
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // Whether it ends or breaks is all the same now.
                while let bytes = try? await socket.receive(), !bytes.isEmpty {}
            }
            // Cut short only where everything ends.
            group.addTask { try? await Task.sleep(for: Self.farewell) }
            await group.next()
            group.cancelAll()
        }
    }
}
