import SystemIO

/// Two folders with a file for each object: as it is, and as it would be.
///
/// They are removed whatever happens.
struct DiffFolders: Sendable {
    let live: String
    let merged: String
    private let forget: @Sendable () -> Void

    /// Makes the folders where temporary files belong (`TMPDIR`, else /tmp), for the user alone.
    init(environment: EnvironmentVariables) throws(SystemError) {
        let parent = environment.temporaryDirectory
        let live = try FileSystem.makeTemporaryDirectory(in: parent, prefix: "LIVE-")
        let merged: String
        do throws(SystemError) { merged = try FileSystem.makeTemporaryDirectory(in: parent, prefix: "MERGED-") } catch {
            FileSystem.removeFolder(live)
            throw error
        }
        (self.live, self.merged) = (live, merged)
        forget = Interruption.beforeDeath {
            FileSystem.removeFolder(live)
            FileSystem.removeFolder(merged)
        }
    }

    /// Writes a file for the user alone.
    func write(_ bytes: [UInt8], named name: String, in folder: String) throws(SystemError) {
        try FileSystem.write(bytes, to: "\(folder)/\(name)", mode: 0o700)
    }

    func remove() {
        FileSystem.removeFolder(live)
        FileSystem.removeFolder(merged)
        forget()
    }
}

extension FileSystem {
    /// Removes a folder with the files in it; what cannot be removed stays, as there is nobody to tell.
    fileprivate static func removeFolder(_ path: String) {
        for name in (try? list(path)) ?? [] {  // As above.
            try? remove("\(path)/\(name)")  // As above.
        }
        try? remove(path)  // As above.
    }
}
