/// The records of a pax header, which say of a file what its own header has no room for.
struct PaxRecords: Sendable, Hashable {
    private var values: [String: [UInt8]] = [:]

    /// The keys that are understood; others say nothing that is needed.
    private static let keys: Set<String> = [
        "path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname",
    ]
    private static let texts: Set<String> = ["path", "linkpath", "uname", "gname"]
    private static let sparsePrefix = "GNU.sparse."

    /// Whether the file is one of GNU's sparse ones.
    private(set) var isSparse = false

    init() {}

    /// Reads `LENGTH KEY=VALUE\n`, any number of times (POSIX pax, "pax Extended Header").
    init(_ bytes: [UInt8]) throws(TarError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let record = try Self.record(in: rest)
            rest = rest[record.end...]
            let key = String(decoding: record.key, as: UTF8.self)
            // A key that is no text is none of those that are understood.
            if record.key.contains(0) { throw .malformedHeader }
            if key.hasPrefix(Self.sparsePrefix) { isSparse = true }
            guard Self.keys.contains(key) else { continue }
            if Self.texts.contains(key), record.value.contains(0) { throw .malformedHeader }
            values[key] = Array(record.value)
        }
    }

    private struct Record {
        let key: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>
        let end: Int
    }

    private static func record(in bytes: ArraySlice<UInt8>) throws(TarError) -> Record {
        // No length that fits has more digits.
        guard let space = bytes.prefix(20).firstIndex(of: UInt8(ascii: " ")),
            let length = decimal(bytes[..<space], signed: false), length >= 5, length <= bytes.count
        else { throw .malformedHeader }
        let end = bytes.startIndex + Int(length)
        guard space + 1 < end, bytes[end - 1] == UInt8(ascii: "\n") else { throw .malformedHeader }
        let content = bytes[(space + 1)..<(end - 1)]
        guard let equals = content.firstIndex(of: UInt8(ascii: "=")) else { throw .malformedHeader }
        return Record(key: content[..<equals], value: content[(equals + 1)...], end: end)
    }

    private static func decimal(_ digits: ArraySlice<UInt8>, signed: Bool) -> Int64? {
        let isNegative = signed && digits.first == UInt8(ascii: "-")
        let digits = isNegative ? digits.dropFirst() : digits
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int64((isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self))
    }

    /// These records, where they say nothing those of `base` (a global header).
    func over(_ base: PaxRecords) -> PaxRecords {
        var merged = base
        merged.values.merge(values) { _, own in own }
        merged.isSparse = isSparse || base.isSparse
        return merged
    }

    /// The entry with what the records say of it; an empty value says nothing.
    func applied(to entry: TarEntry) throws(TarError) -> TarEntry {
        var entry = entry
        for (key, value) in values where !value.isEmpty {
            switch key {
            case "path": entry.name = value
            case "linkpath": entry.linkName = value
            case "uname": entry.ownerName = value
            case "gname": entry.groupName = value
            case "size": entry.size = try number(value)
            case "uid": entry.owner = try number(value)
            case "gid": entry.group = try number(value)
            case "mtime": entry.modificationTime = try seconds(value)
            default: break
            }
        }
        return entry
    }

    private func number(_ value: [UInt8]) throws(TarError) -> Int64 {
        guard let number = Self.decimal(value[...], signed: true) else { throw .malformedHeader }
        return number
    }

    /// The whole seconds of a time with a fraction.
    private func seconds(_ value: [UInt8]) throws(TarError) -> Int64 {
        let parts = value.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let seconds = Self.decimal(whole, signed: true) else { throw .malformedHeader }
        if parts.count > 1, !parts[1].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            throw .malformedHeader
        }
        return seconds
    }

    // MARK: - Writing

    /// Has the header say something.
    mutating func set(_ key: String, _ value: [UInt8]) {
        values[key] = value
    }

    var isEmpty: Bool { values.isEmpty }

    /// The records in the order of their keys.
    var bytes: [UInt8] {
        values.sorted { $0.key < $1.key }.flatMap { Self.record($0.key, $0.value) }
    }

    /// The length counts its own digits.
    private static func record(_ key: String, _ value: [UInt8]) -> [UInt8] {
        let rest = Array(" \(key)=".utf8) + value + [UInt8(ascii: "\n")]
        var length = rest.count + String(rest.count).utf8.count
        length = rest.count + String(length).utf8.count
        return Array(String(length).utf8) + rest
    }
}
