/// How a remote process ended, when not well.
enum RemoteProcessError: Error, Hashable {
    /// kubectl: `command terminated with exit code N`, and ends with that code itself.
    case exitCode(Int)
    /// kubectl: `error: MESSAGE`, in the server's words.
    case failed(String)
    /// A pod that was waited for has ended: kubectl: `pod NAMESPACE/NAME terminated (REASON)`, a line break and the
    /// container's message, with the container's exit code.
    case podTerminated(sentence: String, exitCode: Int)
}
