package import SystemIO

/// Where a build reads from: a file system, and what has been fetched from elsewhere.
package protocol KustomizationSources {
    /// The directory relative paths start from.
    var currentDirectory: String { get }

    /// The contents of a file; errors are those of Go's `os.ReadFile`.
    func read(_ path: String) throws(SystemError) -> [UInt8]

    /// An absolute path without links in it; errors name the part that is missing (Go's `filepath.EvalSymlinks`).
    func resolvingLinks(_ path: String) throws(SystemError) -> String

    func isDirectory(_ path: String) -> Bool

    /// What a remote thing was found to be; nil as long as nobody has asked for it.
    func fetched(_ remote: RemoteReference) -> Result<FetchedContent, FetchFault>?
}

/// Something that is not in the file system.
package enum RemoteReference: Hashable, Sendable {
    /// A file at an HTTP or HTTPS URL.
    case document(url: String)
    case repository(RepositoryReference)
}

/// What became of a remote reference.
package enum FetchedContent: Hashable, Sendable {
    case document([UInt8])
    /// The directory a repository was cloned to, without links in it.
    case directory(String)
}

/// Why a remote reference could not be had.
package enum FetchFault: Error, Hashable, Sendable {
    /// kubectl: `HTTP Error: status code 404 (Not Found)`.
    case status(Int, text: String)
    /// The request failed; the sentence is the transport's.
    case unreachable(String)
    /// kubectl: `no 'git' program on path: exec: "git": executable file not found in $PATH`.
    case noGit
    /// kubectl: `failed to run '/usr/bin/git fetch …': <output>: exit status 128`.
    case git(command: String, output: String, exit: String)
    /// kubectl: `hit 27s timeout running '/usr/bin/git fetch …'`.
    case timeout(Duration, command: String)
    /// A reference that git would take for an option.
    case hostileReference(String)
    case system(SystemError)
}
