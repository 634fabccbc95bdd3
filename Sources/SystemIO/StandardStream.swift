import Glibc

/// Reading and writing the standard streams, which may be terminals, pipes, or non-blocking.
enum StandardStream {
    /// Opens /dev/null in the place of standard streams that are closed.
    ///
    /// Otherwise a file or a connection that is opened later would get their number, and with it what was meant for
    /// them. Go's runtime does the same.
    static func openMissing() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is the one that is missing.
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Writes all of `bytes`, waiting where the descriptor is non-blocking.
    ///
    /// Returns `errno` where that fails, otherwise 0.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var left = bytes
        while !left.isEmpty {
            let written = write(descriptor, left.baseAddress, left.count)
            if written >= 0 {
                left = UnsafeRawBufferPointer(rebasing: left[written...])
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: wait(for: POLLOUT, on: descriptor)
            default: return errno
            }
        }
        return 0
    }

    /// Reads to the end of the stream.
    ///
    /// Throws EFBIG past `limit` bytes, and EINTR once `interruption` has become readable. `path` is what an error names.
    static func readAll(
        from descriptor: Int32, path: String, limit: Int, interruption: Int32? = nil
    ) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        let step = 64 * 1024
        while true {
            try waitForInput(descriptor, path, interruption)
            let room = limit < Int.max ? min(step, limit - bytes.count + 1) : step
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
                count = read(descriptor, buffer.baseAddress, room)
                initialized = max(0, count)
            }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                throw SystemError(operation: "read", path: path, code: errno)
            }
            bytes += chunk
            if bytes.count > limit { throw SystemError(operation: "read", path: path, code: EFBIG) }
        }
    }

    /// Reads one line, without what ends it; what follows it stays for who reads next.
    ///
    /// Throws as `readAll` does.
    static func readLine(
        from descriptor: Int32, path: String, limit: Int, interruption: Int32? = nil
    ) throws(SystemError) -> [UInt8] {
        var line: [UInt8] = []
        while true {
            try waitForInput(descriptor, path, interruption)
            var byte: UInt8 = 0
            let count = read(descriptor, &byte, 1)
            if count == 0 || (count == 1 && byte == UInt8(ascii: "\n")) { return line }
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                throw SystemError(operation: "read", path: path, code: errno)
            }
            line.append(byte)
            if line.count > limit { throw SystemError(operation: "read", path: path, code: EFBIG) }
        }
    }

    /// Waits until there is input, or its end, or a signal that ends the program's work.
    private static func waitForInput(
        _ descriptor: Int32, _ path: String, _ interruption: Int32?
    ) throws(SystemError) {
        var watched = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        if let interruption {
            watched.append(pollfd(fd: interruption, events: Int16(POLLIN), revents: 0))
        }
        while poll(&watched, nfds_t(watched.count), -1) < 0 {
            // Where waiting fails, reading says why.
            if errno != EINTR { return }
        }
        if watched.count > 1, watched[1].revents != 0 {
            throw SystemError(operation: "read", path: path, code: EINTR)
        }
    }

    private static func wait(for event: Int32, on descriptor: Int32) {
        var watched = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        poll(&watched, 1, -1)
    }
}
