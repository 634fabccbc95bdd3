/// Writes an archive piece by piece: each call gives the bytes that come next.
///
/// A header is POSIX ustar where that can hold what it has to say, else there is a pax header before it: what Go's
/// archive/tar does unless it is told otherwise.
package struct TarWriter: Sendable {
    /// Contents that are still to come, and what fills their last block.
    private var left: Int64 = 0
    private var padding = 0

    package init() {}

    /// The header of the next entry, whose contents are to follow; the contents of the one before are complete.
    package mutating func begin(_ entry: TarEntry) throws(TarError) -> [UInt8] {
        var bytes = try finishEntry()
        let size = entry.kind.hasContents ? entry.size : 0
        let records = Self.records(for: entry)
        let split = Self.split(entry.name)
        if records.isEmpty {
            bytes += Self.header(entry, name: split?.name ?? entry.name, prefix: split?.prefix ?? [])
        } else {
            let record = records.bytes
            guard record.count <= TarReader.longestRecord else { throw .fieldTooLong }
            bytes += Self.recordHeader(for: entry.name, size: record.count) + record
            bytes += [UInt8](repeating: 0, count: TarBlock.padding(after: Int64(record.count)))
            bytes += Self.header(entry, name: entry.name, prefix: [])
        }
        left = size
        padding = TarBlock.padding(after: size)
        return bytes
    }

    /// Counts contents that are written as they are.
    package mutating func contents(_ count: Int) throws(TarError) {
        guard Int64(count) <= left else { throw .contentsTooLong }
        left -= Int64(count)
    }

    /// How much of the entry's contents may still come.
    package var contentsLeft: Int64 { left }

    /// What stands at the end of an archive, after the last entry's contents.
    package mutating func finish() throws(TarError) -> [UInt8] {
        try finishEntry() + [UInt8](repeating: 0, count: 2 * TarBlock.size)
    }

    private mutating func finishEntry() throws(TarError) -> [UInt8] {
        guard left == 0 else { throw .contentsMissing(left) }
        defer { padding = 0 }
        return [UInt8](repeating: 0, count: padding)
    }

    // MARK: - Headers

    /// What a ustar header cannot say of the entry.
    private static func records(for entry: TarEntry) -> PaxRecords {
        var records = PaxRecords()
        func text(_ key: String, _ value: [UInt8], _ field: Range<Int>) {
            if !TarField.isASCII(value) || value.count > field.count { records.set(key, value) }
        }
        func number(_ key: String, _ value: Int64, _ field: Range<Int>) {
            if !TarField.fitsInOctal(value, width: field.count) { records.set(key, Array("\(value)".utf8)) }
        }
        if split(entry.name) == nil { text("path", entry.name, TarBlock.name) }
        text("linkpath", entry.linkName, TarBlock.linkName)
        text("uname", entry.ownerName, TarBlock.ownerName)
        text("gname", entry.groupName, TarBlock.groupName)
        number("uid", entry.owner, TarBlock.owner)
        number("gid", entry.group, TarBlock.group)
        number("size", entry.size, TarBlock.contentSize)
        number("mtime", entry.modificationTime, TarBlock.modificationTime)
        // A split name is no long one, except beside other records: those have no prefix.
        if !records.isEmpty, split(entry.name) != nil { records.set("path", entry.name) }
        return records
    }

    /// A long name in two parts at a slash, for the fields `prefix` and `name`.
    private static func split(_ name: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
        guard name.count > TarBlock.name.count, TarField.isASCII(name) else { return nil }
        var end = name.count
        if end > TarBlock.prefix.count + 1 {
            end = TarBlock.prefix.count + 1
        } else if name[end - 1] == UInt8(ascii: "/") {
            end -= 1
        }
        guard let slash = name[..<end].lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return nil }
        let rest = name[(slash + 1)...]
        guard !rest.isEmpty, rest.count <= TarBlock.name.count, slash <= TarBlock.prefix.count else { return nil }
        return (Array(name[..<slash]), Array(rest))
    }

    private static func header(_ entry: TarEntry, name: [UInt8], prefix: [UInt8]) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: TarBlock.size)
        block[TarBlock.kind] = entry.kind.letter
        put(name, into: TarBlock.name, of: &block)
        put(entry.linkName, into: TarBlock.linkName, of: &block)
        put(entry.permissions, into: TarBlock.mode, of: &block)
        put(entry.owner, into: TarBlock.owner, of: &block)
        put(entry.group, into: TarBlock.group, of: &block)
        put(entry.size, into: TarBlock.contentSize, of: &block)
        put(entry.modificationTime, into: TarBlock.modificationTime, of: &block)
        put(entry.ownerName, into: TarBlock.ownerName, of: &block)
        put(entry.groupName, into: TarBlock.groupName, of: &block)
        put(entry.deviceMajor, into: TarBlock.deviceMajor, of: &block)
        put(entry.deviceMinor, into: TarBlock.deviceMinor, of: &block)
        put(prefix, into: TarBlock.prefix, of: &block)
        return sealed(&block)
    }

    /// The header of the records for a file of that name.
    private static func recordHeader(for name: [UInt8], size: Int) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: TarBlock.size)
        let slash = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        var path = Array(name[..<slash]) + Array("PaxHeaders.0/".utf8) + name[slash...]
        path = Array(path.filter { $0 != 0 && $0 < 0x80 }.prefix(TarBlock.name.count))
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        block[TarBlock.kind] = UInt8(ascii: "x")
        put(path, into: TarBlock.name, of: &block)
        for field in [TarBlock.mode, TarBlock.owner, TarBlock.group, TarBlock.modificationTime] {
            put(0, into: field, of: &block)
        }
        put(Int64(size), into: TarBlock.contentSize, of: &block)
        return sealed(&block)
    }

    private static func sealed(_ block: inout [UInt8]) -> [UInt8] {
        block.replaceSubrange(TarBlock.magicAndVersion, with: TarBlock.posixMagicAndVersion)
        TarBlock.seal(&block)
        return block
    }

    /// The ASCII characters of a text, as many as there is room for.
    ///
    /// A slash at the end of a name that is cut off would make a directory of it for some readers.
    private static func put(_ text: [UInt8], into field: Range<Int>, of block: inout [UInt8]) {
        let ascii = text.filter { $0 != 0 && $0 < 0x80 }
        var shown = Array(ascii.prefix(field.count))
        if ascii.count > field.count { while shown.last == UInt8(ascii: "/") { shown.removeLast() } }
        block.replaceSubrange(field.lowerBound..<(field.lowerBound + shown.count), with: shown)
    }

    private static func put(_ number: Int64, into field: Range<Int>, of block: inout [UInt8]) {
        block.replaceSubrange(field, with: TarField.octalText(number, width: field.count))
    }
}
