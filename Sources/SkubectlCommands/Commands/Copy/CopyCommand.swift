import CommandLineKit
import KubeClient
import StdlibExtensions
import SystemIO

/// Implements `skubectl cp`, which copies files to and from containers by way of the tar program in them.
struct CopyCommand: Command {
    static let containerFlag = Flag(
        "container", short: "c", default: "",
        help:
            "Container to copy to or from; else the one of the pod's annotation kubectl.kubernetes.io/default-container, "
            + "or the first one.")
    static let noPreserveFlag = Flag(
        "no-preserve", default: false,
        help: "Leave owner and mode of the files to the container's user.")
    static let retriesFlag = Flag(
        "retries", default: 0,
        help: "How often a copy from a container is resumed where it was cut; without limit if negative.")

    static let spec = CommandSpec(
        name: "cp", usage: "<file-spec-src> <file-spec-dest>",
        summary: "Copy files and directories to and from containers",
        description: [
            "Copy files and directories to and from containers. The container needs the program tar.",
            """
            Of a folder in a container, files and folders are copied; symbolic links are left out, with a warning. Where links
            and modes matter, tar itself can be called with exec.
            """,
        ],
        examples: [
            CommandExample(
                "Copy a folder into a pod of the current namespace", "skubectl cp /tmp/foo_dir <some-pod>:/tmp/bar_dir"),
            CommandExample(
                "Copy a file into one of a pod's containers",
                "skubectl cp /tmp/foo <some-pod>:/tmp/bar -c <specific-container>"),
            CommandExample(
                "Copy a file into a pod of another namespace",
                "skubectl cp /tmp/foo <some-namespace>/<some-pod>:/tmp/bar"),
            CommandExample("Copy a file from a pod", "skubectl cp <some-namespace>/<some-pod>:/tmp/foo /tmp/bar"),
            CommandExample(
                "Copy to a pod with tar",
                "tar cf - /tmp/foo | skubectl exec -i -n <some-namespace> <some-pod> -- tar xf - -C /tmp/bar"),
            CommandExample(
                "Copy from a pod with tar",
                "skubectl exec -n <some-namespace> <some-pod> -- tar cf - /tmp/foo | tar xf - -C /tmp/bar"),
        ],
        flags: [containerFlag, noPreserveFlag, retriesFlag]
    ).completing(.dynamic(.copyLocations)).grouped(under: .troubleshooting)

    let words: [String]
    let container: String
    let preservesNothing: Bool
    let retries: Int

    init(_ arguments: ParsedArguments) throws(UsageError) {
        words = arguments.positionals
        container = arguments[Self.containerFlag]
        preservesNothing = arguments[Self.noPreserveFlag]
        retries = arguments[Self.retriesFlag]
    }

    func run(in context: CommandContext) async throws {
        // kubectl reads its configuration before it looks at the arguments.
        let cluster = try await context.cluster()
        guard words.count == 2 else { throw CopyError.wrongArgumentCount }
        let source = try CopyLocation(words[0])
        let destination = try CopyLocation(words[1])
        if !source.pod.isEmpty && !destination.pod.isEmpty { throw CopyError.noLocalSide }
        if source.path.bytes.isEmpty || destination.path.bytes.isEmpty { throw CopyError.emptyPath }
        if !source.pod.isEmpty {
            try await download(source, to: destination.path, from: cluster, in: context)
        } else if !destination.pod.isEmpty {
            try await upload(source.path, to: destination, in: cluster, context)
        } else {
            throw CopyError.noRemoteSide
        }
    }

    private func download(
        _ source: CopyLocation, to destination: BytePath, from cluster: Cluster, in context: CommandContext
    ) async throws {
        let console = context.console
        let remote = CopyRemote(cluster: cluster, location: source, container: container)
        let download = CopyDownload(
            source: source, destination: destination, retries: retries, programName: context.programName,
            console: console,
            open: { command in
                // kubectl has standard output in the place of standard error here.
                try await remote.open(command, input: false, in: remote.pod()) { console.write($0) }
            })
        try await download.run()
    }

    private func upload(
        _ source: BytePath, to destination: CopyLocation, in cluster: Cluster, _ context: CommandContext
    ) async throws {
        let console = context.console
        let remote = CopyRemote(cluster: cluster, location: destination, container: container)
        let upload = CopyUpload(
            source: source, destination: destination.path, preservesNothing: preservesNothing, console: console,
            open: { command, input in
                try await remote.open(command, input: input, in: remote.pod()) { text in
                    // Of the question before it, nothing is told.
                    if input { console.writeError(text) }
                }
            })
        try await upload.run()
    }
}
