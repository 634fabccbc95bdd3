package import HTTPTransport
import StdlibExtensions
import Synchronization

/// One connection to a port of a pod: bytes both ways, and what the server says went wrong with it.
///
/// One task may receive while another one sends.
package final class PortForwardStream: Sendable {
    /// How much may wait for the reader, in bytes, before nothing more is received for anyone on the same carrier.
    private static let highWater = 1 << 20
    /// The most that is kept of what the server says went wrong.
    private static let longestMessage = 64 * 1024

    private struct State {
        /// The number of the stream with its bytes; 0 before that is open.
        var data: UInt32 = 0
        var message: [UInt8] = []
        var sentAll = false
        var receivedAll = false
    }

    let pipe = BytePipe(limit: highWater)
    private let messageEnd = OneTimeSignal()
    private let connection: SPDYConnection
    private let state = Mutex(State())

    init(_ connection: SPDYConnection) {
        self.connection = connection
    }

    // MARK: For whoever forwards

    /// Sends bytes to the pod; waits while too much is on its way.
    package func send(_ bytes: [UInt8]) async throws(TransportError) {
        try await connection.send(bytes, on: state.withLock { $0.data })
    }

    /// Tells the pod that nothing more comes.
    package func finishSending() async throws(TransportError) {
        state.withLock { $0.sentAll = true }
        try await connection.finish(state.withLock { $0.data })
    }

    /// The next bytes from the pod; nil at their end, however that came.
    package func receive() async -> [UInt8]? {
        await pipe.read()
    }

    /// Leaves the connection, and returns what the server says went wrong with it; empty for nothing.
    package func end() async -> String {
        pipe.abandon()
        let (data, isWhole) = state.withLock { ($0.data, $0.sentAll && $0.receivedAll) }
        // A carrier that is gone has nothing more to say.
        if !isWhole { try? await connection.reset(data) }
        await messageEnd.wait()
        return String(decoding: state.withLock { $0.message }, as: UTF8.self)
    }

    // MARK: For the carrier

    func noteNumber(_ data: UInt32) { state.withLock { $0.data = data } }

    func noteMessage(_ bytes: [UInt8]) {
        state.withLock { $0.message += bytes.prefix(Self.longestMessage - $0.message.count) }
    }

    func noteDataEnd() {
        state.withLock { $0.receivedAll = true }
        pipe.finish()
    }

    func noteMessageEnd() { messageEnd.fire() }
}
