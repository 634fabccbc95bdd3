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

    /// What a file of kind `.other` is.
    package enum SpecialKind: Sendable, Hashable {
        case pipe
        case socket
        case characterDevice
        case blockDevice
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
    /// What a file of kind `.other` is; nil for all other kinds.
    package let specialKind: SpecialKind?
    /// The numbers of a device.
    package let deviceMajor: UInt32
    package let deviceMinor: UInt32

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
        specialKind =
            switch record.st_mode & S_IFMT {
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            case S_IFCHR: .characterDevice
            case S_IFBLK: .blockDevice
            default: nil
            }
        let device = specialKind == nil ? 0 : UInt64(record.st_rdev)
        deviceMajor = UInt32(truncatingIfNeeded: (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF)
        deviceMinor = UInt32(truncatingIfNeeded: device & 0xFF | (device >> 12) & ~0xFF)
    }
}
