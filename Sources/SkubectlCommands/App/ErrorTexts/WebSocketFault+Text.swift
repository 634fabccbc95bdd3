import HTTPTransport
import StdlibExtensions

extension WebSocketFault {
    /// The words of the library kubectl uses.
    var message: String {
        switch self {
        case .malformedFrame(let fault): "websocket: close 1002 (protocol error): \(fault.message)"
        case .tooLarge: "websocket: read limit exceeded"
        case .closed(let code, let reason):
            "websocket: close \(code)\(Self.name(code))" + (reason.isEmpty ? "" : ": \(reason)")
        case .brokenOff: "websocket: close 1006 (abnormal closure): unexpected EOF"
        case .silent: "i/o timeout"
        }
    }

    /// The names of RFC 6455, section 7.4.1.
    private static func name(_ code: UInt16) -> String {
        switch code {
        case 1001: " (going away)"
        case 1002: " (protocol error)"
        case 1003: " (unsupported data)"
        case 1005: " (no status)"
        case 1007: " (invalid payload data)"
        case 1008: " (policy violation)"
        case 1009: " (message too big)"
        case 1010: " (mandatory extension missing)"
        case 1011: " (internal server error)"
        default: ""
        }
    }
}

extension WebSocketFault.FrameFault {
    fileprivate var message: String {
        switch self {
        case .reservedBits: "RSV bits set"
        case .opcode(let opcode): "bad opcode \(opcode)"
        case .masked: "bad MASK"
        case .controlFrame: "len > 125 for control"
        case .interruptedMessage: "data before FIN"
        case .strayContinuation: "continuation after FIN"
        case .closeCode: "bad close code"
        case .encoding: "invalid utf8 payload in close frame"
        }
    }
}

extension SPDYFault {
    var message: String {
        switch self {
        case .malformedFrame: "the server sent what is no frame of SPDY/3.1"
        case .unexpectedStream: "the server opened a stream that nobody asked for"
        case .goneAway(let status): "the server ended the connection with status \(status)"
        case .streamsExhausted: "the connection has no more streams"
        }
    }
}
