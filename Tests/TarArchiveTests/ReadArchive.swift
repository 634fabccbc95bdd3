import TarArchive

/// An archive, read piece by piece.
struct ReadArchive: Equatable {
    struct File: Equatable {
        let entry: TarEntry
        var contents: [UInt8] = []
        var isComplete = false

        var name: String { String(decoding: entry.name, as: UTF8.self) }
        var linkName: String { String(decoding: entry.linkName, as: UTF8.self) }
        var text: String { String(decoding: contents, as: UTF8.self) }
    }

    private(set) var files: [File] = []
    private(set) var isComplete = false
    private(set) var progress = TarReader.Progress.betweenEntries

    init(_ bytes: [UInt8], pieceSize: Int = 1 << 16) throws(TarError) {
        var reader = TarReader()
        var start = 0
        while start < bytes.count {
            let end = min(start + pieceSize, bytes.count)
            reader.append(Array(bytes[start..<end]))
            start = end
            while let event = try reader.next() { take(event) }
        }
        progress = reader.progress
    }

    private mutating func take(_ event: TarReader.Event) {
        switch event {
        case .entry(let entry): files.append(File(entry: entry))
        case .contents(let bytes): files[files.count - 1].contents += bytes
        case .entryEnd: files[files.count - 1].isComplete = true
        case .archiveEnd: isComplete = true
        }
    }
}

/// Parts of archives, made without the module.
enum Archive {
    static let end = [UInt8](repeating: 0, count: 1024)

    static func header(_ name: String, kind: Character = "0", size: Int = 0, linkName: String = "") -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            block.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put(name, at: 0)
        put("0000644", at: 100)
        let digits = String(size, radix: 8)
        put(String(repeating: "0", count: 11 - digits.count) + digits, at: 124)
        put(String(kind), at: 156)
        put(linkName, at: 157)
        put("ustar\u{0}00", at: 257)
        return sealed(block)
    }

    /// The header with the sum of its bytes.
    static func sealed(_ block: [UInt8]) -> [UInt8] {
        var block = block
        for place in 148..<156 { block[place] = 32 }
        let digits = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
        let text = String(repeating: "0", count: 6 - digits.count) + digits + "\u{0}"
        block.replaceSubrange(148..<155, with: text.utf8)
        return block
    }

    static func padded(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
