import CommandLineKit
import JSONModel
import KubeClient
import Renderers
import SystemIO
import YAMLCodec

/// Implements `skubectl version`, which tells the versions of the client and of the server.
struct VersionCommand: Command {
    static let clientFlag = Flag("client", default: false, help: "Tell only the client's version; no server is asked.")
    static let outputFlag = Flag("output", short: "o", default: "", help: "Output format: 'yaml' or 'json'.")
    static let spec = CommandSpec(
        name: "version", usage: "[flags]", summary: "Print the client and server version information",
        description: "Print the versions of the client and of the server that the current context leads to.",
        examples: [CommandExample("Print both versions", "skubectl version")],
        flags: [clientFlag, outputFlag]
    )

    let clientOnly: Bool
    let output: Output

    enum Output: String {
        case text = ""
        case json
        case yaml
    }

    init(_ arguments: ParsedArguments) throws(UsageError) {
        clientOnly = arguments[Self.clientFlag]
        // kubectl looks at further words only where it is about to ask a server.
        if !clientOnly, !arguments.positionals.isEmpty {
            throw .invalid("extra arguments: [\(arguments.positionals.joined(separator: " "))]", hint: .none)
        }
        guard let output = Output(rawValue: arguments[Self.outputFlag]) else {
            throw .invalid("--output must be 'yaml' or 'json'", hint: .none)
        }
        self.output = output
    }

    func run(in context: CommandContext) async throws {
        var server: JSONValue?
        var failure: (any Error)?
        if !clientOnly {
            // kubectl tells its own version also where the server's cannot be had.
            let request = APIRequest(path: "/version")
            do {
                server = try await context.client().json(request)
            } catch ClientError.status(let status) {
                failure = ClientError.status(status.unstructured(for: request))
            } catch let error as ClientError {
                failure = error
            }
        }
        try print(server, to: context)
        if let server, let skew = Self.skew(server) {
            // Among the warnings that are errors kubectl does not count this one.
            if context.global.warningsAreErrors { throw CommandError.failed(skew) }
            context.warn(skew)
        }
        if let failure { throw failure }
    }

    private func print(_ server: JSONValue?, to context: CommandContext) throws {
        switch output {
        case .text:
            context.console.write("Client Version: \(ProductVersion.gitVersion)\n")
            context.console.write("Kustomize Version: \(ProductVersion.kustomize)\n")
            if let version = server?["gitVersion"]?.string {
                context.console.write("Server Version: \(TerminalText.escaped(version))\n")
            }
        case .json:
            context.console.write(JSONWriter.text(document(server), style: JSONStyle(indentation: 2)) + "\n")
        case .yaml:
            context.console.write(try YAMLEmitter.bytes(document(server)))
            context.console.write("\n")
        }
    }

    private func document(_ server: JSONValue?) -> JSONValue {
        let parts = ProductVersion.kubernetes.split(separator: ".").map(String.init)
        var document: JSONValue = [
            "clientVersion": [
                "major": .string(parts[0]), "minor": .string(parts[1]),
                "gitVersion": .string(ProductVersion.gitVersion),
                "gitCommit": "", "gitTreeState": "", "buildDate": "1970-01-01T00:00:00Z", "goVersion": "",
                "compiler": "swift", "platform": .string(ProductVersion.platform),
            ],
            "kustomizeVersion": .string(ProductVersion.kustomize),
        ]
        document["serverVersion"] = server.map(Self.serverDocument)
        return document
    }

    /// The fields of a server's version that kubectl shows, in its order.
    private static func serverDocument(_ server: JSONValue) -> JSONValue {
        let optional = ["emulationMajor", "emulationMinor", "minCompatibilityMajor", "minCompatibilityMinor"]
        let names =
            ["major", "minor"] + optional
            + ["gitVersion", "gitCommit", "gitTreeState", "buildDate", "goVersion", "compiler", "platform"]
        var document = JSONObject()
        for name in names {
            let text = server[name]?.string ?? ""
            if !text.isEmpty || !optional.contains(name) { document[name] = .string(text) }
        }
        return .object(document)
    }

    /// What is wrong with the distance between the versions; nil where they fit.
    private static func skew(_ server: JSONValue) -> String? {
        guard let serverVersion = majorAndMinor(server["gitVersion"]?.string ?? ""),
            let client = majorAndMinor(ProductVersion.gitVersion)
        else { return nil }
        guard client.major != serverVersion.major || abs(client.minor - serverVersion.minor) > 1 else { return nil }
        return "version difference between client (\(client.major).\(client.minor)) and server "
            + "(\(serverVersion.major).\(serverVersion.minor)) exceeds the supported minor version skew of +/-1"
    }

    private static func majorAndMinor(_ version: String) -> (major: Int, minor: Int)? {
        let parts = version.drop { $0 == "v" }.split(separator: ".", maxSplits: 2)
        guard parts.count >= 2, let major = Int(parts[0]), let minor = Int(parts[1]) else { return nil }
        return (major, minor)
    }
}
