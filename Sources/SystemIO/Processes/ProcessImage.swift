import Glibc

/// The program that this process is.
package enum ProcessImage {
    /// Makes this process another program; returns only where that fails.
    ///
    /// Signals are as a shell hands them on: neither blocked nor ignored.
    ///
    /// - Parameter arguments: what the program sees as its arguments, its own name first.
    /// - Throws: the operation "execve".
    package static func replace(
        path: String, arguments: [String], environment: EnvironmentVariables
    ) throws(SystemError) {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        let pipeHandler = signal(SIGPIPE, SIG_DFL)
        let code = CStringArray.with(arguments.map { Array($0.utf8) }) { arguments in
            CStringArray.with(environment.entries) { variables in
                execve(path, arguments, variables)
                return errno
            }
        }
        signal(SIGPIPE, pipeHandler)
        pthread_sigmask(SIG_SETMASK, &before, nil)
        throw SystemError(operation: "execve", path: path, code: code)
    }
}
