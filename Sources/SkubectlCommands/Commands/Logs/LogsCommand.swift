import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// Implements `skubectl logs`, which prints what containers have written.
struct LogsCommand: Command {
    static let allContainersFlag = Flag(
        "all-containers", default: false, help: "The logs of all containers of the pods.")
    static let allPodsFlag = Flag("all-pods", default: false, help: "The logs of all pods, each line with its prefix.")
    static let containerFlag = Flag("container", short: "c", default: "", help: "The logs of this container.")
        .completing(.dynamic(.containers))
    static let followFlag = Flag(
        "follow", short: "f", default: false, help: "Go on with new lines as they are written.")
    static let ignoreErrorsFlag = Flag(
        "ignore-errors", default: false, help: "Go on with the other logs where one cannot be read.")
    static let insecureBackendFlag = Flag(
        "insecure-skip-tls-verify-backend", default: false,
        help: "Do not have the kubelet's certificate verified. Whoever sits between can then forge the log.")
    static let limitBytesFlag = Flag(
        "limit-bytes", default: Int64(0), help: "At most this many bytes; 0 is without limit.")
    static let maxRequestsFlag = Flag(
        "max-log-requests", default: 5, help: "The most logs that may be followed at once.")
    static let podRunningTimeoutFlag = Flag(
        "pod-running-timeout", default: Duration.seconds(20),
        help: "How long to wait until there is a pod (like 5s, 2m, or 3h, higher than zero).")
    static let prefixFlag = Flag("prefix", default: false, help: "Put the names of pod and container before each line.")
    static let previousFlag = Flag(
        "previous", short: "p", default: false, help: "The log of the container's instance before this one.")
    static let sinceFlag = Flag(
        "since", default: Duration.zero, help: "Only lines newer than this, like 5s, 2m, or 3h.")
    static let sinceTimeFlag = Flag("since-time", default: "", help: "Only lines written after this time (RFC 3339).")
    static let tailFlag = Flag(
        "tail", default: Int64(-1), help: "Only this many of the last lines; -1 for all, which with a selector are 10.")
    static let timestampsFlag = Flag("timestamps", default: false, help: "Put the time before each line.")

    static let spec = CommandSpec(
        name: "logs", usage: "[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]",
        summary: "Print the logs for a container in a pod",
        description: [
            "Print what a container has written to its standard output and standard error.",
            """
            A pod with one container needs no container's name. In place of a pod, a deployment, a job or another \
            resource that has pods can be named.
            """,
        ],
        examples: [
            CommandExample("Print the log of a pod with one container", "skubectl logs web"),
            CommandExample("Print the log of one container", "skubectl logs web -c proxy"),
            CommandExample("Follow the logs of all pods with a label", "skubectl logs -f -l app=web --prefix"),
            CommandExample("Print the last 20 lines of the instance before", "skubectl logs web --previous --tail=20"),
        ],
        flags: [
            allContainersFlag, allPodsFlag, containerFlag, followFlag, ignoreErrorsFlag, insecureBackendFlag,
            limitBytesFlag, maxRequestsFlag, podRunningTimeoutFlag, prefixFlag, previousFlag, sinceFlag, sinceTimeFlag,
            tailFlag, timestampsFlag, ResourceSelection.selectorFlag,
        ]
    ).grouped(under: .troubleshooting).completing(.dynamic(.pods))

