import Glibc
import Synchronization

/// Standard input, read on a thread of its own when somebody asks for the next bytes, and not before.
final class StandardInput: ByteSource {
    /// The most bytes read at once.
    private static let size = 64 * 1024

    private typealias Chunk = Result<[UInt8]?, SystemError>

    private struct State {
        var waiter: CheckedContinuation<Chunk, Never>?
        /// What was read for somebody who no longer waited.
        var unclaimed: Chunk?
        var isReading = false
        var hasThread = false
    }

    private let state = Mutex(State())
    private let requests = ThreadSemaphore()

    func next() async throws(SystemError) -> [UInt8]? {
        let chunk: Chunk = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known = state.withLock { state -> Chunk? in
                    if let chunk = state.unclaimed {
                        state.unclaimed = nil
                        return chunk
                    }
                    if Task.isCancelled { return .success(nil) }
                    state.waiter = continuation
                    ask(&state)
                    return nil
                }
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume(returning: .success(nil))
        }
        return try chunk.get()
    }

    private func ask(_ state: inout State) {
        if !state.hasThread {
            state.hasThread = BackgroundThread.start { self.run() }
        }
        guard state.hasThread else {
            // Told through the same door as what is read.
            let waiter = state.waiter
            state.waiter = nil
            waiter?.resume(returning: .failure(SystemError(operation: "read", path: "/dev/stdin", code: EAGAIN)))
            return
        }
        if !state.isReading {
            state.isReading = true
            requests.signal()
        }
    }

    private func run() {
        while true {
            requests.wait()
            let chunk = Self.read()
            let waiter = state.withLock { state -> CheckedContinuation<Chunk, Never>? in
                state.isReading = false
                if state.waiter == nil { state.unclaimed = chunk }
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume(returning: chunk)
        }
    }

    private static func read() -> Chunk {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
                count = Glibc.read(STDIN_FILENO, buffer.baseAddress, size)
                initialized = max(0, count)
            }
            if count > 0 { return .success(bytes) }
            if count == 0 { return .success(nil) }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
                poll(&watched, 1, -1)
            // A terminal that has gone has nothing more to say.
            case EIO: return .success(nil)
            default: return .failure(SystemError(operation: "read", path: "/dev/stdin", code: errno))
            }
        }
    }
}
