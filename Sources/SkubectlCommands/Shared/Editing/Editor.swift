import StdlibExtensions
import SystemIO

/// The program in which the user edits files: that of `KUBE_EDITOR`, else that of `EDITOR`, else vi.
struct Editor: Sendable, Hashable {
    private static let usual = "vi"
    private static let usualShell = "/bin/bash"

    /// The program and its arguments, but for the file.
    let words: [String]
    /// Whether the last word is a command line for a shell, to which the file is added.
    let usesShell: Bool
    private let environment: EnvironmentVariables

    /// Takes a variable with spaces apart; one with quotes or backslashes, too, is left to the user's shell.
    init(environment: EnvironmentVariables) {
        self.environment = environment
        let line = environment.nonEmpty("KUBE_EDITOR") ?? environment.nonEmpty("EDITOR") ?? Self.usual
        let isQuoted = line.utf8.contains { "\"'\\".utf8.contains($0) }
        usesShell = isQuoted && line.utf8.contains(UInt8(ascii: " "))
        words =
            usesShell
            ? [environment.nonEmpty("SHELL") ?? Self.usualShell, "-c", line]
            : line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }

    /// The words of the process that edits a file.
    func arguments(for path: String) -> [String] {
        guard usesShell, let line = words.last else { return words + [path] }
        return words.dropLast() + ["\(line) \(path.goQuoted)"]
    }

    /// Has the user edit a file, on the terminal of this process, and waits for the end of it.
    func edit(_ path: String) async throws {
        let path = PathText.absolute(path, below: try FileSystem.currentDirectory())
        guard let name = words.first, !name.isEmpty else { throw EditError.editorFailed(words) }
        guard let program = ExecutableSearch.path(of: name, searchPath: environment["PATH"] ?? "")
        else { throw EditError.editorNotFound(words) }
        let process = ChildProcess(path: program, arguments: arguments(for: path), environment: environment)
        let exit: ChildProcess.Exit
        do throws(SystemError) { exit = try await process.runOnTerminal() } catch {
            // kubectl does not tell why either.
            throw EditError.editorFailed(words)
        }
        if exit != .code(0) { throw EditError.editorFailed(words) }
    }
}