    /// Which pods are meant: a name, a type and a name, or a selector.
    let target: String
    let selector: String
    /// Empty for the default container.
    let container: String
    let allContainers: Bool
    let allPods: Bool
    let follows: Bool
    let ignoresErrors: Bool
    let hasPrefix: Bool
    let maximumRequests: Int
    let podTimeout: Duration
    /// The query of every request for a log, but for the container.
    let parameters: [APIRequest.Parameter]
    let hasTimestamps: Bool
    let showsPrevious: Bool
    /// Nil for all there is.
    let limitBytes: Int?
    /// Whether not all from the beginning on is asked for.
    let skipsBeginning: Bool
    /// What is wrong with the flags, told once the pods are there.
    let mistake: UsageError?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = arguments.positionals
        selector = arguments[ResourceSelection.selectorFlag]
        target = try Self.target(words, selector: selector)
        container = words.count == 2 ? words[1] : arguments[Self.containerFlag]
        allContainers = arguments[Self.allContainersFlag]
        allPods = arguments[Self.allPodsFlag]
        follows = arguments[Self.followFlag]
        ignoresErrors = arguments[Self.ignoreErrorsFlag]
        hasPrefix = arguments[Self.prefixFlag] || allPods
        maximumRequests = arguments[Self.maxRequestsFlag]
        podTimeout = arguments[Self.podRunningTimeoutFlag]
        guard podTimeout > .zero else {
            throw .invalid("--pod-running-timeout must be higher than zero", hint: .none)
        }
        parameters = try Self.parameters(arguments)
        hasTimestamps = arguments[Self.timestampsFlag]
        showsPrevious = arguments[Self.previousFlag]
        limitBytes = arguments[Self.limitBytesFlag] > 0 ? Int(arguments[Self.limitBytesFlag]) : nil
        skipsBeginning = parameters.contains { ["tailLines", "sinceSeconds", "sinceTime"].contains($0.name) }
        mistake = Self.mistake(arguments, container: container)
    }

    /// What is wrong with the flags that kubectl looks at only once it has the pods; nil for nothing.
    private static func mistake(_ arguments: ParsedArguments, container: String) -> UsageError? {
        func refusal(_ sentence: String) -> UsageError { .invalid(sentence, hint: .none) }
        if !arguments[sinceTimeFlag].isEmpty, arguments[sinceFlag] != .zero {
            return refusal("at most one of `sinceTime` or `sinceSeconds` may be specified")
        }
        if arguments[allContainersFlag], !container.isEmpty {
            return refusal("--all-containers=true should not be specified with container name \(container)")
        }
        if arguments.wasSet(containerFlag), arguments.positionals.count == 2 {
            return refusal("only one of -c or an inline [CONTAINER] arg is allowed")
        }
        if arguments[limitBytesFlag] < 0 { return refusal("--limit-bytes must be greater than 0") }
        if arguments[sinceFlag] < .zero { return refusal("--since must be greater than 0") }
        if arguments[tailFlag] < -1 { return refusal("--tail must be greater than or equal to -1") }
        return nil
    }

    private static func target(_ words: [String], selector: String) throws(UsageError) -> String {
        let usage = """
            expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
            POD or TYPE/NAME is a required argument for the logs command
            """
        switch words.count {
        case 0 where selector.isEmpty: throw .invalid(usage, hint: .helpAndExamples)
        case 0: return ""
        case 1 where !selector.isEmpty:
            throw .invalid("only a selector (-l) or a POD name is allowed", hint: .helpAndExamples)
        case 1, 2: return words[0]
        default: throw .invalid(usage, hint: .helpAndExamples)
        }
    }

    /// The fields of `PodLogOptions` that are the same for every container.
    private static func parameters(_ arguments: ParsedArguments) throws(UsageError) -> [APIRequest.Parameter] {
        var parameters: [APIRequest.Parameter] = []
        func add(_ name: String, _ value: String) { parameters.append(APIRequest.Parameter(name, value)) }
        if arguments[followFlag] { add("follow", "true") }
        if arguments[insecureBackendFlag] { add("insecureSkipTLSVerifyBackend", "true") }
        if arguments[previousFlag] { add("previous", "true") }
        if arguments[timestampsFlag] { add("timestamps", "true") }
        let since = arguments[sinceFlag]
        let sinceTime = arguments[sinceTimeFlag]
        if !sinceTime.isEmpty {
            do throws(GoTimeError) {
                let time = try GoTime(rfc3339: sinceTime)
                add("sinceTime", Timestamp(seconds: time.secondsSinceEpoch, nanoseconds: time.nanoseconds).rfc3339)
            } catch {
                throw .invalid(error.message(parsing: sinceTime), hint: .none)
            }
        }
        let limit = arguments[limitBytesFlag]
        if limit > 0 { add("limitBytes", String(limit)) }
        if since != .zero { add("sinceSeconds", String(Self.roundedSeconds(since))) }
        let tail = arguments[tailFlag]
        if tail != -1 {
            add("tailLines", String(tail))
        } else if !arguments[ResourceSelection.selectorFlag].isEmpty, !arguments.wasSet(tailFlag) {
            add("tailLines", "10")
        }
        return parameters
    }

    /// The query of the requests of who follows a log: with the times, by which a place in the log is found again.
    var followParameters: [APIRequest.Parameter] {
        // The server would count the times, too.
        let parameters = parameters.filter { $0.name != "limitBytes" }
        return hasTimestamps ? parameters : parameters + [APIRequest.Parameter("timestamps", "true")]
    }

    /// To the nearest second, halves away from zero, as Go's `Duration.Round`.
    private static func roundedSeconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return attoseconds >= 500_000_000_000_000_000 ? seconds + 1 : seconds
    }

    func run(in context: CommandContext) async throws {
        let cluster = try await context.cluster()
        let sources = try await LogSources(command: self, cluster: cluster, context: context).find()
        if follows, sources.count > 1, sources.count > maximumRequests {
            throw CommandError.failed(
                "you are attempting to follow \(sources.count) log streams, but maximum allowed concurrency is "
                    + "\(maximumRequests), use --max-log-requests to increase the limit")
        }
        let output = LogOutput(command: self, cluster: cluster, context: context)
        if follows, sources.count > 1 {
            try await output.followTogether(sources)
        } else {
            for source in sources { try await output.print(source) }
        }
    }
}
