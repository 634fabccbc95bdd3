import Glibc

/// An open file, closed with the value's end.
///
/// Reading and writing go on after an interrupted call and after a short one.
package struct FileDescriptor: ~Copyable, Sendable {
    package let number: Int32
    private let path: String?

    /// Takes over an open descriptor; `path` is what errors name.
    package init(owning number: Int32, path: String? = nil) {
        self.number = number
        self.path = path
    }

    /// Flags to read what is there at once, should the file be a pipe.
    package static let readOnlyWithoutWaiting = O_RDONLY | O_NONBLOCK

    /// Opens a file; the descriptor is not handed on to child processes.
    package init(opening path: String, _ flags: Int32, mode: UInt32 = 0) throws(SystemError) {
        let number = retryingOnInterrupt { open(path, flags | O_CLOEXEC, mode) }
        guard number >= 0 else { throw SystemError(operation: "open", path: path, code: errno) }
        self.init(owning: number, path: path)
    }

    deinit { close(number) }

    /// Reads up to the end, and fails with `EFBIG` past `limit` bytes.
    package borrowing func readAll(limit: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunkSize = 16 << 10
        while true {
            let chunk = try read(atMost: chunkSize)
            if chunk.isEmpty { return bytes }
            guard bytes.count + chunk.count <= limit else { throw error("read", EFBIG) }
            bytes += chunk
            chunkSize = min(chunkSize * 2, 1 << 20)
        }
    }

    /// Reads what is there, waiting for at least one byte; empty at the end.
    package borrowing func read(atMost count: Int) throws(SystemError) -> [UInt8] {
        var code: Int32 = 0
        let number = number
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            let result = retryingOnInterrupt { Glibc.read(number, buffer.baseAddress, count) }
            if result < 0 { code = errno }
            initialized = max(result, 0)
        }
        guard code == 0 else { throw error("read", code) }
        return bytes
    }

    /// Writes all of `bytes`.
    package borrowing func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        try writeAll(bytes[...])
    }

    /// Writes all of `bytes`.
    package borrowing func writeAll(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
        var code: Int32 = 0
        let number = number
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let result = retryingOnInterrupt {
                    Glibc.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                }
                guard result >= 0 else {
                    code = errno
                    return
                }
                rest = rest.dropFirst(result)
            }
        }
        guard code == 0 else { throw error("write", code) }
    }

    /// What the system tells of the open file.
    package borrowing func status() throws(SystemError) -> FileStatus {
        var record = stat()
        guard fstat(number, &record) == 0 else { throw error("stat", errno) }
        return FileStatus(record)
    }

    /// Goes on reading at this many bytes from the start.
    package borrowing func seek(to offset: Int64) throws(SystemError) {
        guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw error("seek", errno) }
    }

    private borrowing func error(_ operation: String, _ code: Int32) -> SystemError {
        SystemError(operation: operation, path: path, code: code)
    }
}

/// Calls `call` again as long as a signal handler interrupts it.
func retryingOnInterrupt<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}
