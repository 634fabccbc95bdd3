import StdlibExtensions
import SystemIO

/// The program that compares folders: "diff", or that of `KUBECTL_EXTERNAL_DIFF`.
struct DiffProgram: Sendable {
    /// The program as the user names it.
    let name: String
    /// Its options.
    let options: [String]
    private let environment: EnvironmentVariables

    init(environment: EnvironmentVariables) {
        self.environment = environment
        let words = (environment["KUBECTL_EXTERNAL_DIFF"] ?? "")
            .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if words == [""] {
            (name, options) = ("diff", ["-u", "-N"])
        } else {
            (name, options) = (words[0], words.dropFirst().filter(Self.isOption))
        }
        isExternal = words != [""]
    }

    private let isExternal: Bool

    /// Letters, digits, dashes and equals signs; kubectl leaves other words out.
    private static func isOption(_ word: String) -> Bool {
        !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "="):
                    true
                default: false
                }
            }
    }

    /// The program's arguments; an own program has the folders before its options.
    func arguments(_ old: String, _ new: String) -> [String] {
        isExternal ? [old, new] + options : options + [old, new]
    }

    /// Runs the program on the standard streams and waits for it.
    func run(comparing old: String, with new: String) async throws -> ChildProcess.Exit {
        guard let path = ExecutableSearch.path(of: name, searchPath: environment["PATH"] ?? "") else {
            throw CommandError.failed(
                "failed to run \(name.goQuoted): executable file not found in $PATH")
        }
        var process = ChildProcess(path: path, arguments: [name] + arguments(old, new), environment: environment)
        process.inheritsOutput = true
        do {
            return try await process.run().exit
        } catch {
            throw CommandError.failed("failed to run \(name.goQuoted): \(error.goText)")
        }
    }
}
