import CommandLineKit
import JSONModel
import KubeModel
import StdlibExtensions

/// The pod that `run` makes, and the service for it.
struct PodGeneration: Sendable {
    static let podKind = GeneratedKind("", "v1", "Pod", resource: "pods")
    static let annotationsFlag = Flag(
        "annotations", default: [String](), help: "Annotation of the pod, as key=value; may be repeated."
    ).unsplit()
    static let commandFlag = Flag(
        "command", default: false,
        help: "Take the words behind the name for the command instead of arguments of the image's own.")
    static let envFlag = Flag(
        "env", default: [String](), help: "Variable of the container, as key=value; may be repeated."
    ).unsplit()
    static let imageFlag = Flag("image", default: "", help: "Image to run.").required()
    static let imagePullPolicyFlag = Flag(
        "image-pull-policy", default: "",
        help: "When the image is pulled: \"Always\", \"IfNotPresent\" or \"Never\"; without it the server decides.")
    static let labelsFlag = Flag("labels", short: "l", default: "", help: "Labels of the pod, separated by commas.")
    static let leaveStdinOpenFlag = Flag(
        "leave-stdin-open", default: false, help: "Leave standard input open after the first attached client has gone.")
    static let portFlag = Flag("port", default: "", help: "Port of the container.")
    static let privilegedFlag = Flag("privileged", default: false, help: "Run the container with all rights.")
    static let restartFlag = Flag(
        "restart", default: "Always",
        help: "When the container is started again: \"Always\", \"OnFailure\" or \"Never\".")
    static let stdinFlag = Flag(
        "stdin", short: "i", default: false, help: "Keep the container's standard input open.")
    static let ttyFlag = Flag("tty", short: "t", default: false, help: "Give the container a terminal.")
    static let flags: [any AnyFlag] = [
        annotationsFlag, commandFlag, envFlag, imageFlag, imagePullPolicyFlag, labelsFlag, leaveStdinOpenFlag, portFlag,
        privilegedFlag, restartFlag, stdinFlag, ttyFlag,
    ]

    let name: String
    let image: String
    /// What stands behind the name: arguments, or the command.
    let words: [String]
    let wordsAreCommand: Bool
    let annotations: [String]
    let variables: [String]
    let labels: String
    let port: String
    let pullPolicy: String
    let restartPolicy: String
    let isPrivileged: Bool
    let keepsInputOpen: Bool
    let leavesInputOpen: Bool
    let hasTerminal: Bool

    init(_ arguments: ParsedArguments, name: String) throws(UsageError) {
        self.name = name
        image = arguments[Self.imageFlag]
        words = Array(arguments.positionals.dropFirst())
        wordsAreCommand = arguments[Self.commandFlag]
        annotations = arguments[Self.annotationsFlag]
        variables = arguments[Self.envFlag]
        labels = arguments[Self.labelsFlag]
        port = arguments[Self.portFlag]
        pullPolicy = arguments[Self.imagePullPolicyFlag]
        restartPolicy = arguments[Self.restartFlag]
        isPrivileged = arguments[Self.privilegedFlag]
        keepsInputOpen = arguments[Self.stdinFlag]
        leavesInputOpen = arguments[Self.leaveStdinOpenFlag]
        hasTerminal = arguments[Self.ttyFlag]
        if image.isEmpty { throw .invalid("--image is required", hint: .none) }
        guard ImageReference.isValid(image) else {
            throw .invalid("Invalid image name \(image.goQuoted): invalid reference format", hint: .none)
        }
        if hasTerminal, !keepsInputOpen {
            throw .invalid("-i/--stdin is required for containers with -t/--tty=true", hint: .helpAndExamples)
        }
    }

    /// What the pod's end is waited for to be; nil where it starts again and again.
    var end: AttachedRun.Milestone? {
        switch restartPolicy {
        case "Never": .completed
        case "OnFailure": .succeeded
        default: nil
        }
    }

    /// Refuses a policy that pods do not have.
    func checkRestartPolicy() throws(UsageError) {
        guard ["", "Always", "OnFailure", "Never"].contains(restartPolicy) else {
            throw .invalid("invalid restart policy: \(restartPolicy)", hint: .helpAndExamples)
        }
    }

    /// Refuses a policy that containers do not have.
    func checkPullPolicy() throws(UsageError) {
        guard ["", "Always", "IfNotPresent", "Never"].contains(pullPolicy) else {
            throw .invalid("invalid image pull policy: \(pullPolicy)", hint: .helpAndExamples)
        }
    }

    /// The pod.
    func object() throws -> GeneratedObject {
        if name.isEmpty { throw CommandError.failed("Parameter: name is required") }
        let environment = try variables.map(Self.variable)
        var pod = GeneratedObject(Self.podKind, name: name, [:])
        pod.annotations = try Self.annotations(annotations)
        pod.labels = try labels.isEmpty ? ["run": name] : LabelPairs.labels(in: labels)
        var ports: JSONValue?
        if !port.isEmpty { ports = [["containerPort": .number(JSONNumber(try LabelPairs.port(port)))]] }
        let securityContext: JSONValue? = isPrivileged ? ["privileged": true] : nil
        let container = JSONValue.fields([
            "name": .string(name), "image": .string(image), "command": wordsAreCommand ? .texts(words) : nil,
            "args": wordsAreCommand ? nil : .texts(words),
            "ports": ports,
            "env": .list(environment), "resources": [:], "imagePullPolicy": .text(pullPolicy),
            "securityContext": securityContext, "stdin": keepsInputOpen ? true : nil,
            "stdinOnce": keepsInputOpen && !leavesInputOpen ? true : nil, "tty": hasTerminal ? true : nil,
        ])
        pod.members = [
            "spec": [
                "containers": [container], "restartPolicy": .string(restartPolicy.isEmpty ? "Always" : restartPolicy),
                "dnsPolicy": "ClusterFirst",
            ],
            "status": [:],
        ]
        return pod
    }

    /// The service for the pod.
    func service() throws -> GeneratedObject {
        let labels = try labels.isEmpty ? [:] : LabelPairs.labels(in: labels)
        let number = JSONValue.number(JSONNumber(try LabelPairs.port(port)))
        let spec = JSONValue.fields([
            "ports": [["protocol": "TCP", "port": number, "targetPort": number]],
            "selector": .map(labels.isEmpty ? ["run": name] : labels),
        ])
        var service = GeneratedObject(
            ServiceGeneration.kind, name: name, ["spec": spec, "status": ["loadBalancer": [:]]])
        service.labels = labels
        return service
    }

    private static func variable(_ text: String) throws -> JSONValue {
        guard let (name, value) = text.cut(at: "="), KeyRule.variable.faults(of: String(name)).isEmpty else {
            throw CommandError.failed("invalid env: \(text)")
        }
        return .fields(["name": .string(String(name)), "value": .text(String(value))])
    }

    private static func annotations(_ texts: [String]) throws -> [String: String] {
        var annotations: [String: String] = [:]
        var invalid: [String] = []
        for text in texts {
            guard let (key, value) = text.cut(at: "="), !key.isEmpty else {
                invalid.append(text)
                continue
            }
            annotations[String(key)] = String(value)
        }
        guard invalid.isEmpty else {
            throw CommandError.failed("invalid annotations format: \(invalid.joined(separator: ", "))")
        }
        return annotations
    }
}
