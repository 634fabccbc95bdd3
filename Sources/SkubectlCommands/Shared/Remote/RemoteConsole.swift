import HTTPTransport
import KubeClient
import Synchronization
import SystemIO

/// Connects the console with a remote process: its input, its outputs, its terminal.
struct RemoteConsole: Sendable {
    let console: any Console
    /// Whether standard input is passed on.
    var takesInput = false
    /// Whether the process has a terminal, and ours is in raw mode.
    var isTerminal = false
    /// The keys that end the input; none where nothing ends it.
    var detachKeys: [UInt8] = []
    /// Whether the first sizes told are one more each way and then the right one, so that a program draws its screen anew.
    var redraws = false

    /// The terminal a user asked for, as far as there can be one (kubectl's `SetupTTY`).
    static func wantsTerminal(_ asked: Bool, input: Bool, isQuiet: Bool, _ console: any Console) -> Bool {
        guard asked, input else { return false }
        if console.terminal.inputIsTerminal { return true }
        if !isQuiet {
            console.writeError("Unable to use a TTY - input is not a terminal or the right kind of file\n")
        }
        return false
    }

    /// Opens a session and carries it to its end; the terminal is as before when this returns.
    ///
    /// Who leaves with the detach keys does not wait for what the server makes of it.
    ///
    /// Throws `RemoteProcessError` where the process did not end well, `RemoteSessionError` where the session broke.
    func run(_ open: () async throws -> any RemoteSession) async throws {
        let restore = isTerminal ? console.enterRawMode() : nil
        defer { restore?() }
        let session = try await open()
        defer { session.close() }
        let ending = InputEnding()
        let helpers = startHelpers(session, ending)
        defer { for helper in helpers { helper.cancel() } }
        do {
            while let output = try await session.next() {
                switch output {
                case .standardOutput(let bytes):
                    console.write(bytes)
                    console.flush()
                case .standardError(let bytes): console.writeError(bytes)
                case .ended(.success): break
                case .ended(.exitCode(let code)): throw RemoteProcessError.exitCode(code)
                case .ended(.failure(let message)): throw RemoteProcessError.failed(message)
                }
            }
        } catch RemoteSessionError.transport(.cancelled) where ending.isDetached {
            return
        }
        // What could not be read is missing on the other side.
        if let error = ending.failure { throw error }
    }

    private func startHelpers(_ session: any RemoteSession, _ ending: InputEnding) -> [Task<Void, Never>] {
        var helpers: [Task<Void, Never>] = []
        if takesInput {
            helpers.append(Task { await passInput(session, ending) })
        }
        if isTerminal, let size = console.size {
            helpers.append(Task { await tellSizes(session, first: size) })
        }
        return helpers
    }

    /// Ends with the input, with the detach keys, or when the process reads no more; what breaks the session is told by who
    /// reads from it.
    private func passInput(_ session: any RemoteSession, _ ending: InputEnding) async {
        var detaching = DetachSequence(keys: detachKeys)
        let input = console.input
        do throws(SystemError) {
            while let bytes = try await input.next() {
                let (passed, isDetached) = detaching.feed(bytes)
                if !passed.isEmpty {
                    // Why not is told by who reads from the session.
                    guard (try? await session.send(passed)) != nil else { return }
                }
                if isDetached {
                    ending.detach()
                    session.close()
                    return
                }
            }
        } catch {
            ending.note(error)
        }
        if Task.isCancelled { return }
        // A session that has ended meanwhile needs no end of its input.
        _ = try? await session.finishInput()
    }

    private func tellSizes(_ session: any RemoteSession, first: TerminalSize) async {
        let changes = console.resizes()
        var sizes = [first]
        if redraws { sizes.insert(TerminalSize(columns: first.columns + 1, rows: first.rows + 1), at: 0) }
        do throws(RemoteSessionError) {
            for size in sizes { try await session.resize(columns: size.columns, rows: size.rows) }
            for await size in changes { try await session.resize(columns: size.columns, rows: size.rows) }
        } catch {
            // Who reads from the session tells why it broke.
            return
        }
    }
}

/// How the input ended before the session did.
private final class InputEnding: Sendable {
    private let state = Mutex<(failure: SystemError?, isDetached: Bool)>((nil, false))

    /// Why it could not be read to its end; nil where it could.
    var failure: SystemError? { state.withLock { $0.failure } }

    /// Whether the user has left the session.
    var isDetached: Bool { state.withLock { $0.isDetached } }

    func note(_ error: SystemError) {
        state.withLock { $0.failure = error }
    }

    func detach() {
        state.withLock { $0.isDetached = true }
    }
}
