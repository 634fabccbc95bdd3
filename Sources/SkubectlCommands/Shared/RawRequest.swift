import CommandLineKit
import KubeClient
import StdlibExtensions
import SystemIO

/// A request to the path of `--raw`, with the file of `-f` as its body; the answer is shown as it is.
struct RawRequest: Sendable {
    private let path: String
    private let file: String?

    /// Refuses what cannot stand beside a path, and what is none; nil without a path.
    init?(path: String, selection: ResourceSelection, hasOutput: Bool) throws(UsageError) {
        if path.isEmpty { return nil }
        if selection.filenames.count > 1 {
            throw .invalid("--raw can only use a single local file or stdin", hint: .none)
        }
        if let name = selection.filenames.first, name.hasPrefix("http://") || name.hasPrefix("https://") {
            throw .invalid("--raw cannot read from a url", hint: .none)
        }
        if selection.isRecursive { throw .invalid("--raw and --recursive are mutually exclusive", hint: .none) }
        if hasOutput { throw .invalid("--raw and --output are mutually exclusive", hint: .none) }
        if let problem = RawPath.problem(of: path) {
            throw .invalid("--raw must be a valid URL path: parse \(path.goQuoted): \(problem)", hint: .none)
        }
        self.path = path
        file = selection.filenames.first
    }

    /// Sends it and shows the answer.
    func send(_ method: String, in context: CommandContext) async throws {
        var request = APIRequest(method, rawTarget: path)
        if let file {
            request.body = file == "-" ? try context.console.readInput(limit: .max) : try FileSystem.read(file)
            request.contentType = APIRequest.acceptJSON
        }
        context.console.write(try await context.cluster().client.bytes(request))
    }
}
