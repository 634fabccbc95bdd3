import HTTPTransport
import KubeClient
import Synchronization

/// A session with a process that a closure plays.
final class MemoryRemoteSession: RemoteSession {
    /// The process's side: its input, and its outputs.
    struct Process: Sendable {
        fileprivate let input: MemoryPipe<[UInt8]>
        fileprivate let output: MemoryPipe<Result<RemoteOutput, RemoteSessionError>>

        /// What comes next on standard input; nil at its end.
        func read() async -> [UInt8]? { await input.next() }

        /// All of standard input.
        func readAll() async -> [UInt8] {
            var bytes: [UInt8] = []
            while let piece = await read() { bytes += piece }
            return bytes
        }

        func write(_ bytes: [UInt8]) { output.push(.success(.standardOutput(bytes))) }

        func complain(_ text: String) { output.push(.success(.standardError(Array(text.utf8)))) }
    }

    private let input = MemoryPipe<[UInt8]>()
    private let output = MemoryPipe<Result<RemoteOutput, RemoteSessionError>>()
    private let isOpen = Mutex(true)

    /// Starts a process that ends, or breaks, as `play` returns.
    ///
    /// - Parameter readsInput: whether it takes input; where not, who sends some is told so.
    init(readsInput: Bool = true, _ play: @escaping @Sendable (Process) async -> Result<RemoteEnd, RemoteSessionError>)
    {
        if !readsInput { input.refuse() }
        let process = Process(input: input, output: output)
        Task { [output] in
            switch await play(process) {
            case .success(let end): output.push(.success(.ended(end)))
            case .failure(let error): output.push(.failure(error))
            }
            output.finish()
        }
    }

    var isClosed: Bool { isOpen.withLock { !$0 } }

    func send(_ bytes: [UInt8]) async throws(RemoteSessionError) {
        if isClosed { throw .transport(.cancelled) }
        guard input.push(bytes) else { throw .inputClosed }
    }

    func finishInput() async throws(RemoteSessionError) { input.finish() }

    func resize(columns: Int, rows: Int) async throws(RemoteSessionError) {}

    func next() async throws(RemoteSessionError) -> RemoteOutput? {
        try await output.next()?.get()
    }

    func close() {
        isOpen.withLock { $0 = false }
        input.finish()
        output.cut(.failure(.transport(.cancelled)))
    }
}

/// Values on their way from one task to another.
final class MemoryPipe<Element: Sendable>: Sendable {
    private struct State {
        var queue: [Element] = []
        var isFinished = false
        var isRefusing = false
        var waiter: CheckedContinuation<Element?, Never>?
    }

    private let state = Mutex(State())

    /// Hands in a value; false where nobody takes it any more.
    @discardableResult
    func push(_ element: Element) -> Bool {
        let (isTaken, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Element?, Never>?) in
            if state.isFinished || state.isRefusing { return (false, nil) }
            guard let waiter = state.waiter else {
                state.queue.append(element)
                return (true, nil)
            }
            state.waiter = nil
            return (true, waiter)
        }
        waiter?.resume(returning: element)
        return isTaken
    }

    /// Nothing more comes.
    func finish() {
        let waiter = state.withLock { state -> CheckedContinuation<Element?, Never>? in
            state.isFinished = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: nil)
    }

    /// Nothing more is taken.
    func refuse() { state.withLock { $0.isRefusing = true } }

    /// Only this value comes any more.
    func cut(_ element: Element) {
        state.withLock { if $0.waiter == nil { $0.queue = [] } }
        push(element)
        finish()
    }

    func next() async -> Element? {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state -> Element?? in
                if !state.queue.isEmpty { return .some(state.queue.removeFirst()) }
                if state.isFinished { return .some(nil) }
                state.waiter = continuation
                return nil
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }
}
