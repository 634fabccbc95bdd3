import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl create token`, which asks for a token of a service account.
struct CreateTokenCommand: Command {
    static let audienceFlag = Flag(
        "audience", default: [String](),
        help: "For whom the token is; without one for the API server. May be repeated."
    ).unsplit()
    static let boundKindFlag = Flag(
        "bound-object-kind", default: "",
        help: "Kind of an object with which the token ends: \"Node\", \"Pod\" or \"Secret\". Needs --bound-object-name."
    )
    static let boundNameFlag = Flag(
        "bound-object-name", default: "",
        help: "Name of the object with which the token ends. Needs --bound-object-kind.")
    static let boundUIDFlag = Flag(
        "bound-object-uid", default: "",
        help: "UID of that object, by default the one it has now. Needs --bound-object-kind and --bound-object-name.")
    static let durationFlag = Flag(
        "duration", default: Duration.zero,
        help: "For how long the token is to be good; 0 leaves it to the server, which may choose another time anyway.")
    static let spec = CommandSpec(
        name: "token", usage: "SERVICE_ACCOUNT_NAME", summary: "Request a service account token",
        description: "Ask for a token with which one acts as a service account.",
        examples: [
            CommandExample("Ask for a token of myapp", "skubectl create token myapp"),
            CommandExample("Ask in another namespace", "skubectl create token myapp --namespace myns"),
            CommandExample("Ask for a token for ten minutes", "skubectl create token myapp --duration 10m"),
            CommandExample("Ask for a token for others", "skubectl create token myapp --audience https://example.com"),
            CommandExample(
                "Ask for a token that ends with a secret",
                "skubectl create token myapp --bound-object-kind Secret --bound-object-name mysecret"),
        ],
        flags: [audienceFlag, boundKindFlag, boundNameFlag, boundUIDFlag, durationFlag] + ResultPrinter.flags)

    private static let boundKinds = ["Node", "Pod", "Secret"]

    let name: String
    let audiences: [String]
    let duration: Duration
    let boundKind: String
    let boundName: String
    let boundUID: String
    let result: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        name = try Generation.name(arguments)
        audiences = arguments[Self.audienceFlag]
        duration = arguments[Self.durationFlag]
        boundKind = arguments[Self.boundKindFlag]
        boundName = arguments[Self.boundNameFlag]
        boundUID = arguments[Self.boundUIDFlag]
        result = ResultPrinter(arguments)
        if let fault { throw .invalid(fault, hint: .none) }
    }

    private var fault: String? {
        if name.isEmpty { return "service account name is required" }
        if duration < .zero { return "--duration must be greater than or equal to 0" }
        guard duration == .seconds(duration.components.seconds) else {
            return "--duration cannot be expressed in units less than seconds"
        }
        if audiences.contains("") { return "--audience must not be an empty string" }
        guard !boundKind.isEmpty else {
            if !boundName.isEmpty { return "--bound-object-name can only be set if --bound-object-kind is provided" }
            if !boundUID.isEmpty { return "--bound-object-uid can only be set if --bound-object-kind is provided" }
            return nil
        }
        guard Self.boundKinds.contains(boundKind) else {
            return "supported --bound-object-kind values are \(Self.boundKinds.joined(separator: ", "))"
        }
        return boundName.isEmpty ? "--bound-object-name is required if --bound-object-kind is provided" : nil
    }

    func run(in context: CommandContext) async throws {
        var printer = try result.printer(
            ResultPrinter.Options(operation: "created", sortsKeys: false), in: context)
        let cluster = try await context.cluster()
        let location = ResourceLocation(
            GroupVersionResource(group: "", version: "v1", resource: "serviceaccounts"), namespace: cluster.namespace,
            name: name, subresource: "token")
        let response: JSONValue
        do throws(ClientError) {
            response = try await cluster.client.json(.create(request, in: location), numbers: .normalizedAsGo)
        } catch {
            throw CommandError.refusedObject(prefix: "failed to create token: ", error)
        }
        guard let token = response["status"]?["token"]?.string, !token.isEmpty else {
            throw CommandError.failed("failed to create token: no token in server response")
        }
        guard !result.wasSet else {
            var stream = ConsoleStream(console: context.console)
            return try printer.print(ObjectCreation.typed(response), into: &stream)
        }
        context.console.write(token + (context.console.terminal.outputIsTerminal ? "\n" : ""))
    }

    private var request: JSONValue {
        let seconds = duration.components.seconds
        let bound = JSONValue.fields([
            "kind": .text(boundKind), "apiVersion": "v1", "name": .text(boundName), "uid": .text(boundUID),
        ])
        return [
            "kind": "TokenRequest", "apiVersion": "authentication.k8s.io/v1", "metadata": [:],
            "spec": [
                "audiences": audiences.isEmpty ? .null : .array(audiences.map(JSONValue.string)),
                "expirationSeconds": seconds > 0 ? .number(JSONNumber(seconds)) : .null,
                "boundObjectRef": boundKind.isEmpty ? .null : bound,
            ],
            "status": ["token": "", "expirationTimestamp": .null],
        ]
    }
}
