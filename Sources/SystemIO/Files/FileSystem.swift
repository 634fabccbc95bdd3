import Glibc

/// The file system; its errors name the calls as Go's os package does.
package enum FileSystem {
    /// The contents of a file, of a pipe up to its end; fails with `EFBIG` past `limit` bytes.
    package static func read(_ path: String, limit: Int = .max) throws(SystemError) -> [UInt8] {
        try FileDescriptor(opening: path, O_RDONLY).readAll(limit: limit)
    }

    /// What kind of file `path` leads to, links followed.
    package static func status(_ path: String) throws(SystemError) -> FileStatus {
        var record = stat()
        guard stat(path, &record) == 0 else { throw SystemError(operation: "stat", path: path, code: errno) }
        return FileStatus(record)
    }

    /// What kind of file `path` itself is; a link is not followed.
    package static func linkStatus(_ path: String) throws(SystemError) -> FileStatus {
        var record = stat()
        guard lstat(path, &record) == 0 else { throw SystemError(operation: "lstat", path: path, code: errno) }
        return FileStatus(record)
    }

    /// Whether `path` leads to something, as far as this process may look.
    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Whether this process may run the file, which is no directory.
    package static func isExecutable(_ path: String) -> Bool {
        // A file that cannot be looked at cannot be run.
        guard let status = try? status(path), status.kind != .directory else { return false }
        return access(path, X_OK) == 0
    }

    /// The names in a directory in byte order, without "." and "..".
    package static func list(_ path: String) throws(SystemError) -> [String] {
        guard let directory = opendir(path) else { throw SystemError(operation: "open", path: path, code: errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(directory) else {
                guard errno == 0 else { throw SystemError(operation: "readdirent", path: path, code: errno) }
                break
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Makes a directory and the missing ones above it, all with the mode given (less the umask).
    package static func makeDirectories(_ path: String, mode: UInt32) throws(SystemError) {
        // A status that cannot be had is told by `mkdir` itself below.
        if let status = try? status(path) {
            guard status.kind != .directory else { return }
            throw SystemError(operation: "mkdir", path: path, code: ENOTDIR)
        }
        let parent = PathText.directory(of: PathText.clean(path))
        if parent != path && parent != "." && parent != "/" { try makeDirectories(parent, mode: mode) }
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw SystemError(operation: "mkdir", path: path, code: errno)
        }
    }

    /// Makes a directory for the user alone with a name that nothing has yet: `prefix` and a number (Go's
    /// `os.MkdirTemp`).
    package static func makeTemporaryDirectory(in parent: String, prefix: String) throws(SystemError) -> String {
        let separator = parent.hasSuffix("/") ? "" : "/"
        var tries = 0
        while true {
            let path = "\(parent)\(separator)\(prefix)\(UInt32.random(in: .min ... .max))"
            if mkdir(path, 0o700) == 0 { return path }
            tries += 1
            guard errno == EEXIST, tries < 10_000 else {
                // Go looks where the directory should be before it tells that none can be made there.
                if errno == ENOENT, !exists(parent) {
                    throw SystemError(operation: "stat", path: parent, code: ENOENT)
                }
                throw SystemError(operation: "mkdir", path: path, code: errno)
            }
        }
    }

    /// Removes a file, or a directory that is empty.
    package static func remove(_ path: String) throws(SystemError) {
        guard Glibc.remove(path) == 0 else { throw SystemError(operation: "remove", path: path, code: errno) }
    }

    /// The path without links, and without "." and ".." in it.
    package static func resolvingLinks(_ path: String) throws(SystemError) -> String {
        guard let resolved = realpath(path, nil) else {
            throw SystemError(operation: "lstat", path: path, code: errno)
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The directory relative paths start from.
    package static func currentDirectory() throws(SystemError) -> String {
        guard let path = getcwd(nil, 0) else { throw SystemError(operation: "getwd", path: nil, code: errno) }
        defer { free(path) }
        return String(cString: path)
    }
}
