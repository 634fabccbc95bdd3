package import HTTPTransport
import StdlibExtensions
import Synchronization

/// A connection to the server that carries connections to ports of one pod (`portforward.k8s.io` over SPDY/3.1).
///
/// SPDY as Kubernetes speaks it has no flow control for single streams: where one reader lags far behind, all others on
/// the carrier wait for it. So a carrier should have one connection at a time; where it has several, one that holds up
/// the others for long is ended.
package final class PortForwardCarrier: Sendable {
    /// How long one connection may hold up others.
    private static let patience = Duration.seconds(5)

    /// What a stream of SPDY is to the connection it belongs to.
    private enum Role {
        case data(PortForwardStream)
        case error(PortForwardStream)
    }

    private struct State {
        var roles: [UInt32: Role] = [:]
        var nextRequest = 0
    }

    private let connection: SPDYConnection
    private let end = OneTimeSignal()
    private let state = Mutex(State())

    package init(_ connection: SPDYConnection) {
        self.connection = connection
        // Ends with the connection.
        Task { await self.receive() }
    }

    /// Whether the connection has ended.
    package var isOver: Bool { end.isOver }

    /// Waits until the connection has ended, or the task is cancelled.
    ///
    /// One caller at a time.
    package func waitForEnd() async { await end.wait() }

    /// Opens a connection to a port of the pod.
    ///
    /// The server tells only later whether that can be had.
    package func open(port: UInt16) async throws(TransportError) -> PortForwardStream {
        let request = state.withLock { state in
            defer { state.nextRequest += 1 }
            return state.nextRequest
        }
        func headers(_ kind: String) -> [(name: String, value: String)] {
            [("streamType", kind), ("port", String(port)), ("requestID", String(request))]
        }
        let stream = PortForwardStream(connection)
        // Nothing is ever sent on the stream for errors.
        _ = try await connection.open(headers("error"), isLast: true) { number in
            state.withLock { $0.roles[number] = .error(stream) }
        }
        _ = try await connection.open(headers("data")) { number in
            stream.noteNumber(number)
            state.withLock { $0.roles[number] = .data(stream) }
        }
        if isOver { throw .endOfStream(inBody: true) }
        return stream
    }

    /// Ends the connection at once, and with it all it carries.
    package func close() {
        connection.close()
    }

    // MARK: - Receiving

    private func receive() async {
        do throws(TransportError) {
            while let event = try await connection.receive() { await take(event) }
        } catch {
            // However it ended, it is over; whoever has something on it is told so.
        }
        end.fire()
        let roles = state.withLock { state in
            defer { state.roles = [:] }
            return state.roles.values.map(\.self)
        }
        for role in roles {
            switch role {
            case .data(let stream): stream.noteDataEnd()
            case .error(let stream): stream.noteMessageEnd()
            }
        }
        connection.close()
    }

    private func take(_ event: SPDYConnection.Event) async {
        switch event {
        case .accepted: break
        case .data(let number, let bytes):
            switch state.withLock({ $0.roles[number] }) {
            case .data(let stream): await deliver(bytes, to: stream)
            case .error(let stream): stream.noteMessage(bytes)
            case nil: break
            }
        case .finished(let number), .reset(let number, _):
            switch state.withLock({ $0.roles.removeValue(forKey: number) }) {
            case .data(let stream): stream.noteDataEnd()
            case .error(let stream): stream.noteMessageEnd()
            case nil: break
            }
        }
    }

    private func deliver(_ bytes: [UInt8], to stream: PortForwardStream) async {
        guard stream.pipe.isFull, state.withLock({ $0.roles.count > 2 }) else {
            await stream.pipe.write(bytes)
            return
        }
        let watchdog = Task {
            // Cancelled where the reader goes on in time.
            guard (try? await Task.sleep(for: Self.patience)) != nil else { return }
            stream.pipe.abandon()
        }
        await stream.pipe.write(bytes)
        watchdog.cancel()
    }
}
