import Glibc

extension FileSystem {
    /// Writes a file in place, as Go's `os.WriteFile` does; a new one gets the mode given, less the umask.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(SystemError) {
        let descriptor = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
        try descriptor.writeAll(bytes)
    }

    /// Puts new contents into a file, so that at every moment it holds the old ones or the new ones.
    ///
    /// A file that exists keeps its mode and its owner, and a link stays a link; a new one gets the mode given, less
    /// the umask. Where a file cannot be replaced (its directory is read-only, it is a mount point, a device or has
    /// several names) it is written in place. `durable` waits until the contents are on the disk.
    package static func replace(
        _ path: String, with bytes: [UInt8], mode: UInt32, durable: Bool = false
    ) throws(SystemError) {
        // What does not exist, or is a link to nothing, is made where `open` would make it.
        let target = (try? resolvingLinks(path)) ?? path
        let isLink = (try? linkStatus(path).kind) == .symbolicLink  // As above.
        let old = try? status(target)  // As above.
        if old != nil && access(target, W_OK) != 0 { throw SystemError(operation: "open", path: path, code: errno) }
        if old.map({ $0.kind == .regular && $0.linkCount == 1 }) ?? !isLink,
            try replaceByName(target, with: bytes, mode: mode, keeping: old, durable: durable)
        {
            return
        }
        try write(bytes, to: path, mode: mode)
    }

    /// Writes a file beside `target` and gives it that name; false where this cannot be done in that place.
    private static func replaceByName(
        _ target: String, with bytes: [UInt8], mode: UInt32, keeping old: FileStatus?, durable: Bool
    ) throws(SystemError) -> Bool {
        let name = "\(PathText.directory(of: target))/.\(PathText.lastElement(of: target))."
        let temporary = name + String(UInt64.random(in: .min ... .max), radix: 36)
        let number = retryingOnInterrupt { open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
        guard number >= 0 else { return false }
        let descriptor = FileDescriptor(owning: number, path: target)
        let forget = Interruption.beforeDeath { unlink(temporary) }
        var isReplaced = false
        defer {
            if !isReplaced { unlink(temporary) }
            forget()
        }
        if let old {
            let isOwn = old.owner == geteuid() && old.group == getegid()
            guard isOwn || fchown(number, old.owner, old.group) == 0, fchmod(number, old.permissions) == 0 else {
                return false
            }
        }
        try descriptor.writeAll(bytes)
        if durable && fsync(number) != 0 { throw SystemError(operation: "sync", path: target, code: errno) }
        isReplaced = rename(temporary, target) == 0
        return isReplaced
    }
}
