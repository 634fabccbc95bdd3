import Glibc

/// A file whose existence keeps other programs from what it stands for, as long as the value lives.
///
/// It is the lock of client-go's clientcmd: `<file>.lock`, created exclusively, without any permission. A signal that
/// ends the program removes it as well.
package struct LockFile: ~Copyable {
    private let path: String
    private let forget: @Sendable () -> Void

    /// Makes the file, and the directories above it where they are missing.
    ///
    /// Fails with `EEXIST` ("open x.lock: file exists") when it exists still after `patience`; nil tries once.
    package init(_ path: String, patience: Duration? = nil) throws(SystemError) {
        try FileSystem.makeDirectories(PathText.directory(of: path), mode: 0o755)
        let end = patience.map { ContinuousClock.now + $0 }
        var pause: UInt32 = 500
        while true {
            let number = retryingOnInterrupt { open(path, O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0) }
            if number >= 0 {
                close(number)
                self.path = path
                forget = Interruption.beforeDeath { unlink(path) }
                return
            }
            let code = errno
            guard code == EEXIST, let end, ContinuousClock.now < end else {
                throw SystemError(operation: "open", path: path, code: code)
            }
            usleep(pause + .random(in: 0..<pause))
            pause = min(pause * 2, 20_000)
        }
    }

    deinit {
        unlink(path)
        forget()
    }
}
