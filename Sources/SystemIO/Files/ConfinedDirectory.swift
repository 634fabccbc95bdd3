import Glibc

/// A directory below which files are made, and never outside of it, whatever links are there or come there meanwhile.
///
/// Each step is taken from an open directory, and a link is followed by hand: one that leads out of the directory, or begins
/// at the root, is refused with `EXDEV`, as openat2's `RESOLVE_BENEATH` does (Linux has that since 5.6; this works without).
package struct ConfinedDirectory: Sendable {
    private let root: HeldDirectory
    /// What errors name before the path below.
    private let path: BytePath

    /// Linux's `O_PATH`, which the C library has for GNU programs only: the directory need not be readable.
    private static let pathOnly: Int32 = 0o10000000
    /// The number of links that one path may lead over, the system's own limit.
    private static let mostLinks = 40

    /// Opens the directory, over links where its path has them.
    package init(opening path: BytePath) throws(SystemError) {
        let descriptor = try FileDescriptor(opening: path, Self.pathOnly | O_DIRECTORY)
        root = HeldDirectory(descriptor)
        self.path = path
    }

    /// Makes a directory and the missing ones above it, all with the mode given (less the umask).
    package func makeDirectories(_ path: BytePath, mode: UInt32) throws(SystemError) {
        var walk = Walk(from: root, to: path.elements)
        try enter(&walk, creating: mode, stopBeforeLast: false)
    }

    /// Makes a regular file, or empties the one that is there; its directory is there already.
    package func createFile(_ path: BytePath, mode: UInt32) throws(SystemError) -> FileDescriptor {
        let descriptor = try openFile(path, O_RDWR | O_CREAT, mode: mode)
        guard ftruncate(descriptor.number, 0) == 0 else { throw error("truncate", path, errno) }
        return descriptor
    }

    /// Gives a regular file another name, in the place of a file that has it; both are below this directory.
    ///
    /// Where the file system has no such names, it becomes a file with the same contents.
    package func linkFile(_ source: BytePath, to target: BytePath, mode: UInt32) throws(SystemError) {
        let (from, name) = try place(of: source)
        let (to, newName) = try place(of: target)
        guard let old = status(of: name, in: from) else { throw error("link", source, errno) }
        guard old.st_mode & S_IFMT == S_IFREG else { throw error("link", source, EXDEV) }
        if let present = status(of: newName, in: to) {
            if present.st_dev == old.st_dev && present.st_ino == old.st_ino { return }
            guard present.st_mode & S_IFMT != S_IFDIR else { throw error("open", target, EISDIR) }
            guard newName.withCString({ unlinkat(to.descriptor.number, $0, 0) }) == 0 else {
                throw error("remove", target, errno)
            }
        }
        let isLinked = name.withCString { name in
            newName.withCString { linkat(from.descriptor.number, name, to.descriptor.number, $0, 0) == 0 }
        }
        if !isLinked { try copyFile(source, to: target, mode: mode) }
    }

    private func copyFile(_ source: BytePath, to target: BytePath, mode: UInt32) throws(SystemError) {
        let reader = try openFile(source, O_RDONLY, mode: 0)
        let writer = try openFile(target, O_RDWR | O_CREAT | O_EXCL, mode: mode)
        while true {
            let piece = try reader.read(atMost: 1 << 17)
            if piece.isEmpty { return }
            try writer.writeAll(piece)
        }
    }

    private func place(of path: BytePath) throws(SystemError) -> (HeldDirectory, BytePath) {
        var walk = Walk(from: root, to: path.elements)
        try enter(&walk, creating: nil, stopBeforeLast: true)
        guard let name = walk.ahead.last else { throw error("open", path, EISDIR) }
        return (walk.behind[walk.behind.count - 1], BytePath(name))
    }

    private func status(of name: BytePath, in directory: HeldDirectory) -> stat? {
        var record = stat()
        let code = name.withCString { fstatat(directory.descriptor.number, $0, &record, AT_SYMLINK_NOFOLLOW) }
        return code == 0 ? record : nil
    }

    // MARK: - Walking

    /// An open directory that several steps of a walk hold.
    private final class HeldDirectory: Sendable {
        let descriptor: FileDescriptor
        init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
    }

    /// The way to a path: the open directories behind, and the names ahead.
    private struct Walk {
        var behind: [HeldDirectory]
        /// The next one last.
        var ahead: [[UInt8]]
        /// The names passed, for errors.
        var passed: [[UInt8]] = []
        var links = 0

        init(from root: HeldDirectory, to elements: [[UInt8]]) {
            behind = [root]
            ahead = elements.reversed()
        }

        var directory: Int32 { behind[behind.count - 1].descriptor.number }
    }

    /// Goes on until no name is ahead, or only the last one, which is a file's; with `creating`, makes what is missing.
    private func enter(_ walk: inout Walk, creating mode: UInt32?, stopBeforeLast: Bool) throws(SystemError) {
        while let name = walk.ahead.last {
            if name == Array(".".utf8) {
                walk.ahead.removeLast()
            } else if name == Array("..".utf8) {
                guard walk.behind.count > 1 else { throw error("open", passed: walk, name, EXDEV) }
                walk.ahead.removeLast()
                walk.behind.removeLast()
                if !walk.passed.isEmpty { walk.passed.removeLast() }
            } else if stopBeforeLast && walk.ahead.count == 1 {
                return
            } else {
                try step(into: name, &walk, creating: mode)
            }
        }
    }

    private func step(into name: [UInt8], _ walk: inout Walk, creating mode: UInt32?) throws(SystemError) {
        let directory = walk.directory
        var attempts = 0
        while true {
            let number = retryingOnInterrupt {
                BytePath(name).withCString {
                    openat(directory, $0, Self.pathOnly | O_NOFOLLOW | O_DIRECTORY | O_CLOEXEC)
                }
            }
            if number >= 0 {
                walk.ahead.removeLast()
                walk.passed.append(name)
                walk.behind.append(HeldDirectory(FileDescriptor(owning: number)))
                return
            }
            let code = errno
            if code == ENOENT, let mode {
                // Somebody may remove what was just made, but not for ever.
                attempts += 1
                let isMade = BytePath(name).withCString { mkdirat(directory, $0, mode) } == 0 || errno == EEXIST
                guard isMade, attempts < 100 else { throw error("mkdir", passed: walk, name, errno) }
                continue
            }
            guard code == ENOTDIR || code == ELOOP else {
                throw error(mode == nil ? "open" : "mkdir", passed: walk, name, code)
            }
            guard try follow(name, &walk) else {
                throw error(mode == nil ? "open" : "mkdir", passed: walk, name, ENOTDIR)
            }
            return
        }
    }

    /// Puts where a link leads in the place of its name; false where it is no link.
    private func follow(_ name: [UInt8], _ walk: inout Walk) throws(SystemError) -> Bool {
        let directory = walk.directory
        guard let target = BytePath(name).withCString({ FileSystem.linkTarget($0, in: directory) }) else {
            return false
        }
        walk.links += 1
        guard walk.links <= Self.mostLinks else { throw error("open", passed: walk, name, ELOOP) }
        guard !target.isAbsolute else { throw error("open", passed: walk, name, EXDEV) }
        walk.ahead.removeLast()
        walk.ahead += target.elements.reversed()
        return true
    }

    /// Opens a regular file.
    ///
    /// O_NONBLOCK: a pipe that is there must not be waited for.
    private func openFile(_ path: BytePath, _ flags: Int32, mode: UInt32) throws(SystemError) -> FileDescriptor {
        var walk = Walk(from: root, to: path.elements)
        while true {
            try enter(&walk, creating: nil, stopBeforeLast: true)
            guard let name = walk.ahead.last else { throw error("open", path, EISDIR) }
            let directory = walk.directory
            let number = retryingOnInterrupt {
                BytePath(name).withCString {
                    openat(directory, $0, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, mode)
                }
            }
            let code = errno
            guard number < 0 else {
                let descriptor = FileDescriptor(owning: number, path: self.path.joined(path).text)
                var record = stat()
                guard fstat(number, &record) == 0 else { throw error("stat", path, errno) }
                // What is written to a pipe or a device goes elsewhere.
                guard record.st_mode & S_IFMT == S_IFREG else {
                    throw error("open", path, record.st_mode & S_IFMT == S_IFDIR ? EISDIR : EXDEV)
                }
                return descriptor
            }
            guard code == ELOOP else { throw error("open", path, code == ENXIO ? EXDEV : code) }
            guard try follow(name, &walk) else { throw error("open", path, code) }
        }
    }

    // MARK: - Errors

    private func error(_ operation: String, _ path: BytePath, _ code: Int32) -> SystemError {
        SystemError(operation: operation, path: self.path.joined(path).text, code: code)
    }

    private func error(_ operation: String, passed walk: Walk, _ name: [UInt8], _ code: Int32) -> SystemError {
        let names = walk.passed + [name]
        return error(operation, BytePath(Array(names.joined(separator: Array("/".utf8)))), code)
    }
}

extension SystemError {
    /// Whether the way to a file leads out of the directory it has to be in.
    package var isOutside: Bool { code == EXDEV }
}
