import Glibc
import SystemIO

/// The server's side of an HTTP/2 connection (RFC 9113), as far as the tests need it.
///
/// It waits until as many requests are open as it was told and then answers them all, frame by frame, so that requests
/// which do not share the connection are never answered.
final class HTTP2Session: Sendable {
    enum Answer: Sendable {
        /// 304 in a frame that ends the stream.
        case notModified
        /// 200 with a body of so many bytes.
        case page(Int)
        /// The connection ends without an answer.
        case hangUp
        /// The stream ends with the error code 2, INTERNAL_ERROR.
        case reset
    }

    private let received: FileDescriptor
    private let sent: FileDescriptor

    /// Takes over the two ends of the connection.
    init(receiving: Int32, sending: Int32) {
        received = FileDescriptor(owning: receiving)
        sent = FileDescriptor(owning: sending)
    }

    /// Answers each `count` requests together until the connection ends.
    func serve(count: Int, answer: Answer) throws(SystemError) {
        var bytes: [UInt8] = []
        var open: [UInt32] = []
        // The client's preface; a connection that has none was made by a test that only looked.
        while bytes.count < 24 { try read(&bytes) }
        bytes.removeFirst(24)
        try sent.writeAll(Self.frame(.settings, stream: 0))
        while true {
            while bytes.count < 9 || bytes.count < 9 + Self.length(bytes) { try read(&bytes) }
            let stream = bytes[5..<9].reduce(0) { $0 << 8 | UInt32($1) }
            let (kind, flags) = (bytes[3], bytes[4])
            bytes.removeFirst(9 + Self.length(bytes))
            if kind == Frame.settings.rawValue, flags == 0 {
                try sent.writeAll(Self.frame(.settings, flags: Self.acknowledged, stream: 0))
            }
            if kind == Frame.headers.rawValue { open.append(stream) }
            guard open.count == count else { continue }
            if case .hangUp = answer { return }
            for frame in open.flatMap({ Self.frames(answer, stream: $0) }) {
                try sent.writeAll(frame)
                usleep(Self.pause)
            }
            open = []
        }
    }

    private func read(_ bytes: inout [UInt8]) throws(SystemError) {
        let more = try received.read(atMost: 64 << 10)
        guard !more.isEmpty else { throw SystemError(operation: "read", path: nil, code: ECONNRESET) }
        bytes += more
    }

    // MARK: Frames

    private enum Frame: UInt8 {
        case data = 0
        case headers = 1
        case streamEnd = 3
        case settings = 4
    }

    private static let acknowledged: UInt8 = 1
    private static let endOfStream: UInt8 = 1
    private static let endOfHeaders: UInt8 = 4

    /// The time between two frames of answers, in microseconds: libcurl's timers have milliseconds.
    private static let pause: UInt32 = 700

    private static func frames(_ answer: Answer, stream: UInt32) -> [[UInt8]] {
        // Fields by their index in HPACK's static table (RFC 7541, appendix A).
        switch answer {
        case .hangUp: return []
        case .reset: return [frame(.streamEnd, stream: stream, [0, 0, 0, 2])]
        case .notModified: return [frame(.headers, flags: endOfHeaders | endOfStream, stream: stream, [0x80 | 11])]
        case .page(let size):
            let body = [UInt8](repeating: 0x61, count: size)
            return [
                frame(.headers, flags: endOfHeaders, stream: stream, [0x80 | 8]),
                frame(.data, flags: endOfStream, stream: stream, body),
            ]
        }
    }

    private static func frame(_ kind: Frame, flags: UInt8 = 0, stream: UInt32, _ payload: [UInt8] = []) -> [UInt8] {
        let (size, id) = (UInt32(payload.count).bigEndian, stream.bigEndian)
        let head = withUnsafeBytes(of: size) { Array($0.dropFirst()) } + [kind.rawValue, flags]
        return head + withUnsafeBytes(of: id) { Array($0) } + payload
    }

    private static func length(_ bytes: [UInt8]) -> Int {
        bytes[..<3].reduce(0) { $0 << 8 | Int($1) }
    }
}
