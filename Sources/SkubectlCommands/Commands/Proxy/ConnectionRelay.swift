import HTTPServer
import HTTPTransport

/// Passes bytes both ways between a client and a server that speak another protocol than HTTP now.
struct ConnectionRelay {
    let client: TakenConnection
    let server: any ByteConnection

    /// Tells the client of the switch, and passes on what both say until one of them ends; then both ends are closed.
    func run(after headers: HTTPHeaders) async {
        var head = "HTTP/1.1 101 Switching Protocols\r\n"
        for field in headers.fields { head += "\(field.name): \(field.value)\r\n" }
        let start = Array((head + "\r\n").utf8)
        let (client, server) = (client, server)
        // A client that is gone is noticed by what follows.
        try? await client.send(start)
        await withTaskCancellationHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await passToServer() }
                group.addTask { await passToClient() }
                await group.next()
                client.close()
                server.close()
            }
        } onCancel: {
            client.close()
            server.close()
        }
    }

    // A failure on either side is an end like any other.

    private func passToServer() async {
        do {
            while let bytes = try await client.receive() { try await server.send(bytes) }
        } catch {}
    }

    private func passToClient() async {
        do {
            while let bytes = try await server.receive() { try await client.send(bytes) }
        } catch {}
    }
}
