import SystemIO

@testable import Kustomize

/// Files in memory, for builds in tests.
struct MemorySources: KustomizationSources {
    let files: [String: String]
    var remotes: [RemoteReference: Result<FetchedContent, FetchFault>] = [:]

    let currentDirectory = "/work"

    func read(_ path: String) throws(SystemError) -> [UInt8] {
        guard let text = files[path] else { throw SystemError(operation: "open", path: path, code: 2) }
        return Array(text.utf8)
    }

    func resolvingLinks(_ path: String) throws(SystemError) -> String {
        guard files[path] != nil || isDirectory(path) else {
            throw SystemError(operation: "lstat", path: path, code: 2)
        }
        return path
    }

    func isDirectory(_ path: String) -> Bool {
        files.keys.contains { $0.hasPrefix(path == "/" ? path : path + "/") }
    }

    func fetched(_ remote: RemoteReference) -> Result<FetchedContent, FetchFault>? { remotes[remote] }

    /// The YAML of a build of `/work`, or why there is none.
    func build(options: BuildOptions = BuildOptions()) -> Result<String, KustomizeError> {
        KustomizationBuild.run(".", sources: self, options: options).result.map { outputs in
            outputs.map { String(decoding: $0.yaml, as: UTF8.self) }.joined(separator: "---\n")
        }
    }
}
