import Glibc

/// What `stat` tells about a file.
package struct FileStatus: Sendable, Hashable {
    /// What kind of file it is.
    package enum Kind: Sendable, Hashable {
        case regular
        case directory
        case symbolicLink
        /// A pipe, a socket or a device.
        case other
    }

    package let kind: Kind
    /// The permission bits, without the kind: 0o600.
    package let permissions: UInt32
    /// In bytes.
    package let size: Int64
    /// When the contents last changed, in nanoseconds since 1970-01-01T00:00:00Z.
    package let modificationTime: Int64
    /// The number of names (hard links) the file has.
    package let linkCount: UInt64
    package let owner: UInt32
    package let group: UInt32

    init(_ record: stat) {
        kind =
            switch record.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            default: .other
            }
        permissions = record.st_mode & 0o7777
        size = Int64(record.st_size)
        modificationTime = Int64(record.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(record.st_mtim.tv_nsec)
        linkCount = UInt64(record.st_nlink)
        owner = record.st_uid
        group = record.st_gid
    }
}
