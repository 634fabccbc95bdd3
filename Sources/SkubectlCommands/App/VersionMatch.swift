import JSONModel
import KubeClient
import StdlibExtensions

/// The check of `--match-server-version`, which keeps a command from a server of another version.
enum VersionMatch {
    /// Throws kubectl's error where the server is of another version than the kubectl whose behaviour is followed.
    static func check(_ client: APIClient) async throws {
        let server = try await client.json(APIRequest(path: "/version"))
        let ours: JSONValue = [
            "major": .string(String(ProductVersion.kubernetes.prefix { $0 != "." })),
            "minor": .string(
                String(ProductVersion.kubernetes.drop { $0 != "." }.dropFirst().prefix { $0 != "." })),
            "gitVersion": .string("v" + ProductVersion.kubernetes), "compiler": "swift",
            "platform": .string(ProductVersion.platform),
        ]
        guard server["gitVersion"]?.string != ours["gitVersion"]?.string else { return }
        throw CommandError.failed(
            "server version (&\(goSyntax(server))) differs from client version (\(goSyntax(ours)))")
    }

    /// A version as Go's `%#v` writes the type that holds it.
    private static func goSyntax(_ version: JSONValue) -> String {
        let fields: [(String, String)] = [
            ("Major", "major"), ("Minor", "minor"), ("EmulationMajor", "emulationMajor"),
            ("EmulationMinor", "emulationMinor"), ("MinCompatibilityMajor", "minCompatibilityMajor"),
            ("MinCompatibilityMinor", "minCompatibilityMinor"), ("GitVersion", "gitVersion"),
            ("GitCommit", "gitCommit"), ("GitTreeState", "gitTreeState"), ("BuildDate", "buildDate"),
            ("GoVersion", "goVersion"), ("Compiler", "compiler"), ("Platform", "platform"),
        ]
        let texts = fields.map { "\($0.0):\((version[$0.1]?.string ?? "").goQuoted)" }
        return "version.Info{\(texts.joined(separator: ", "))}"
    }
}
