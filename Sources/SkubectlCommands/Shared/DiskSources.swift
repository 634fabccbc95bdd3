import Kustomize
import SystemIO

/// The file system of this machine with what was fetched for a build.
struct DiskSources: KustomizationSources {
    let currentDirectory: String
    var fetched: [RemoteReference: Result<FetchedContent, FetchFault>] = [:]

    /// The largest file that is read, in bytes.
    private static let fileLimit = 1 << 30

    init() throws(SystemError) {
        currentDirectory = try FileSystem.currentDirectory()
    }

    func read(_ path: String) throws(SystemError) -> [UInt8] {
        try FileSystem.read(path, limit: Self.fileLimit)
    }

    func resolvingLinks(_ path: String) throws(SystemError) -> String {
        do throws(SystemError) {
            return try FileSystem.resolvingLinks(path)
        } catch {
            throw Self.firstFault(on: path) ?? error
        }
    }

    /// What is wrong with the first part of a path that cannot be looked at, as Go's `filepath.EvalSymlinks` tells it.
    private static func firstFault(on path: String) -> SystemError? {
        var part = ""
        for element in path.split(separator: "/") {
            part += "/\(element)"
            do throws(SystemError) { _ = try FileSystem.linkStatus(part) } catch { return error }
        }
        return nil
    }

    func isDirectory(_ path: String) -> Bool {
        // What cannot be looked at is no directory.
        (try? FileSystem.status(path).kind) == .directory
    }

    func fetched(_ remote: RemoteReference) -> Result<FetchedContent, FetchFault>? {
        fetched[remote]
    }
}
