import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl debug`, which makes containers to look into pods and nodes with.
struct DebugCommand: Command {
    static let attachFlag = Flag(
        "attach", default: false,
        help: "Wait until the container runs, and attach to it. The default is true with -i/--stdin.")
    static let customFlag = Flag(
        "custom", default: "", help: "File with a part of a container, in JSON or YAML, that goes over the profile."
    ).completing(.fileExtensions(["json", "yaml", "yml"]))
    static let profileFlag = Flag(
        "profile", default: DebugProfile.general.rawValue,
        help: "What the container may do: \"general\", \"baseline\", \"restricted\", \"netadmin\" or \"sysadmin\"."
    ).completing(.values(["general", "baseline", "restricted", "netadmin", "sysadmin"]))
    static let quietFlag = Flag("quiet", short: "q", default: false, help: "Tell nothing beside the result.")

    static let spec = CommandSpec(
        name: "debug", usage: "(POD | TYPE[[.VERSION].GROUP]/NAME) [ -- COMMAND [args...] ]",
        summary: "Create debugging sessions for troubleshooting workloads and nodes",
        description: [
            "Look into a pod or a node with a container that is made for it.",
            """
            Of a pod either the pod itself gets one more container (an ephemeral one), without being started anew, or \
            with --copy-to a copy of the pod is made, with another image or command, or with one more container.
            """,
            """
            For a node a pod is made that runs there, in the namespaces of the node itself, with the node's files below \
            /host as far as the profile allows it.
            """,
            "Where the pod as a whole has a user other than root, some rights that a profile gives have no effect.",
        ],
        examples: [
            CommandExample("Add a container to a pod, and attach to it", "skubectl debug mypod -it --image=busybox"),
            CommandExample(
                "Add a container with a name of one's own", "skubectl debug mypod --image=myproj/tools -c debugger"),
            CommandExample(
                "Copy a pod, with one more container, and attach to it",
                "skubectl debug mypod -it --image=busybox --copy-to=my-debugger"),
            CommandExample(
                "Copy a pod, with another command for a container",
                "skubectl debug mypod -it --copy-to=my-debugger --container=mycontainer -- sh"),
            CommandExample(
                "Copy a pod, with another image for all its containers",
                "skubectl debug mypod --copy-to=my-debugger --set-image=*=busybox"),
            CommandExample("Look into a node", "skubectl debug node/mynode -it --image=busybox"),
        ],
        flags: [attachFlag, customFlag, profileFlag, quietFlag, ResourceSelection.filenameFlag]
            + DebugContainer.flags + PodCopying.flags
    ).grouped(under: .troubleshooting).completing(.dynamic(.resources))

    let targets: [String]
    let filenames: [String]
    let container: DebugContainer
    let copying: PodCopying
    let profileName: String
    /// The file of `--custom`; empty for none.
    let customFile: String
    let isQuiet: Bool
    let attaches: Bool
    private let attachWasAsked: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        targets = Array(arguments.positionals.prefix(arguments.positionalsBeforeDash ?? .max))
        filenames = arguments[ResourceSelection.filenameFlag]
        container = DebugContainer(arguments)
        copying = PodCopying(arguments)
        profileName = arguments[Self.profileFlag]
        customFile = arguments[Self.customFlag]
        isQuiet = arguments[Self.quietFlag]
        attachWasAsked = arguments.wasSet(Self.attachFlag)
        attaches = attachWasAsked ? arguments[Self.attachFlag] : container.keepsInputOpen
    }

    func run(in context: CommandContext) async throws {
        guard let profile = DebugProfile(rawValue: profileName) else {
            // A configuration that leads nowhere is told first.
            _ = try context.configurationSource().namespace()
            throw CommandError.failed("unknown profile: \(profileName)")
        }
        let custom = customFile.isEmpty ? nil : try CustomContainer.read(customFile)
        let cluster = try await context.cluster()
        try check(custom, in: context)
        if profile == .legacy {
            context.console.writeError(
                "--profile=legacy is deprecated and planned to be removed in v1.39. It is recommended to specify other "
                    + "profile, for example \"--profile=general\".\n")
        }
        let maker = DebugMaker(
            command: self, profile: profile, custom: custom, tell: { if !isQuiet { context.console.write($0) } },
            warn: { context.console.writeError($0) })
        try await DebugTargets(command: self, cluster: cluster, context: context).forEach { target in
            try await DebugSession(command: self, maker: maker, cluster: cluster, context: context).run(target)
        }
    }

    // MARK: - What kubectl refuses, in its order

    private func check(_ custom: CustomContainer?, in context: CommandContext) throws {
        if attaches, attachWasAsked, container.image.isEmpty, container.name.isEmpty {
            throw Self.refusal(
                "you must specify --container or create a new container using --image in order to attach.")
        }
        try checkCopying()
        guard container.image.isEmpty || ImageReference.isValid(container.image) else {
            throw Self.refusal("invalid image name \(container.image.goQuoted): invalid reference format")
        }
        if targets.isEmpty, filenames.isEmpty { throw Self.refusal("NAME or filename is required for debug") }
        guard ["", "Always", "IfNotPresent", "Never"].contains(container.pullPolicy) else {
            throw Self.refusal("invalid image pull policy: \(container.pullPolicy)")
        }
        for (name, image) in copying.images.sorted(by: { $0.key.precedesByBytes($1.key) })
        where !ImageReference.isValid(image) {
            throw Self.refusal(
                "invalid image name \(image.goQuoted) for container \(name.goQuoted): invalid reference format")
        }
        try checkTarget(in: context)
        if container.hasTerminal, !container.keepsInputOpen {
            throw Self.refusal("-i/--stdin is required for containers with -t/--tty=true")
        }
        try custom?.check()
    }

    private func checkCopying() throws {
        guard copying.isWanted else {
            if copying.replaces { throw Self.refusal("--replace may only be used with --copy-to.") }
            if copying.staysOnNode { throw Self.refusal("--same-node may only be used with --copy-to.") }
            if !copying.images.isEmpty { throw Self.refusal("--set-image may only be used with --copy-to.") }
            if container.image.isEmpty { throw Self.refusal("you must specify --image when not using --copy-to.") }
            return
        }
        if container.image.isEmpty, copying.images.isEmpty, container.words.isEmpty {
            throw Self.refusal("you must specify --image, --set-image or command arguments.")
        }
        if !container.words.isEmpty, container.name.isEmpty, container.image.isEmpty {
            throw Self.refusal("you must specify an existing container or a new image when specifying args.")
        }
    }

    private func checkTarget(in context: CommandContext) throws {
        if container.target.isEmpty { return }
        if copying.isWanted {
            throw Self.refusal("--target is incompatible with --copy-to. Use --share-processes instead.")
        }
        if isQuiet { return }
        context.console.write(
            "Targeting container \(container.target.goQuoted). If you don't see processes from this container it may be "
                + "because the container runtime doesn't support this feature.\n")
    }

    private static func refusal(_ sentence: String) -> CommandError { .failed(sentence) }
}
