import CommandLineKit
import Kustomize
import StdlibExtensions
import SystemIO

/// Implements `skubectl kustomize`, which builds a kustomization and shows or writes its resources.
struct KustomizeCommand: Command {
    static let outputFlag = Flag(
        "output", short: "o", default: "", help: "Write to this file, or a file for each resource to this directory."
    ).completing(.files)
    static let restrictorFlag = Flag(
        "load-restrictor", default: "LoadRestrictionsRootOnly",
        help: "With LoadRestrictionsNone, kustomizations may load files from outside of their directory."
    ).completing(.values(["LoadRestrictionsNone", "LoadRestrictionsRootOnly"]))
    static let enableHelmFlag = Flag("enable-helm", default: false, help: "Allow charts of Helm as generators.")
    static let helmCommandFlag = Flag("helm-command", default: "helm", help: "Path of the helm program.")
    static let helmVersionsFlag = Flag(
        "helm-api-versions", default: [String](), help: "API versions a chart finds in the cluster."
    ).unsplit()
    static let helmKubeVersionFlag = Flag(
        "helm-kube-version", default: "", help: "Version of Kubernetes a chart finds in the cluster.")
    static let helmDebugFlag = Flag("helm-debug", default: false, help: "Let helm tell what it does.")
    static let pluginsFlag = Flag("enable-alpha-plugins", default: false, help: "Allow plugins of kustomize.")
    static let environmentFlag = Flag(
        "env", short: "e", default: [String](), help: "Environment variables for functions."
    ).unsplit()
    static let networkFlag = Flag(
        "network", default: false, help: "Let functions that ask for it use the network.")
    static let networkNameFlag = Flag("network-name", default: "bridge", help: "Network of functions' containers.")
    static let mountFlag = Flag("mount", default: [String](), help: "Storage options of functions.").unsplit()
    static let userFlag = Flag(
        "as-current-user", default: false, help: "Run functions' containers as the user who runs the command.")
    static let reorderFlag = Flag(
        "reorder", default: "legacy", help: "Order of the resources: legacy (by kind) or none."
    ).deprecated("use the new 'sortOptions' field in kustomization.yaml instead.")
    static let managedByFlag = Flag(
        "enable-managedby-label", default: false, help: "Give all resources the label app.kubernetes.io/managed-by."
    ).deprecated(
        "The flag `enable-managedby-label` has been deprecated. Use the `managedByLabel` option in the "
            + "`buildMetadata` field instead.")

    static let spec = CommandSpec(
        name: "kustomize", usage: "DIR", summary: "Build a kustomization target from a directory or URL",
        description: [
            "Build the resources that a kustomization.yaml describes, and show them.",
            """
            DIR is a directory with such a file, or the URL of a git repository with the path of one behind it; without \
            it the current directory is meant.
            """,
        ],
        examples: [
            CommandExample("Build the current directory", "skubectl kustomize"),
            CommandExample("Build a directory", "skubectl kustomize ./overlays/production"),
            CommandExample(
                "Build a directory of a repository",
                "skubectl kustomize https://github.com/kubernetes-sigs/kustomize.git/examples/helloWorld?ref=v1.0.6"),
        ],
        flags: [
            userFlag, pluginsFlag, enableHelmFlag, managedByFlag, environmentFlag, helmVersionsFlag, helmCommandFlag,
            helmDebugFlag, helmKubeVersionFlag, restrictorFlag, mountFlag, networkFlag, networkNameFlag, outputFlag,
            reorderFlag,
        ]
    ).grouped(under: .advanced)

    let directory: String
    let output: String
    let options: BuildOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = arguments.positionals
        guard words.count < 2 else { throw .invalid("specify one path to kustomization.yaml", hint: .none) }
        directory = words.first ?? "."
        output = arguments[Self.outputFlag]
        var options = BuildOptions()
        let restrictor = arguments[Self.restrictorFlag]
        switch restrictor {
        case "LoadRestrictionsRootOnly", "": options.isRestricted = true
        case "LoadRestrictionsNone": options.isRestricted = false
        default:
            throw .invalid(
                "illegal flag value --load-restrictor \(restrictor); legal values: "
                    + "[LoadRestrictionsRootOnly LoadRestrictionsNone]", hint: .none)
        }
        let order = arguments[Self.reorderFlag]
        guard order == "legacy" || order == "none" else {
            throw .invalid("illegal flag value --reorder \(order); legal values: [legacy none]", hint: .none)
        }
        options.sortsByKind = order == "legacy"
        options.isHelmEnabled = arguments[Self.enableHelmFlag]
        options.arePluginsEnabled = arguments[Self.pluginsFlag]
        options.addsManagedByLabel = arguments[Self.managedByFlag]
        self.options = options
    }

    func run(in context: CommandContext) async throws {
        var options = options
        if context.environment["KUSTOMIZE_ENABLE_MANAGEDBY_LABEL"] == "on" { options.addsManagedByLabel = true }
        let outputs = try await KustomizationReader(context: context, options: options).build(directory)
        // What cannot be looked at is to become a file.
        if !output.isEmpty, (try? FileSystem.status(output).kind) == .directory {
            return try write(outputs, toDirectory: output)
        }
        let stream = KustomizationReader.stream(outputs)
        if output.isEmpty {
            context.console.write(stream)
        } else {
            try FileSystem.write(stream, to: output, mode: 0o666)
        }
    }

    /// Writes a file for each resource, named after its kind and its name, and after its namespace where there are more.
    private func write(_ outputs: [KustomizationBuild.Output], toDirectory directory: String) throws(SystemError) {
        let namespaces = Set(outputs.compactMap(\.namespace))
        for output in outputs {
            let kind = [output.group, output.version, output.kind].filter { !$0.isEmpty }.joined(separator: "_")
            var name = "\(kind.lowercased())_\(output.name.lowercased()).yaml"
            if let namespace = output.namespace, namespaces.count > 1 { name = "\(namespace.lowercased())_\(name)" }
            try FileSystem.write(output.yaml, to: PathText.join(directory, name), mode: 0o666)
        }
    }
}
