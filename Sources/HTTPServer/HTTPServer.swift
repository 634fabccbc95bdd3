package import SystemIO

/// Serves HTTP/1.1 and HTTP/1.0 on local sockets, many connections at once, each request by one handler.
///
/// It reads and writes requests and responses as Go's net/http does, whose words kubectl's clients see.
package struct HTTPServer: Sendable {
    private let handler: any RequestHandler

    package init(_ handler: any RequestHandler) {
        self.handler = handler
    }

    /// Serves what connects to `listener` until it is closed or the task cancelled, which ends all connections.
    package func serve(_ listener: SocketListener) async throws(SystemError) {
        let handler = handler
        let result = await withDiscardingTaskGroup { group -> Result<Void, SystemError> in
            defer { group.cancelAll() }
            do throws(SystemError) {
                while let socket = try await listener.accept() {
                    group.addTask { await ServerConnection(socket, handler: handler).serve() }
                }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
