import CommandLineKit
import JSONModel
import StdlibExtensions

/// The container to debug with, as the command line describes it.
struct DebugContainer: Sendable, Hashable {
    static let argumentsOnlyFlag = Flag(
        "arguments-only", default: false,
        help: "Take the words behind -- for arguments of the image's own command instead of a command.")
    static let containerFlag = Flag(
        "container", short: "c", default: "",
        help: "Name of the debugging container; with --copy-to possibly one that the pod has."
    ).completing(.dynamic(.containers))
    static let envFlag = Flag("env", default: [String: String](), help: "Variables of the container.")
    static let imageFlag = Flag("image", default: "", help: "Image of the container.")
    static let imagePullPolicyFlag = Flag(
        "image-pull-policy", default: "",
        help: "When the image is pulled: \"Always\", \"IfNotPresent\" or \"Never\"; without it the server decides.")
    static let stdinFlag = Flag(
        "stdin", short: "i", default: false, help: "Keep the container's standard input open, and attach to it.")
    static let targetFlag = Flag(
        "target", default: "", help: "Have a new container in the pod itself see the processes of this container."
    ).completing(.dynamic(.containers))
    static let ttyFlag = Flag("tty", short: "t", default: false, help: "Give the container a terminal.")
    static let flags: [any AnyFlag] = [
        argumentsOnlyFlag, containerFlag, envFlag, imageFlag, imagePullPolicyFlag, stdinFlag, targetFlag, ttyFlag,
    ]

    /// Empty where it is not given.
    let name: String
    /// Empty for the image of a container that is there.
    let image: String
    /// What stands behind `--`: a command, or arguments.
    let words: [String]
    let wordsAreArguments: Bool
    let variables: [String: String]
    let pullPolicy: String
    /// The container whose processes are to be seen; empty for none.
    let target: String
    let keepsInputOpen: Bool
    let hasTerminal: Bool

    init(_ arguments: ParsedArguments) {
        name = arguments[Self.containerFlag]
        image = arguments[Self.imageFlag]
        words = Array(arguments.positionals[(arguments.positionalsBeforeDash ?? arguments.positionals.count)...])
        wordsAreArguments = arguments[Self.argumentsOnlyFlag]
        variables = arguments[Self.envFlag]
        pullPolicy = arguments[Self.imagePullPolicyFlag]
        target = arguments[Self.targetFlag]
        keepsInputOpen = arguments[Self.stdinFlag]
        hasTerminal = arguments[Self.ttyFlag]
    }

    /// A new container.
    func container(named name: String) -> JSONValue {
        var container = Self.empty(name)
        set(on: &container)
        return container
    }

    /// A new container in a pod that runs already.
    func ephemeralContainer(named name: String) -> JSONValue {
        var container = container(named: name)
        container["targetContainerName"] = JSONValue.text(target)
        return container
    }

    /// A container with a name and nothing else.
    static func empty(_ name: String) -> JSONValue {
        ["name": .string(name), "resources": [:], "terminationMessagePolicy": "File"]
    }

    /// Changes a container to what the command line says.
    func set(on container: inout JSONValue) {
        if !words.isEmpty {
            container["args"] = wordsAreArguments ? JSONValue.texts(words) : nil
            if !wordsAreArguments { container["command"] = JSONValue.texts(words) }
        }
        if !variables.isEmpty { container["env"] = .array(environment) }
        if !image.isEmpty { container["image"] = .string(image) }
        if !pullPolicy.isEmpty { container["imagePullPolicy"] = .string(pullPolicy) }
        container["stdin"] = keepsInputOpen ? true : nil
        container["tty"] = hasTerminal ? true : nil
    }

    /// In the order of the names; kubectl's order is random.
    private var environment: [JSONValue] {
        variables.sorted { $0.key.precedesByBytes($1.key) }.map { variable in
            .fields(["name": .string(variable.key), "value": .text(variable.value)])
        }
    }
}
