import SystemIO
import TarArchive

/// Why files could not be copied.
enum CopyError: Error, Hashable {
    /// Not two arguments.
    case wrongArgumentCount
    /// An argument that is no location.
    case malformedLocation
    case emptyPath
    case noLocalSide
    case noRemoteSide
    case missingSource(BytePath)
    /// Whether the destination is a directory could not be found out in time.
    case deadlineExceeded
    /// A name in the archive that is not below what was asked for.
    case foreignName
    /// A socket, of which there is no form in an archive.
    case socket
    case archive(TarError)
    /// A file of this machine; its name may come from a container.
    case file(SystemError)
    /// The process in the container did not take all that was sent.
    case unreadInput
}
