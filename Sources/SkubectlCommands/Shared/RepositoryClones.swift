import Kustomize
import SystemIO

/// Clones repositories with the git program into directories of their own, which are removed at the end.
///
/// git is run without a shell and without a terminal to ask on; each call ends after the repository's timeout.
final class RepositoryClones {
    private let environment: EnvironmentVariables
    private var directories: [String] = []

    init(environment: EnvironmentVariables) {
        self.environment = environment
    }

    /// The directory a repository was cloned to, without links.
    func clone(_ repository: RepositoryReference) async throws(FetchFault) -> String {
        guard let git = ExecutableSearch.path(of: "git", searchPath: environment["PATH"] ?? "") else { throw .noGit }
        guard !repository.reference.hasPrefix("-") else { throw .hostileReference(repository.reference) }
        let directory: String
        do throws(SystemError) {
            let made = try FileSystem.makeTemporaryDirectory(in: environment.temporaryDirectory, prefix: "kustomize-")
            directory = try FileSystem.resolvingLinks(made)
        } catch {
            throw .system(error)
        }
        directories.append(directory)
        let reference = repository.reference.isEmpty ? "HEAD" : repository.reference
        var calls = [
            ["init"], ["remote", "add", "origin", repository.url], ["fetch", "--depth=1", repository.url, reference],
            ["checkout", "FETCH_HEAD"],
        ]
        if repository.hasSubmodules { calls.append(["submodule", "update", "--init", "--recursive"]) }
        for arguments in calls {
            try await run(git, arguments, in: directory, timeout: repository.timeout)
        }
        return directory
    }

    private func run(
        _ git: String, _ arguments: [String], in directory: String, timeout: Duration
    ) async throws(FetchFault) {
        var environment = environment
        environment["GIT_TERMINAL_PROMPT"] = "0"
        var process = ChildProcess(
            path: git, arguments: [git, "-C", directory] + arguments, environment: environment)
        process.mergesError = true
        process.timeout = timeout
        let command = ([git] + arguments).joined(separator: " ")
        let result: ChildProcess.Result
        do throws(SystemError) { result = try await process.run(outputLimit: 1 << 20) } catch { throw .system(error) }
        if result.isTimeout { throw .timeout(timeout, command: command) }
        switch result.exit {
        case .code(0): return
        case .code(let code): throw fault(command, result.output, "exit status \(code)")
        case .signal(let signal): throw fault(command, result.output, "signal: \(signal)")
        }
    }

    private func fault(_ command: String, _ output: [UInt8], _ exit: String) -> FetchFault {
        .git(command: command, output: String(decoding: output, as: UTF8.self), exit: exit)
    }

    /// Removes all clones.
    func remove() {
        // What cannot be removed stays behind in the directory for temporary files.
        for directory in directories { try? FileSystem.removeTree(directory) }
        directories = []
    }
}
