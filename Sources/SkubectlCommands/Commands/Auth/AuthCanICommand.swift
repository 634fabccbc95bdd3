import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Implements `skubectl auth can-i`, which asks the server whether the user may do something, or for all the user may.
struct AuthCanICommand: Command {
    static let allNamespacesFlag = Flag(
        "all-namespaces", short: "A", default: false, help: "Ask about all namespaces at once.")
    static let listFlag = Flag("list", default: false, help: "List all that is allowed.")
    static let noHeadersFlag = Flag(
        "no-headers", default: false, help: "Leave out the line with the columns' names of a list.")
    static let quietFlag = Flag(
        "quiet", short: "q", default: false, help: "Print nothing; the exit code is the answer.")
    static let subresourceFlag = Flag(
        "subresource", default: "", help: "Ask about a part of the resource, such as log or scale.")

    static let spec = CommandSpec(
        name: "can-i", usage: "VERB [TYPE | TYPE/NAME | NONRESOURCEURL]",
        summary: "Check whether an action is allowed",
        description: [
            "Ask the server whether the user may do something; the exit code is 0 for yes and 1 for no.",
            """
            VERB is a verb of the API such as get, list, watch, create or delete, TYPE a resource, NAME the name of one \
            object, and NONRESOURCEURL a path that begins with a slash. Ask for others with --as.
            """,
        ],
        examples: [
            CommandExample("May I create pods in every namespace?", "skubectl auth can-i create pods -A"),
            CommandExample("May I read the logs of pods?", "skubectl auth can-i get pods --subresource=log"),
            CommandExample("May I read the metrics of the server?", "skubectl auth can-i get /metrics"),
            CommandExample("What may I do in a namespace?", "skubectl auth can-i --list -n web"),
        ],
        flags: [allNamespacesFlag, listFlag, noHeadersFlag, quietFlag, subresourceFlag]
    )

    /// What is asked.
    enum Question {
        case list
        case resource(verb: String, type: String, name: String)
        case path(verb: String, String)
    }

    let question: Question
    let allNamespaces: Bool
    let isQuiet: Bool
    let showsHeaders: Bool
    let subresource: String

    init(_ arguments: ParsedArguments) throws(UsageError) {
        allNamespaces = arguments[Self.allNamespacesFlag]
        isQuiet = arguments[Self.quietFlag]
        showsHeaders = !arguments[Self.noHeadersFlag]
        subresource = arguments[Self.subresourceFlag]
        let words = arguments.positionals
        guard !arguments[Self.listFlag] else {
            guard words.isEmpty else { throw Self.refusal("list option must be specified with no arguments") }
            guard !isQuiet, !allNamespaces, subresource.isEmpty else {
                throw Self.refusal(
                    "list option can't be specified with neither quiet, all-namespaces nor subresource options")
            }
            question = .list
            return
        }
        guard words.count == 2 else {
            throw Self.refusal(
                "you must specify two arguments: verb resource or verb resource/resourceName.\n"
                    + "See 'kubectl auth can-i -h' for help and examples.")
        }
        if words[1].hasPrefix("/") {
            question = .path(verb: words[0], words[1])
        } else {
            let parts = words[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            question = .resource(verb: words[0], type: parts[0], name: parts.count == 2 ? parts[1] : "")
        }
    }

    private static func refusal(_ sentence: String) -> UsageError { .invalid(sentence, hint: .none) }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let review = AccessReview(cluster: cluster, warnings: context.warnings)
        let attributes: (key: String, fields: JSONValue)
        switch question {
        case .list: return try await list(review, context)
        case .path(let verb, let path):
            guard subresource.isEmpty else {
                throw CommandError.failed("--subresource can not be used with NonResourceURL")
            }
            attributes = ("nonResourceAttributes", review.attributes(of: path, verb: verb))
        case .resource(let verb, let type, let name):
            let subject = AccessReview.Subject(
                verb: verb, type: type, name: name, subresource: subresource,
                namespace: allNamespaces ? nil : cluster.namespace)
            attributes = ("resourceAttributes", try await review.attributes(of: subject))
        }
        guard showsHeaders else { throw CommandError.failed("--no-headers cannot be set without --list specified") }
        let answer = try await review.ask(about: attributes.fields, as: attributes.key)
        if !isQuiet { context.console.write(TerminalText.escaped(answer.text) + "\n") }
        if !answer.isAllowed { throw CommandError.silent(exitCode: 1) }
    }

    private func list(_ review: AccessReview, _ context: CommandContext) async throws {
        let status = try await review.rules()
        if status["incomplete"]?.bool ?? false {
            context.warnings.tell("the list may be incomplete: \(status["evaluationError"]?.string ?? "")")
        }
        let rules = try ["resourceRules", "nonResourceRules"].flatMap { key in
            try (status[key]?.array ?? []).map { try $0.decoded(as: PolicyRule.self) }
        }
        var stream = ConsoleStream(console: context.console)
        PolicyRuleTable.write(PolicyRule.compacted(rules), showsHeaders: showsHeaders, into: &stream)
    }
}
