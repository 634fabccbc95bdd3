import Glibc

extension FileSystem {
    /// The longest target of a link that the system has.
    private static let longestLink = Int(PATH_MAX)

    /// What kind of file `path` leads to, links followed.
    package static func status(_ path: BytePath) throws(SystemError) -> FileStatus {
        var record = stat()
        guard path.withCString({ stat($0, &record) }) == 0 else {
            throw SystemError(operation: "stat", path: path.text, code: errno)
        }
        return FileStatus(record)
    }

    /// What kind of file `path` itself is; a link is not followed.
    package static func linkStatus(_ path: BytePath) throws(SystemError) -> FileStatus {
        var record = stat()
        guard path.withCString({ lstat($0, &record) }) == 0 else {
            throw SystemError(operation: "lstat", path: path.text, code: errno)
        }
        return FileStatus(record)
    }

    /// Where a link leads to, as it is written.
    package static func linkTarget(_ path: BytePath) throws(SystemError) -> BytePath {
        let target = path.withCString { linkTarget($0, in: AT_FDCWD) }
        guard let target else { throw SystemError(operation: "readlink", path: path.text, code: errno) }
        return target
    }

    /// Where a link below an open directory leads to; nil where that is no link, with `errno` set.
    static func linkTarget(_ name: UnsafePointer<CChar>, in directory: Int32) -> BytePath? {
        var length = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: longestLink) { buffer, initialized in
            length = buffer.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { readlinkat(directory, name, $0, longestLink) } ?? -1
            }
            initialized = max(length, 0)
        }
        return length < 0 ? nil : BytePath(bytes)
    }

    /// The names in a directory in byte order, without "." and "..".
    package static func list(_ path: BytePath) throws(SystemError) -> [BytePath] {
        guard let directory = path.withCString({ opendir($0) }) else {
            throw SystemError(operation: "open", path: path.text, code: errno)
        }
        defer { closedir(directory) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(directory) else {
                guard errno == 0 else { throw SystemError(operation: "readdirent", path: path.text, code: errno) }
                break
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { BytePath($0) }
    }

    /// Makes a directory and the missing ones above it, all with the mode given (less the umask), as Go's `MkdirAll`.
    package static func makeDirectories(_ path: BytePath, mode: UInt32) throws(SystemError) {
        // A status that cannot be had is told by `mkdir` itself below.
        if let status = try? status(path) {
            guard status.kind != .directory else { return }
            throw SystemError(operation: "mkdir", path: path.text, code: ENOTDIR)
        }
        let parent = path.cleaned.directory
        if parent != path, parent.text != ".", parent.text != "/" { try makeDirectories(parent, mode: mode) }
        guard path.withCString({ mkdir($0, mode) }) == 0 || isDirectory(path, after: errno) else {
            throw SystemError(operation: "mkdir", path: path.text, code: errno)
        }
    }

    private static func isDirectory(_ path: BytePath, after code: Int32) -> Bool {
        // Somebody else may have made it; what else went wrong is what is told.
        let isThere = code == EEXIST && (try? linkStatus(path).kind) == .directory
        errno = code
        return isThere
    }
}

extension FileDescriptor {
    /// Opens a file; the descriptor is not handed on to child processes.
    package init(opening path: BytePath, _ flags: Int32, mode: UInt32 = 0) throws(SystemError) {
        let number = retryingOnInterrupt { path.withCString { open($0, flags | O_CLOEXEC, mode) } }
        guard number >= 0 else { throw SystemError(operation: "open", path: path.text, code: errno) }
        self.init(owning: number, path: path.text)
    }
}
