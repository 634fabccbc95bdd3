/// The layout of a header: one block of 512 bytes.
enum TarBlock {
    static let size = 512

    /// The fields that POSIX and GNU headers share, and the prefix that only POSIX headers have.
    static let name = 0..<100
    static let mode = 100..<108
    static let owner = 108..<116
    static let group = 116..<124
    static let contentSize = 124..<136
    static let modificationTime = 136..<148
    static let checksum = 148..<156
    static let kind = 156
    static let linkName = 157..<257
    static let magic = 257..<263
    static let magicAndVersion = 257..<265
    static let ownerName = 265..<297
    static let groupName = 297..<329
    static let deviceMajor = 329..<337
    static let deviceMinor = 337..<345
    static let prefix = 345..<500
    /// The prefix of star's headers, which have this at their end.
    static let starPrefix = 345..<476
    static let starTrailer = 508..<512

    static let posixMagic = Array("ustar\0".utf8)
    static let posixMagicAndVersion = Array("ustar\u{0}00".utf8)
    static let gnuMagicAndVersion = Array("ustar  \0".utf8)

    /// Whether the sum of all bytes is the one written, taken as unsigned or, as some programs do, as signed bytes.
    static func hasValidChecksum(_ block: [UInt8]) -> Bool {
        guard let written = TarField.number(block[checksum]) else { return false }
        var unsigned: Int64 = 0
        var signed: Int64 = 0
        for (index, byte) in block.enumerated() {
            let byte = checksum.contains(index) ? UInt8(ascii: " ") : byte
            unsigned += Int64(byte)
            signed += Int64(Int8(bitPattern: byte))
        }
        return written == unsigned || written == signed
    }

    /// Writes the sum in the form of all writers: six digits, a NUL, a space.
    static func seal(_ block: inout [UInt8]) {
        block.replaceSubrange(checksum, with: [UInt8](repeating: UInt8(ascii: " "), count: checksum.count))
        let sum = block.reduce(Int64(0)) { $0 + Int64($1) }
        block.replaceSubrange(checksum, with: TarField.octalText(sum, width: 7) + [UInt8(ascii: " ")])
    }

    /// How many bytes fill the last block of so many bytes.
    static func padding(after count: Int64) -> Int {
        Int(-count & Int64(size - 1))
    }

    /// The entry of a header without the records around it; its size may be negative.
    static func entry(_ block: [UInt8]) throws(TarError) -> TarEntry {
        func number(_ range: Range<Int>) throws(TarError) -> Int64 {
            guard let number = TarField.number(block[range]) else { throw .malformedHeader }
            return number
        }
        var entry = TarEntry(TarEntry.Kind(letter: block[kind]), name: TarField.text(block[name]))
        entry.permissions = try number(mode) & 0o7777
        entry.owner = try number(owner)
        entry.group = try number(group)
        entry.size = try number(contentSize)
        entry.modificationTime = try number(modificationTime)
        entry.linkName = TarField.text(block[linkName])
        guard block[magic].elementsEqual(posixMagic) || block[magicAndVersion].elementsEqual(gnuMagicAndVersion) else {
            return entry
        }
        entry.ownerName = TarField.text(block[ownerName])
        entry.groupName = TarField.text(block[groupName])
        entry.deviceMajor = try number(deviceMajor)
        entry.deviceMinor = try number(deviceMinor)
        if block[magic].elementsEqual(posixMagic) {
            let isStar = block[starTrailer].elementsEqual(Array("tar\0".utf8))
            let prefix = TarField.text(block[isStar ? starPrefix : prefix])
            if !prefix.isEmpty { entry.name = prefix + [UInt8(ascii: "/")] + entry.name }
        }
        return entry
    }
}
