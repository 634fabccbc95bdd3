import Glibc

/// A program that is run to its end: its standard output is taken, or it has the terminal to itself.
///
/// Its standard error is this process's own, unless it is merged.
package struct ChildProcess: Sendable {
    /// The file to run; see `ExecutableSearch`.
    package let path: String
    /// What the program sees as its arguments, its own name first.
    package let arguments: [String]
    package let environment: EnvironmentVariables
    /// Whether it reads this process's standard input; else it finds that at its end.
    package let inheritsInput: Bool
    /// Whether it writes to this process's standard output; else that is taken.
    package var inheritsOutput = false
    /// Whether its standard error is taken with its standard output.
    package var mergesError = false
    /// How long it may take before it is killed; nil for as long as it likes.
    package var timeout: Duration?

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
        /// Whether it took longer than `timeout` and was killed.
        package var isTimeout = false
    }

    /// Runs the program and waits for it on a thread of its own, so that no task of others waits with it.
    ///
    /// Fails with the operation "fork/exec" when it cannot be run, and with `EFBIG` when it writes more than
    /// `outputLimit` bytes; then it is killed.
    package func run(outputLimit: Int = 64 << 20) async throws(SystemError) -> Result {
        try await onOwnThread { () throws(SystemError) in try runBlocking(outputLimit: outputLimit) }
    }

    /// Calls `body` on a thread of its own, so that no task of others waits with it.
    func onOwnThread<Value: Sendable>(
        _ body: @escaping @Sendable () throws(SystemError) -> Value
    ) async throws(SystemError) -> Value {
        let result: Swift.Result<Value, SystemError> = await withCheckedContinuation { continuation in
            let isStarted = BackgroundThread.start {
                do throws(SystemError) {
                    continuation.resume(returning: .success(try body()))
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
        let guardian = timeout.map { ProcessGuardian(process, timeout: $0) }
        do throws(SystemError) {
            let bytes = try output.readAll(limit: outputLimit)
            let exit = Self.wait(for: process)
            return Result(exit: exit, output: bytes, isTimeout: guardian?.finish() ?? false)
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
        if !inheritsOutput { posix_spawn_file_actions_adddup2(&actions, pipe.number, 1) }
        if mergesError { posix_spawn_file_actions_adddup2(&actions, pipe.number, 2) }
        return try spawn(&actions)
    }

    /// Starts the program; `signals` are no longer ignored in it, and SIGPIPE is not.
    func spawn(
        _ actions: inout posix_spawn_file_actions_t, restoring signals: [Int32] = []
    ) throws(SystemError) -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // This process may ignore or block signals; the program starts with none of that.
        var set = sigset_t()
        sigemptyset(&set)
        posix_spawnattr_setsigmask(&attributes, &set)
        for signal in signals + [SIGPIPE] { sigaddset(&set, signal) }
        posix_spawnattr_setsigdefault(&attributes, &set)
        var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        // What the program starts ends with it when it takes too long.
        if timeout != nil { flags |= POSIX_SPAWN_SETPGROUP }
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var process = pid_t()
        let code = CStringArray.with(arguments.map { Array($0.utf8) }) { arguments in
            CStringArray.with(environment.entries) { variables in
                posix_spawn(&process, path, &actions, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw SystemError(operation: "fork/exec", path: path, code: code) }
        return process
    }

    static func wait(for process: pid_t) -> Exit {
        var status: Int32 = 0
        _ = retryingOnInterrupt { waitpid(process, &status, 0) }
        let signal = status & 0x7F
        return signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    }
}
