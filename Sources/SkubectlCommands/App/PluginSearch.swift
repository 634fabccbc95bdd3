import CommandLineKit
import SystemIO

/// Where plug-ins are: programs on the PATH whose names begin with the program's.
struct PluginSearch {
    /// What the names of plug-ins begin with, without the dash.
    static let prefixes = ["kubectl", "skubectl"]

    private let searchPath: String
    /// The prefixes, with the name the program was called by first.
    let prefixes: [String]

    init(programName: String, environment: EnvironmentVariables) {
        searchPath = environment["PATH"] ?? ""
        prefixes = Self.prefixes.filter { $0 == programName } + Self.prefixes.filter { $0 != programName }
    }

    /// A plug-in that is called.
    struct Match: Hashable {
        let path: String
        let arguments: [String]
    }

    /// The plug-in with the longest name that the command line calls.
    func plugin(for call: PluginCall) -> Match? {
        for candidate in call.candidates {
            for prefix in prefixes {
                if let path = path(of: "\(prefix)-\(candidate.name)") {
                    return Match(path: path, arguments: candidate.arguments)
                }
            }
        }
        return nil
    }

    /// The program of that name.
    func path(of name: String) -> String? {
        // A name with a slash is a path, as for Go's `exec.LookPath`.
        if name.utf8.contains(UInt8(ascii: "/")) { return FileSystem.isExecutable(name) ? name : nil }
        return PathText.splitList(searchPath).lazy
            .map { PathText.join($0.isEmpty ? "." : $0, name) }.first(where: FileSystem.isExecutable)
    }

    /// A directory of the PATH: the plug-ins in it, or why it cannot be read.
    struct Directory {
        let path: String
        let plugins: Result<[String], SystemError>
    }

    /// The directories of the PATH, each once, with the paths of what could be plug-ins, executable or not.
    func directories() -> [Directory] {
        var directories: [Directory] = []
        for path in PathText.splitList(searchPath) where !path.allSatisfy(\.isWhitespace) {
            if directories.contains(where: { $0.path == path }) { continue }
            do throws(SystemError) {
                let names = try FileSystem.list(path).filter { name in
                    prefixes.contains { name.hasPrefix("\($0)-") } && !isDirectory(PathText.join(path, name))
                }
                directories.append(Directory(path: path, plugins: .success(names.map { PathText.join(path, $0) })))
            } catch {
                directories.append(Directory(path: path, plugins: .failure(error)))
            }
        }
        return directories
    }

    private func isDirectory(_ path: String) -> Bool {
        // What has gone since the directory was read is no directory.
        (try? FileSystem.linkStatus(path))?.kind == .directory
    }
}

/// What goes wrong with a plug-in.
enum PluginError: Error {
    /// It cannot be run. kubectl: `Error: exec format error`.
    case notRunnable(SystemError)
}
