import HTTPTransport
import KubeModel

extension ClientError {
    /// What becomes of a request that failed when it is sent again.
    package enum Outlook: Sendable, Hashable {
        /// It fails, because what it goes on from is forgotten.
        case expired
        /// It may succeed: the server could not be reached, or could not answer.
        case passing
        /// It fails unless the server changes its mind.
        case lasting
        case final
    }

    package var outlook: Outlook {
        switch self {
        case .status(let status):
            if status.isExpired { return .expired }
            return status.code == 429 || status.code >= 500 ? .passing : .lasting
        case .transport(let error, _, _), .brokenBody(let error, _): return error.outlook
        case .malformedResponse, .unexpectedObject, .credentials, .upgradeRefused: return .lasting
        case .invalidRequest: return .final
        }
    }

    /// Whether a connection broke that had been made.
    package var isBrokenConnection: Bool {
        switch self {
        case .transport(let error, _, _), .brokenBody(let error, _):
            switch error {
            case .connectionLost, .endOfStream, .http2Failed: true
            default: false
            }
        default: false
        }
    }
}

extension TransportError {
    fileprivate var outlook: ClientError.Outlook {
        switch self {
        case .connectFailed, .connectionLost, .endOfStream, .timedOut, .http2Failed, .malformedResponse: .passing
        case .hostNotFound, .tls, .library: .lasting
        default: .final
        }
    }
}
