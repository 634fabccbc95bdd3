import Glibc
import SystemIO
import TarArchive

/// Writes the archive of a file or a folder of this machine, piece by piece.
///
/// What stands in it is what kubectl puts there: files, links as they are, and of folders only the empty ones, since tar makes
/// the others. Names are taken as they are, where kubectl takes them for patterns.
struct CopyArchive {
    /// Takes the next bytes of the archive.
    typealias Sink = ([UInt8]) async throws -> Void

    private var writer = TarWriter()
    private var accounts = AccountNames()

    /// How much of a file is read at a time.
    private static let pieceSize = 128 << 10

    /// Adds a file, or a folder with all that is in it, under another name.
    mutating func add(_ path: BytePath, as name: BytePath, to sink: Sink) async throws {
        let status = try checked { () throws(SystemError) in try FileSystem.linkStatus(path) }
        switch status.kind {
        case .directory:
            let names = try checked { () throws(SystemError) in try FileSystem.list(path) }
            if names.isEmpty { try await sink(writer.begin(entry(.directory, name, status))) }
            for child in names { try await add(path.joined(child), as: name.joined(child), to: sink) }
        case .symbolicLink:
            var entry = entry(.symbolicLink, name, status)
            entry.linkName = try checked { () throws(SystemError) in try FileSystem.linkTarget(path) }.bytes
            try await sink(writer.begin(entry))
        case .regular:
            var entry = entry(.regular, name, status)
            entry.size = status.size
            try await sink(writer.begin(entry))
            try await addContents(of: path, to: sink)
        case .other: try await sink(writer.begin(special(name, status)))
        }
    }

    /// What stands at the end of the archive.
    mutating func finish() throws -> [UInt8] {
        do throws(TarError) { return try writer.finish() } catch { throw CopyError.archive(error) }
    }

    private mutating func addContents(of path: BytePath, to sink: Sink) async throws {
        let file = try open(path)
        while true {
            let piece = try checked { () throws(SystemError) in try file.read(atMost: Self.pieceSize) }
            if piece.isEmpty { return }
            do throws(TarError) { try writer.contents(piece.count) } catch { throw CopyError.archive(error) }
            try await sink(piece)
        }
    }

    /// A pipe or a device, of which only the header counts; what it would give if it were read does not.
    private mutating func special(_ name: BytePath, _ status: FileStatus) throws(CopyError) -> TarEntry {
        switch status.specialKind {
        case .socket: throw .socket
        case .characterDevice: device(entry(.characterDevice, name, status), status)
        case .blockDevice: device(entry(.blockDevice, name, status), status)
        case .pipe, nil: entry(.fifo, name, status)
        }
    }

    private func device(_ entry: TarEntry, _ status: FileStatus) -> TarEntry {
        var entry = entry
        entry.deviceMajor = Int64(status.deviceMajor)
        entry.deviceMinor = Int64(status.deviceMinor)
        return entry
    }

    private mutating func entry(_ kind: TarEntry.Kind, _ name: BytePath, _ status: FileStatus) -> TarEntry {
        var entry = TarEntry(kind, name: name.bytes)
        entry.permissions = Int64(status.permissions)
        // To the nearest second, as Go's writer of archives does.
        entry.modificationTime = Self.floor(status.modificationTime &+ 500_000_000, 1_000_000_000)
        entry.owner = Int64(status.owner)
        entry.group = Int64(status.group)
        entry.ownerName = Array(accounts.user(status.owner).utf8)
        entry.groupName = Array(accounts.group(status.group).utf8)
        return entry
    }

    private static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }

    private func open(_ path: BytePath) throws(CopyError) -> FileDescriptor {
        do { return try FileDescriptor(opening: path, O_RDONLY) } catch { throw .file(error) }
    }

    private func checked<Value>(_ body: () throws(SystemError) -> Value) throws(CopyError) -> Value {
        do { return try body() } catch { throw .file(error) }
    }
}
