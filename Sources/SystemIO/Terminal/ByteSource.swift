/// Bytes that are read piece by piece, waiting for each without holding a thread that tasks run on.
package protocol ByteSource: Sendable {
    /// The next bytes, at least one; nil at the end. Cancelling the task returns nil at once. One caller at a time.
    func next() async throws(SystemError) -> [UInt8]?
}
