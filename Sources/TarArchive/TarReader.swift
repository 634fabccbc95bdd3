/// Reads an archive piece by piece: bytes are appended as they arrive, and `next()` tells what they hold.
///
/// What is kept does not grow with the archive: a header, and a long name or pax header of at most `longestRecord` bytes.
/// The formats are POSIX ustar and pax, GNU and V7; sparse files are refused.
package struct TarReader: Sendable {
    /// What comes next in an archive.
    package enum Event: Sendable, Hashable {
        case entry(TarEntry)
        /// A piece of the contents of the entry before.
        case contents(ArraySlice<UInt8>)
        /// The entry before is complete.
        case entryEnd
        /// The archive is complete; what follows says nothing.
        case archiveEnd
    }

    /// How far an archive has been read.
    package enum Progress: Sendable, Hashable {
        /// Nothing is begun: before the first entry, or between two.
        case betweenEntries
        case withinEntry
        case ended
    }

    private enum State {
        /// In a header, `true` behind one zero block of the two that end an archive.
        case header(afterZeroBlock: Bool)
        case contents(left: Int64, padding: Int)
        case record(RecordKind, left: Int64, padding: Int)
        case padding(left: Int, inRecord: Bool)
        case ended
    }

    private enum RecordKind {
        case longName
        case longLinkName
        case pax
        case globalPax
    }

    /// The longest name, and the longest pax header, in bytes; Go's limit.
    package static let longestRecord: Int64 = 1 << 20

    private var state = State.header(afterZeroBlock: false)
    /// What was appended and not yet read.
    private var input: ArraySlice<UInt8> = []
    /// A header or a record that is not complete.
    private var collected: [UInt8] = []
    private var global = PaxRecords()
    /// What records said of the entry to come.
    private var records = PaxRecords()
    private var longName: [UInt8]?
    private var longLinkName: [UInt8]?
    private var hasRecords = false

    package init() {}

    /// Hands in the next bytes of the archive; those before should have been read with `next()`.
    package mutating func append(_ bytes: [UInt8]) {
        if input.isEmpty { input = bytes[...] } else { input += bytes }
    }

    package var progress: Progress {
        switch state {
        case .ended: .ended
        // POSIX asks for two zero blocks, but an archive with one, or none, is whole.
        case .header: collected.isEmpty && !hasRecords ? .betweenEntries : .withinEntry
        // The rest of the last block may be missing.
        case .padding(_, inRecord: false): .betweenEntries
        case .contents, .record, .padding: .withinEntry
        }
    }

    /// What comes next; nil where that is not known without more bytes.
    package mutating func next() throws(TarError) -> Event? {
        while true {
            switch state {
            case .ended:
                input = []
                return nil
            case .header(let afterZeroBlock):
                guard collect(upTo: TarBlock.size) else { return nil }
                let block = collected
                collected = []
                if let event = try readHeader(block, afterZeroBlock: afterZeroBlock) { return event }
            case .contents(0, let padding):
                state = .padding(left: padding, inRecord: false)
                return .entryEnd
            case .contents(let left, let padding):
                guard !input.isEmpty else { return nil }
                let piece = input.prefix(left < Int64(input.count) ? Int(left) : input.count)
                input = input.dropFirst(piece.count)
                state = .contents(left: left - Int64(piece.count), padding: padding)
                return .contents(piece)
            case .record(let kind, let size, let padding):
                guard collect(upTo: Int(size)) else { return nil }
                let record = collected
                collected = []
                try readRecord(record, kind)
                state = .padding(left: padding, inRecord: true)
            case .padding(let left, let inRecord):
                let skipped = min(left, input.count)
                input = input.dropFirst(skipped)
                guard skipped == left else {
                    state = .padding(left: left - skipped, inRecord: inRecord)
                    return nil
                }
                state = .header(afterZeroBlock: false)
            }
        }
    }

    /// Moves input to what is collected; whether there are `count` bytes of it then.
    private mutating func collect(upTo count: Int) -> Bool {
        let piece = input.prefix(count - collected.count)
        collected += piece
        input = input.dropFirst(piece.count)
        return collected.count == count
    }

    private mutating func readHeader(_ block: [UInt8], afterZeroBlock: Bool) throws(TarError) -> Event? {
        if block.allSatisfy({ $0 == 0 }) {
            if hasRecords { throw .truncated }
            state = afterZeroBlock ? .ended : .header(afterZeroBlock: true)
            return afterZeroBlock ? .archiveEnd : nil
        }
        guard !afterZeroBlock, TarBlock.hasValidChecksum(block) else { throw .malformedHeader }
        let entry = try TarBlock.entry(block)
        switch block[TarBlock.kind] {
        case UInt8(ascii: "L"): try beginRecord(.longName, size: entry.size)
        case UInt8(ascii: "K"): try beginRecord(.longLinkName, size: entry.size)
        case UInt8(ascii: "x"): try beginRecord(.pax, size: entry.size)
        case UInt8(ascii: "g"): try beginRecord(.globalPax, size: entry.size)
        default: return .entry(try beginContents(of: entry))
        }
        return nil
    }

    private mutating func beginRecord(_ kind: RecordKind, size: Int64) throws(TarError) {
        guard size >= 0 else { throw .malformedHeader }
        guard size <= Self.longestRecord else { throw .fieldTooLong }
        state = .record(kind, left: size, padding: TarBlock.padding(after: size))
    }

    private mutating func readRecord(_ record: [UInt8], _ kind: RecordKind) throws(TarError) {
        switch kind {
        case .longName: longName = TarField.text(record[...])
        case .longLinkName: longLinkName = TarField.text(record[...])
        case .pax: records = try PaxRecords(record)
        case .globalPax:
            global = try PaxRecords(record).over(global)
            return
        }
        hasRecords = true
    }

    private mutating func beginContents(of header: TarEntry) throws(TarError) -> TarEntry {
        let all = records.over(global)
        var entry = try all.applied(to: header)
        if let longName { entry.name = longName }
        if let longLinkName { entry.linkName = longLinkName }
        records = PaxRecords()
        longName = nil
        longLinkName = nil
        hasRecords = false
        // Archives older than POSIX write no letter for files, and know a directory by its name.
        if entry.kind == .unknown(0) { entry.kind = entry.name.last == UInt8(ascii: "/") ? .directory : .regular }
        if all.isSparse || entry.kind == .unknown(UInt8(ascii: "S")) { throw .sparseFile(name: entry.name) }
        if !entry.kind.hasContents { entry.size = 0 }
        guard entry.size >= 0 else { throw .malformedHeader }
        state = .contents(left: entry.size, padding: TarBlock.padding(after: entry.size))
        return entry
    }
}
