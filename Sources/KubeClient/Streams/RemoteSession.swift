/// A remote process while it is connected: its input, its outputs, and how it ended.
///
/// Made by `APIClient.open(_:)`, over WebSocket or over SPDY/3.1, whichever the server has; tests use
/// `MemoryRemoteSession`. Input and output may be used at the same time, by one task each.
package protocol RemoteSession: Sendable {
    /// Hands bytes to the process's standard input; waits while the process does not read.
    ///
    /// Throws `.inputClosed` once the process reads no more, which is no failure of the session.
    func send(_ bytes: [UInt8]) async throws(RemoteSessionError)
    /// Tells the process that its standard input has ended.
    func finishInput() async throws(RemoteSessionError)
    /// Tells the size of the terminal, in character cells.
    func resize(columns: Int, rows: Int) async throws(RemoteSessionError)
    /// What comes next, in the order it was sent; nil after `.ended`, which is the last.
    func next() async throws(RemoteSessionError) -> RemoteOutput?
    /// Leaves the process and closes the connection; whoever waits gets `.transport(.cancelled)`.
    func close()
}

/// What comes from a remote process.
package enum RemoteOutput: Sendable, Hashable {
    case standardOutput([UInt8])
    case standardError([UInt8])
    case ended(RemoteEnd)
}

/// How a remote process ended, as the server tells of it in a `Status` (protocol v4 and later).
package enum RemoteEnd: Sendable, Hashable {
    case success
    /// kubectl: `command terminated with exit code N`, and ends with that code.
    case exitCode(Int)
    /// Any other failure, in the server's words.
    case failure(String)
}
