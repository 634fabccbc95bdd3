/// One file of an archive: what its header tells.
package struct TarEntry: Sendable, Hashable {
    /// What the file is.
    package enum Kind: Sendable, Hashable {
        case regular
        /// Another name of the file called `linkName`, which stands earlier in the archive.
        case hardLink
        case symbolicLink
        case characterDevice
        case blockDevice
        case directory
        case fifo
        /// A kind that POSIX does not know, by its letter; it is to be taken for a regular file (pax, "ustar Header Block").
        case unknown(UInt8)
    }

    package var kind: Kind
    /// The path as written, which need not be UTF-8; without NUL.
    package var name: [UInt8]
    /// Where a link leads to; empty for everything else.
    package var linkName: [UInt8]
    /// How many bytes of contents follow; zero for kinds that have none.
    package var size: Int64
    /// The permission bits, as in `0o4755`.
    package var permissions: Int64
    /// In seconds since 1970-01-01T00:00:00Z.
    package var modificationTime: Int64
    package var owner: Int64
    package var group: Int64
    package var ownerName: [UInt8]
    package var groupName: [UInt8]
    /// Of a device.
    package var deviceMajor: Int64
    package var deviceMinor: Int64

    package init(
        _ kind: Kind, name: [UInt8], linkName: [UInt8] = [], size: Int64 = 0, permissions: Int64 = 0o644,
        modificationTime: Int64 = 0
    ) {
        self.kind = kind
        self.name = name
        self.linkName = linkName
        self.size = size
        self.permissions = permissions
        self.modificationTime = modificationTime
        owner = 0
        group = 0
        ownerName = []
        groupName = []
        deviceMajor = 0
        deviceMinor = 0
    }
}

extension TarEntry.Kind {
    /// The letter in the header.
    var letter: UInt8 {
        switch self {
        case .regular: UInt8(ascii: "0")
        case .hardLink: UInt8(ascii: "1")
        case .symbolicLink: UInt8(ascii: "2")
        case .characterDevice: UInt8(ascii: "3")
        case .blockDevice: UInt8(ascii: "4")
        case .directory: UInt8(ascii: "5")
        case .fifo: UInt8(ascii: "6")
        case .unknown(let letter): letter
        }
    }

    init(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "0"), UInt8(ascii: "7"): self = .regular
        case UInt8(ascii: "1"): self = .hardLink
        case UInt8(ascii: "2"): self = .symbolicLink
        case UInt8(ascii: "3"): self = .characterDevice
        case UInt8(ascii: "4"): self = .blockDevice
        case UInt8(ascii: "5"): self = .directory
        case UInt8(ascii: "6"): self = .fifo
        default: self = .unknown(letter)
        }
    }

    /// Whether contents may follow the header; where not, the size in it says nothing.
    var hasContents: Bool {
        switch self {
        case .regular, .unknown: true
        case .hardLink, .symbolicLink, .characterDevice, .blockDevice, .directory, .fifo: false
        }
    }
}
