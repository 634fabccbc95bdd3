import StdlibExtensions
import SystemIO
import TarArchive

extension CopyError {
    /// The words of kubectl, and of Go's archive/tar.
    var message: String {
        switch self {
        case .wrongArgumentCount: "source and destination are required"
        case .malformedLocation: "filespec must match the canonical format: [[namespace/]pod:]file/path"
        case .emptyPath: "filepath can not be empty"
        case .noLocalSide: "one of src or dest must be a local file specification"
        case .noRemoteSide: "one of src or dest must be a remote file specification"
        case .missingSource(let path): "\(path.text) doesn't exist in local filesystem"
        case .deadlineExceeded: "context deadline exceeded"
        case .foreignName: "tar contents corrupted"
        case .socket: "archive/tar: sockets not supported"
        case .archive(let error): error.message
        case .file(let error): error.goText.withVisibleControls
        case .unreadInput: "the process in the container ended before it had read all data"
        }
    }
}

extension TarError {
    var message: String {
        switch self {
        case .malformedHeader: "archive/tar: invalid tar header"
        case .fieldTooLong: "archive/tar: header field too long"
        case .sparseFile(let name): "sparse file in archive: \(name.goQuotedText)"
        case .truncated: "unexpected EOF"
        case .contentsTooLong: "archive/tar: write too long"
        case .contentsMissing(let count): "archive/tar: missed writing \(count) bytes"
        }
    }
}

extension String {
    /// The text with control characters as Go escapes them: names of files may come from a container.
    fileprivate var withVisibleControls: String {
        unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control
                ? String(String(scalar).goQuoted.dropFirst().dropLast()) : String(scalar)
        }.joined()
    }
}
