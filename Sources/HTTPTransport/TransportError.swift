/// Why no response came, or why one broke off.
///
/// Carries data; `ErrorReport` makes the sentence.
package enum TransportError: Error, Hashable {
    /// The request was cancelled, by SIGINT or because its task was.
    case cancelled
    /// A body was longer than its reader allows, in bytes.
    case bodyTooLarge(limit: Int)
}
