import Glibc
import StdlibExtensions
import SystemIO
import TarArchive

/// Makes files of an archive that a container has sent, below the destination and nowhere else.
///
/// The container is not trusted (CVE-2019-1002101, CVE-2019-11246, CVE-2019-11249, CVE-2019-11251). A name that leads out of
/// the destination is skipped with a warning, links are never made, and links that are there are not followed out of it.
struct CopyExtraction {
    /// Where the files come from, as warnings tell it.
    struct Source: Sendable {
        /// As written on the command line.
        let location: CopyLocation
        /// The name the program was called by.
        let programName: String
    }

    private let source: Source
    private let prefix: [UInt8]
    private let destination: BytePath
    private let warn: @Sendable (String) -> Void
    /// The destination where it is a directory, opened with the first file in it.
    private var directory: ConfinedDirectory?
    private var file: OpenFile?
    private var hasExplainedLinks = false
    /// Whether something was left out that kubectl would have written: then the copy is not complete.
    private(set) var hasOmissions = false

    private static let fileMode: UInt32 = 0o666
    private static let directoryMode: UInt32 = 0o755

    /// - Parameter warn: called with each warning, a line without its end.
    init(_ source: Source, to destination: BytePath, warn: @escaping @Sendable (String) -> Void) {
        self.source = source
        self.destination = destination
        self.warn = warn
        prefix = CopyPaths.archivedPrefix(of: source.location.path)
    }

    /// The file whose contents have not come to their end.
    var unfinishedFile: BytePath? { file?.path }

    mutating func handle(_ event: TarReader.Event) throws(CopyError) {
        switch event {
        case .entry(let entry): try begin(entry)
        case .contents(let bytes):
            guard let file else { return }
            do { try file.descriptor.writeAll(bytes) } catch { throw .file(error) }
        case .entryEnd: file = nil
        case .archiveEnd: break
        }
    }

    /// A file that is being written.
    private final class OpenFile {
        let path: BytePath
        let descriptor: FileDescriptor

        init(_ path: BytePath, _ descriptor: consuming FileDescriptor) {
            self.path = path
            self.descriptor = descriptor
        }
    }

    private mutating func begin(_ entry: TarEntry) throws(CopyError) {
        guard let path = path(of: entry.name) else { throw .foreignName }
        guard CopyPaths.isInside(path, destination), let relative = path.relative(to: destination) else {
            warn("warning: file \(path.bytes.goQuotedText) is outside target destination, skipping")
            return
        }
        do throws(SystemError) {
            if relative.text == "." {
                try place(entry, atDestination: path)
            } else {
                try place(entry, at: relative, path)
            }
        } catch {
            guard error.isOutside else { throw .file(error) }
            // A link, or a device, leads out of the destination.
            warn("warning: file \(path.bytes.goQuotedText) is outside target destination, skipping")
            hasOmissions = true
        }
    }

    /// Where the file of that name in the archive belongs; nil for a name that was not asked for.
    private func path(of name: [UInt8]) -> BytePath? {
        guard name.starts(with: prefix) else { return nil }
        return destination.joined(CopyPaths.remote(BytePath(Array(name.dropFirst(prefix.count)))))
    }

    /// The one file that was asked for, or its directory: the destination's own path is the user's, links and all.
    private mutating func place(_ entry: TarEntry, atDestination path: BytePath) throws(SystemError) {
        try FileSystem.makeDirectories(path.directory, mode: Self.directoryMode)
        switch entry.kind {
        case .directory: try FileSystem.makeDirectories(path, mode: Self.directoryMode)
        case .symbolicLink: skipLink(entry, path)
        case .hardLink:
            // What it is a name of lies outside.
            warn("warning: file \(path.bytes.goQuotedText) is outside target destination, skipping")
            hasOmissions = true
        default:
            file = OpenFile(path, try FileDescriptor(opening: path, O_RDWR | O_CREAT | O_TRUNC, mode: Self.fileMode))
        }
    }

    /// A file below the destination.
    private mutating func place(_ entry: TarEntry, at relative: BytePath, _ path: BytePath) throws(SystemError) {
        let directory = try openDirectory()
        try directory.makeDirectories(relative.directory, mode: Self.directoryMode)
        switch entry.kind {
        case .directory: try directory.makeDirectories(relative, mode: Self.directoryMode)
        case .symbolicLink: skipLink(entry, path)
        case .hardLink: try link(entry, in: directory, at: relative, path)
        default: file = OpenFile(path, try directory.createFile(relative, mode: Self.fileMode))
        }
    }

    private mutating func openDirectory() throws(SystemError) -> ConfinedDirectory {
        if let directory { return directory }
        try FileSystem.makeDirectories(destination, mode: Self.directoryMode)
        let opened = try ConfinedDirectory(opening: destination)
        directory = opened
        return opened
    }

    private mutating func skipLink(_ entry: TarEntry, _ path: BytePath) {
        var text = "warning: skipping symlink: \(path.bytes.goQuotedText) -> \(entry.linkName.goQuotedText)"
        if !hasExplainedLinks {
            let location = source.location
            text +=
                " (consider using \"\(source.programName) exec -n \(location.namespace.goQuoted) \(location.pod.goQuoted)"
            text += " -- tar cf - \(location.path.bytes.goQuotedText) | tar xf -\")"
        }
        hasExplainedLinks = true
        warn(text)
    }

    /// Another name of a file that came before; kubectl makes an empty file of it.
    private mutating func link(
        _ entry: TarEntry, in directory: ConfinedDirectory, at relative: BytePath, _ path: BytePath
    ) throws(SystemError) {
        let target = self.path(of: entry.linkName)
        guard let target, CopyPaths.isInside(target, destination), let old = target.relative(to: destination),
            old.text != "."
        else { throw SystemError(operation: "link", path: path.text, code: EXDEV) }
        try directory.linkFile(old, to: relative, mode: Self.fileMode)
    }
}
