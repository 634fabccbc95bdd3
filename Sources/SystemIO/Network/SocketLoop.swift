import CLinux
import Glibc
import Synchronization

/// The thread that learns from the system which sockets can be read or written again.
///
/// It wakes those who wait and does nothing else: the calls themselves are made by the tasks that want something. It
/// starts with the first socket and lasts as long as the program; one thread serves all sockets there are.
final class SocketLoop: Sendable {
    /// The process's only one.
    static let shared = SocketLoop()

    private struct State {
        /// The epoll instance; -1 before the first socket.
        var descriptor: Int32 = -1
        var sockets: [UInt64: Watched] = [:]
        var lastNumber: UInt64 = 0
    }

    /// What is told of a socket's changes.
    private struct Watched {
        let input: SocketReadiness
        let output: SocketReadiness
    }

    private let state = Mutex(State())

    private init() {}

    /// Tells both of every change of a socket from now on; returns the number to end that by.
    func watch(
        _ descriptor: Int32, input: SocketReadiness, output: SocketReadiness
    ) throws(SystemError) -> UInt64 {
        let result: Result<UInt64, SystemError> = state.withLock { state in
            if state.descriptor < 0 {
                let made = clinux_epoll_create()
                guard made >= 0 else { return .failure(SystemError(operation: "epoll_create", path: nil, code: errno)) }
                guard BackgroundThread.startWithoutSignals({ self.run(made) }) else {
                    close(made)
                    return .failure(SystemError(operation: "pthread_create", path: nil, code: EAGAIN))
                }
                state.descriptor = made
            }
            state.lastNumber += 1
            let number = state.lastNumber
            guard clinux_epoll_watch(state.descriptor, descriptor, number) == 0 else {
                return .failure(SystemError(operation: "epoll_ctl", path: nil, code: errno))
            }
            state.sockets[number] = Watched(input: input, output: output)
            return .success(number)
        }
        return try result.get()
    }

    /// Forgets a socket, which is to be closed right after.
    func forget(_ number: UInt64) {
        state.withLock { _ = $0.sockets.removeValue(forKey: number) }
    }

    private func run(_ descriptor: Int32) {
        var changes = [clinux_epoll_change](repeating: clinux_epoll_change(), count: 256)
        while true {
            let count = clinux_epoll_wait(descriptor, &changes, Int32(changes.count))
            guard count > 0 else { continue }
            let told = state.withLock { state in
                changes[..<Int(count)].map { change in (change, state.sockets[change.number]) }
            }
            for case (let change, let watched?) in told {
                if change.may_read != 0 { watched.input.signal() }
                if change.may_write != 0 { watched.output.signal() }
            }
        }
    }
}
