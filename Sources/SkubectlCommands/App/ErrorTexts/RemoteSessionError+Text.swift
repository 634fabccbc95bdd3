import HTTPTransport
import KubeClient
import StdlibExtensions

extension RemoteSessionError {
    /// The sentence without a prefix.
    var message: String {
        switch self {
        case .transport(let error): "error reading from error stream: next reader: \(error.message)"
        case .inputClosed: "the remote process reads its input no more"
        case .endMissing: "the connection ended before the remote process told how it ended"
        case .malformed(let text): "error stream protocol error: unknown error in \(text.goQuoted)"
        }
    }
}

extension RemoteProcessError {
    /// The line kubectl writes for it, without its end.
    var line: String {
        switch self {
        case .exitCode(let code): "command terminated with exit code \(code)"
        case .failed(let message): "error: \(message)"
        case .podTerminated(let sentence, _): sentence
        }
    }

    /// What the program ends with.
    var exitCode: Int32 {
        switch self {
        case .exitCode(let code), .podTerminated(_, let code): Int32(code)
        case .failed: 1
        }
    }
}
