import StdlibExtensions
import Synchronization

/// The body of a request while it arrives; what is not read is not received.
///
/// It can be read once, by one task.
package final class RequestBody: Sendable {
    private enum Step {
        /// This many bytes are still to come.
        case length(Int)
        case chunkSize
        /// This many bytes of a chunk are still to come.
        case chunk(Int)
        case ended
        case failed(HTTPServerError)
    }

    /// The longest line of a chunk's size, or field behind the last chunk, in bytes.
    private static let longestLine = 4096
    /// How many fields may follow the last chunk.
    private static let mostTrailers = 128
    private static let largestPiece = 64 * 1024

    /// In bytes; nil where only its end will tell, 0 for none.
    package let length: Int?
    private let input: ConnectionInput
    private let step: Mutex<Step>
    /// Sends the client the word it waits for; called once, before the first byte is read.
    private let invite: (@Sendable () async throws(HTTPServerError) -> Void)?
    private let isInvited = Mutex(false)
    let end = OneTimeSignal()

    init(
        _ framing: BodyFraming, _ input: ConnectionInput,
        invite: (@Sendable () async throws(HTTPServerError) -> Void)? = nil
    ) {
        self.input = input
        self.invite = invite
        let first: Step
        switch framing {
        case .none: (length, first) = (0, .ended)
        case .length(let count): (length, first) = (count, .length(count))
        case .chunked: (length, first) = (nil, .chunkSize)
        }
        step = Mutex(first)
        if framing == .none { end.fire() }
    }

    /// Whether all of it has been read.
    var hasEnded: Bool { step.withLock { if case .ended = $0 { true } else { false } } }

    /// Whether the client still waits to be asked for it.
    var isUninvited: Bool { invite != nil && !isInvited.withLock { $0 } }

    /// The next piece; nil at the end.
    package func next() async throws(HTTPServerError) -> [UInt8]? {
        if let invite {
            let isFirst = isInvited.withLock { isInvited in
                defer { isInvited = true }
                return !isInvited
            }
            if isFirst { try await invite() }
        }
        do throws(HTTPServerError) {
            return try await piece()
        } catch {
            step.withLock { $0 = .failed(error) }
            throw error
        }
    }

    private func piece() async throws(HTTPServerError) -> [UInt8]? {
        while true {
            switch step.withLock({ $0 }) {
            case .ended: return nil
            case .failed(let error): throw error
            case .length(let left):
                guard let bytes = try await input.next(min(left, Self.largestPiece)) else { throw .endOfRequest }
                advance(to: bytes.count == left ? .ended : .length(left - bytes.count))
                return bytes
            case .chunk(let left):
                guard let bytes = try await input.next(min(left, Self.largestPiece)) else { throw .endOfRequest }
                if bytes.count == left {
                    guard try await line().isEmpty else { throw .malformedBody }
                    advance(to: .chunkSize)
                } else {
                    advance(to: .chunk(left - bytes.count))
                }
                return bytes
            case .chunkSize:
                let size = try Self.chunkSize(try await line())
                if size == 0 {
                    try await skipTrailers()
                    advance(to: .ended)
                } else {
                    advance(to: .chunk(size))
                }
            }
        }
    }

    private func advance(to next: Step) {
        step.withLock { $0 = next }
        if case .ended = next { end.fire() }
    }

    private func line() async throws(HTTPServerError) -> [UInt8] {
        guard let line = try await input.line(Self.longestLine) else { throw .endOfRequest }
        return line
    }

    /// The size before a chunk, in hexadecimal digits; what follows a semicolon means nothing to anyone.
    static func chunkSize(_ line: [UInt8]) throws(HTTPServerError) -> Int {
        var digits = line.prefix { $0 != UInt8(ascii: ";") }
        while let last = digits.last, last == 0x20 || last == 0x09 { digits = digits.dropLast() }
        // Sixteen digits are more than there can be bytes.
        guard (1...15).contains(digits.count),
            digits.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF) }),
            let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .malformedBody }
        return size
    }

    private func skipTrailers() async throws(HTTPServerError) {
        for _ in 0..<Self.mostTrailers where try await line().isEmpty { return }
        throw .malformedBody
    }

    /// Reads what is left, up to `limit` bytes, so that the connection can go on with the next request; false where it
    /// cannot.
    func skip(upTo limit: Int) async -> Bool {
        if isUninvited { return hasEnded }
        var left = limit
        // A body that cannot be read to its end is none the connection can go on behind.
        while left > 0, let piece = try? await next() { left -= piece.count }
        return hasEnded
    }
}
