import Glibc

/// A program that is run to its end, its standard output taken.
///
/// Its standard error is this process's own.
package struct ChildProcess: Sendable {
    /// The file to run; see `ExecutableSearch`.
    package let path: String
    /// What the program sees as its arguments, its own name first.
    package let arguments: [String]
    package let environment: EnvironmentVariables
    /// Whether it reads this process's standard input; else it finds that at its end.
    package let inheritsInput: Bool

    package init(
        path: String, arguments: [String], environment: EnvironmentVariables, inheritsInput: Bool = false
    ) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
        self.inheritsInput = inheritsInput
    }

    /// How a program ended.
    package enum Exit: Sendable, Hashable {
        case code(Int32)
        case signal(Int32)
    }

    /// How a program ended and what it wrote.
    package struct Result: Sendable, Hashable {
        package let exit: Exit
        package let output: [UInt8]
    }

    /// Runs the program and waits for it on a thread of its own, so that no task of others waits with it.
    ///
    /// Fails with the operation "fork/exec" when it cannot be run, and with `EFBIG` when it writes more than
    /// `outputLimit` bytes; then it is killed.
    package func run(outputLimit: Int = 64 << 20) async throws(SystemError) -> Result {
        let result: Swift.Result<Result, SystemError> = await withCheckedContinuation { continuation in
            let isStarted = BackgroundThread.start {
                do throws(SystemError) {
                    continuation.resume(returning: .success(try runBlocking(outputLimit: outputLimit)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
            if !isStarted {
                continuation.resume(
                    returning: .failure(SystemError(operation: "fork/exec", path: path, code: EAGAIN)))
            }
        }
        return try result.get()
    }

    /// Runs the program and waits for it; see `run`.
    package func runBlocking(outputLimit: Int = 64 << 20) throws(SystemError) -> Result {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError(operation: "pipe2", path: nil, code: errno) }
        let output = FileDescriptor(owning: ends[0], path: "|0")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let process = try spawn(writingTo: FileDescriptor(owning: ends[1], path: "|1"))
        do throws(SystemError) {
            let bytes = try output.readAll(limit: outputLimit)
            return Result(exit: Self.wait(for: process), output: bytes)
        } catch {
            kill(process, SIGKILL)
            _ = Self.wait(for: process)
            throw error
        }
    }

    /// Starts the program with the end of a pipe as its standard output; this process's end is closed then.
    private func spawn(writingTo pipe: consuming FileDescriptor) throws(SystemError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if !inheritsInput { posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) }
        posix_spawn_file_actions_adddup2(&actions, pipe.number, 1)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // This process may ignore or block signals; the program starts with none of that.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var process = pid_t()
        let code = CStringArray.with(arguments.map { Array($0.utf8) }) { arguments in
            CStringArray.with(environment.entries) { variables in
                posix_spawn(&process, path, &actions, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw SystemError(operation: "fork/exec", path: path, code: code) }
        return process
    }

    private static func wait(for process: pid_t) -> Exit {
        var status: Int32 = 0
        _ = retryingOnInterrupt { waitpid(process, &status, 0) }
        let signal = status & 0x7F
        return signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    }
}
