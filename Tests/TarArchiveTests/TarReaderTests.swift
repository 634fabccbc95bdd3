import TarArchive
import TestSupport
import Testing

/// Archives of other programs, recorded from them: GNU tar 1.34 (`gnu`, `posix`, `ustar`, `v7`, `sparse-*`), busybox 1.35,
/// and what `kubectl cp` 1.36 sends.
@Suite struct TarReaderTests {
    private let fixture = Fixture()
    private let long = String(repeating: "n", count: 120)
    private let folder = String(repeating: "o", count: 110)

    @Test(arguments: ["gnu.tar", "posix.tar", "busybox.tar"]) func `long names, links and times of other programs`(
        name: String
    ) throws {
        let archive = try ReadArchive(fixture.bytes(name))
        #expect(archive.isComplete)
        let byName = Dictionary(uniqueKeysWithValues: archive.files.map { ($0.name, $0) })
        #expect(byName.count == 11)
        #expect(byName["d/"]?.entry.kind == .directory)
        #expect(byName["d/empty/"]?.entry.kind == .directory)
        #expect(byName["d/fifo"]?.entry.kind == .fifo)
        #expect(byName["d/ünï cödé"]?.text == "x\n")
        #expect(byName["d/\(folder)/\(long)"]?.text == "two\n")
        #expect(byName["d/long"]?.text.count == 600)
        #expect(byName["d/zero"]?.text.isEmpty == true)
        #expect(byName["d/link"]?.entry.kind == .symbolicLink)
        #expect(byName["d/link"]?.linkName == "\(long)/\(folder)")
        let names = [byName["d/\(long)"], byName["d/hard"]].compactMap { $0 }
        #expect(Set(names.map(\.entry.kind)) == [.regular, .hardLink])
        #expect(names.first { $0.entry.kind == .regular }?.text == "one\n")
        #expect(
            names.first { $0.entry.kind == .hardLink }.map { ["d/\(long)", "d/hard"].contains($0.linkName) } == true)
        #expect(byName["d/long"]?.entry.modificationTime == 1_580_702_706)
        #expect(byName["d/long"]?.entry.permissions == 0o644)
        if name != "busybox.tar" {
            // In base 256, and in records.
            #expect(byName["d/long"]?.entry.owner == 5_000_000)
            #expect(byName["d/zero"]?.entry.modificationTime == -631_152_000)
        }
    }

    @Test func `the prefix of ustar, and headers older than POSIX`() throws {
        let folder = "s/sub/\(String(repeating: "p", count: 80))"
        let names = try ReadArchive(fixture.bytes("ustar.tar")).files.map(\.name)
        #expect(names == ["s/", "s/a", "s/sub/", "\(folder)/", "\(folder)/\(String(repeating: "q", count: 60))"])
        let old = try ReadArchive(fixture.bytes("v7.tar")).files
        #expect(old.first?.name == "a")
        #expect(old.first?.entry.kind == .regular)
        #expect(old.first?.text == "a\n")
        #expect(old.dropFirst().first?.entry.kind == .directory)
    }

    @Test(arguments: ["sparse-gnu.tar", "sparse-posix.tar"]) func `sparse files are refused`(name: String) throws {
        let bytes = try fixture.bytes(name)
        let error = #expect(throws: TarError.self) { try ReadArchive(bytes) }
        guard case .sparseFile = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["gnu.tar", "posix.tar", "busybox.tar", "kubectl.tar", "ustar.tar"]) func `pieces of any size`(
        name: String
    ) throws {
        let bytes = try fixture.bytes(name)
        let whole = try ReadArchive(bytes)
        for size in [1, 7, 511, 512, 513, 4096] {
            #expect(try ReadArchive(bytes, pieceSize: size) == whole)
        }
    }

    @Test func `every cut is seen`() throws {
        let bytes = try fixture.bytes("posix.tar")
        let whole = try ReadArchive(bytes)
        var states: Set<TarReader.Progress> = []
        for length in Array(stride(from: 0, to: bytes.count, by: 37)) + [bytes.count] {
            let part = try ReadArchive(Array(bytes.prefix(length)))
            states.insert(part.progress)
            if part.isComplete {
                #expect(part == whole)
            } else if part.progress == .betweenEntries {
                #expect(part.files == Array(whole.files.prefix(part.files.count)))
            }
        }
        #expect(states == [.betweenEntries, .withinEntry, .ended])
    }

    @Test func `what follows the end says nothing`() throws {
        let bytes = try fixture.bytes("ustar.tar")
        let noisy = bytes + [UInt8](repeating: 7, count: 3000)
        #expect(try ReadArchive(noisy) == ReadArchive(bytes))
    }

    @Test func `records of a global header hold until others say more`() throws {
        var bytes = Archive.header("g", kind: "g", size: 17) + Archive.padded("17 linkpath=to-g\n")
        bytes += Archive.header("one", kind: "2", linkName: "own") + Archive.header("two", kind: "x", size: 19)
        bytes += Archive.padded("19 linkpath=to-two\n") + Archive.header("two", kind: "2") + Archive.end
        let files = try ReadArchive(bytes).files
        #expect(files.map(\.name) == ["one", "two"])
        #expect(files.map(\.linkName) == ["to-g", "to-two"])
    }

    @Test(arguments: [
        "4 x=\n", "99999999999999999999 path=x\n", "12 path=abcde", "11 pathabcd\n", "0 path=x\n", "-5 a=b\n",
        "x a=b\n",
        "12 path=a\u{0}cd\n", "9 size=x\n", "10 size=-1\n", "12 mtime=1.x\n", "a", " ", "30 path=x\n",
    ]) func `records that are none`(record: String) {
        let bytes =
            Archive.header("x", kind: "x", size: record.utf8.count) + Archive.padded(record) + Archive.header("f")
            + Archive.end
        #expect(throws: TarError.malformedHeader) { try ReadArchive(bytes) }
    }

    @Test func `names and records have a limit`() {
        for kind in ["L", "K", "x", "g"] as [Character] {
            let bytes = Archive.header("long", kind: kind, size: 1 << 20 + 1)
            #expect(throws: TarError.fieldTooLong) { try ReadArchive(bytes) }
        }
    }

    @Test func `a name ends at a NUL`() throws {
        let bytes =
            Archive.header("././@LongLink", kind: "L", size: 9) + Archive.padded("d/a\u{0}../b") + Archive.header("x")
            + Archive.end
        #expect(try ReadArchive(bytes).files.map(\.name) == ["d/a"])
    }

    @Test func `numbers that are none, and a wrong sum`() {
        var bytes = Archive.header("a", kind: "0")
        bytes[0] ^= 1
        #expect(throws: TarError.malformedHeader) { try ReadArchive(bytes) }
        for (offset, text) in [(100, "9"), (124, "zz"), (124, "\u{FF}"), (136, "7777777777x")] {
            var bytes = Archive.header("a", kind: "0")
            bytes.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
            #expect(throws: TarError.malformedHeader) { try ReadArchive(Archive.sealed(bytes)) }
        }
    }

    @Test func `sizes beyond octal digits`() throws {
        var bytes = Archive.header("a", kind: "0")
        // 2^40 in base 256.
        bytes.replaceSubrange(124..<136, with: [0x80, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
        let part = try ReadArchive(Archive.sealed(bytes) + Array("abc".utf8))
        #expect(part.files.first?.entry.size == 1 << 40)
        #expect(part.progress == .withinEntry)
        for size: [UInt8] in [
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE],
            [0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0x80, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0],
        ] {
            bytes.replaceSubrange(124..<136, with: size)
            #expect(throws: TarError.malformedHeader) { try ReadArchive(Archive.sealed(bytes)) }
        }
    }

    @Test func `a zero block alone is no end, and nothing but zeros may follow it`() throws {
        let file = Archive.header("a")
        let zero = [UInt8](repeating: 0, count: 512)
        #expect(try ReadArchive(file + zero).progress == .betweenEntries)
        #expect(try ReadArchive(file + zero + zero).isComplete)
        #expect(throws: TarError.malformedHeader) { try ReadArchive(file + zero + file) }
        #expect(throws: TarError.truncated) {
            try ReadArchive(Archive.header("l", kind: "L", size: 1) + Archive.padded("x") + zero + zero)
        }
    }

    @Test func `no bytes make the reader fail otherwise, nor keep more than its limits`() throws {
        var generator = SplitMix(seed: 42)
        let seeds = try ["gnu.tar", "posix.tar", "busybox.tar", "kubectl.tar", "sparse-posix.tar"].map(fixture.bytes)
        var outcomes = (read: 0, refused: 0)
        for round in 0..<1500 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let block = Int.random(in: 0..<bytes.count / 512, using: &generator) * 512
                let place = block + Int.random(in: 0..<512, using: &generator)
                bytes[place] = UInt8.random(in: 0...255, using: &generator)
                // Half of the damage gets past the sum.
                if Bool.random(using: &generator) {
                    bytes.replaceSubrange(block..<block + 512, with: Archive.sealed(Array(bytes[block..<block + 512])))
                }
            }
            do {
                let archive = try ReadArchive(bytes, pieceSize: 777)
                outcomes.read += 1
                for file in archive.files {
                    #expect(file.entry.name.count <= 1 << 20 && !file.entry.name.contains(0))
                    #expect(file.contents.count <= bytes.count && file.entry.size >= 0)
                }
            } catch {
                outcomes.refused += 1
            }
        }
        #expect(outcomes.read > 100 && outcomes.refused > 100)
    }
}
