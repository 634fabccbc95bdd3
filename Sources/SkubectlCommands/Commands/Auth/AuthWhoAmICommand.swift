import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl auth whoami`, which tells who the server takes the user for.
struct AuthWhoAmICommand: Command {
    static let spec = CommandSpec(
        name: "whoami", usage: "", summary: "Experimental: Check self subject attributes",
        description: "Show the user's name and groups as the server knows them, whatever way the user was recognized.",
        examples: [
            CommandExample("Show who I am", "skubectl auth whoami"),
            CommandExample("Show it as JSON", "skubectl auth whoami -o json"),
        ],
        flags: ResultPrinter.flags)

    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        result = ResultPrinter(arguments)
    }

    func run(in context: CommandContext) async throws {
        // For kubectl a template alone asks for no form.
        var printer = result.wasSet ? try result.printer(ResultPrinter.Options(sortsKeys: false), in: context) : nil
        let review = try await review(try await context.cluster().client)
        var stream = ConsoleStream(console: context.console)
        if printer == nil { return UserAttributes.write(review["status"]?["userInfo"] ?? [:], into: &stream) }
        try printer?.print(review, into: &stream)
    }

    /// Asks in the newest version of the API that the server has.
    private func review(_ client: APIClient) async throws -> JSONValue {
        for version in ["v1", "v1beta1", "v1alpha1"] {
            if let review = try await review(client, version: version) { return review }
        }
        throw CommandError.failed("the selfsubjectreviews API is not enabled in the cluster")
    }

    /// Asks in one version; nil where the server does not have it.
    private func review(_ client: APIClient, version: String) async throws -> JSONValue? {
        let resource = GroupVersionResource(
            group: "authentication.k8s.io", version: version, resource: "selfsubjectreviews")
        let object: JSONValue = [
            "apiVersion": .string(resource.groupVersion.apiVersion), "kind": "SelfSubjectReview",
        ]
        do throws(ClientError) {
            return try await client.json(.create(object, in: ResourceLocation(resource)))
        } catch {
            guard case .status(let status) = error else { throw error }
            if status.isNotFound { return nil }
            guard status.isForbidden else { throw error }
            throw CommandError.failed(
                "the selfsubjectreviews API is not enabled in the cluster or you do not have permission to call it")
        }
    }
}
