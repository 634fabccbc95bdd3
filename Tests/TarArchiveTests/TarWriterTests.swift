import TarArchive
import TestSupport
import Testing

@Suite struct TarWriterTests {
    /// What `kubectl cp` 1.36 sent of a folder with long names, names that are no ASCII, large numbers, times before 1970
    /// and after 2242, links, a device and an empty folder.
    @Test func `what kubectl writes is written byte for byte`() throws {
        let bytes = try Fixture().bytes("kubectl.tar")
        let archive = try ReadArchive(bytes)
        #expect(archive.files.count == 13)
        var writer = TarWriter()
        var written: [UInt8] = []
        for file in archive.files {
            written += try writer.begin(file.entry)
            try writer.contents(file.contents.count)
            written += file.contents
        }
        written += try writer.finish()
        #expect(written.count == bytes.count)
        let difference = zip(written, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        #expect(difference == nil)
    }

    @Test(arguments: [0, 1, 511, 512, 513, 100_000]) func `contents fill whole blocks`(size: Int) throws {
        var writer = TarWriter()
        let contents = [UInt8](repeating: 1, count: size)
        var bytes = try writer.begin(TarEntry(.regular, name: Array("a".utf8), size: Int64(size)))
        try writer.contents(size)
        bytes += contents
        bytes += try writer.begin(TarEntry(.regular, name: Array("b".utf8)))
        bytes += try writer.finish()
        #expect(bytes.count % 512 == 0)
        let archive = try ReadArchive(bytes)
        #expect(archive.isComplete)
        #expect(archive.files.map(\.name) == ["a", "b"])
        #expect(archive.files.first?.contents == contents)
    }

    @Test func `more or less than announced is an error`() throws {
        var writer = TarWriter()
        _ = try writer.begin(TarEntry(.regular, name: [97], size: 10))
        #expect(throws: TarError.contentsTooLong) { try writer.contents(11) }
        try writer.contents(7)
        #expect(throws: TarError.contentsMissing(3)) { try writer.finish() }
        #expect(throws: TarError.contentsMissing(3)) { try writer.begin(TarEntry(.regular, name: [97])) }
        try writer.contents(3)
        _ = try writer.begin(TarEntry(.directory, name: [97], size: 4096))
        #expect(throws: TarError.contentsTooLong) { try writer.contents(1) }
    }

    @Test(arguments: [99, 100, 101, 155, 156, 255, 256, 257, 5000]) func `names of any length come back`(
        length: Int
    ) throws {
        let flat = [UInt8](repeating: 120, count: length)
        var deep = flat
        for place in stride(from: 50, to: length, by: 51) { deep[place] = UInt8(ascii: "/") }
        var bytes: [UInt8] = flat
        bytes[length / 2] = 0xFF
        for name in [flat, deep, bytes] {
            var writer = TarWriter()
            var link = TarEntry(.symbolicLink, name: name, linkName: name)
            link.ownerName = Array(name.prefix(40))
            let written = try writer.begin(link) + writer.finish()
            let read = try ReadArchive(written)
            #expect(read.isComplete)
            #expect(read.files.map(\.entry) == [link])
        }
    }

    @Test func `a name longer than any is refused`() {
        var writer = TarWriter()
        let entry = TarEntry(.regular, name: [UInt8](repeating: 120, count: 1 << 20))
        #expect(throws: TarError.fieldTooLong) { try writer.begin(entry) }
    }

    @Test func `the length of a record counts its own digits`() throws {
        // Around 99 and 100, where a digit more makes the length longer again.
        for length in 80...110 {
            var entry = TarEntry(.regular, name: Array(repeating: 0xC3, count: length))
            entry.size = 0
            var writer = TarWriter()
            #expect(try ReadArchive(writer.begin(entry) + writer.finish()).files.map(\.entry) == [entry])
        }
    }
}
