import CommandLineKit
import JSONModel
import KubeConfig
import Renderers
import SystemIO
import YAMLCodec

/// Implements `skubectl config view`, which shows the kubeconfig that counts.
struct ConfigViewCommand: Command {
    static let flattenFlag = Flag(
        "flatten", default: false, help: "Put the contents of certificate and key files in the place of their paths.")
    static let mergeFlag = Flag("merge", default: true, help: "Merge all the kubeconfig files that count.")
    static let minifyFlag = Flag("minify", default: false, help: "Show only what the current context needs.")
    static let outputFlag = ResultPrinter.outputFlag(of: .ofObjects, default: "yaml")
    static let rawFlag = Flag("raw", default: false, help: "Show secrets and certificates too.")
    static let spec = CommandSpec(
        name: "view", usage: "[flags]",
        summary: "Display merged kubeconfig settings or a specified kubeconfig file",
        description: "Show the kubeconfig files that count as one, or the one of --kubeconfig; secrets are hidden.",
        examples: [
            CommandExample("Show the merged kubeconfig", "skubectl config view"),
            CommandExample("Show it with certificates and secrets", "skubectl config view --raw"),
        ],
        flags: [flattenFlag, mergeFlag, minifyFlag, outputFlag, rawFlag] + ResultPrinter.templateFlags
    )

    let result: ResultPrinter
    let flattens: Bool
    let minifies: Bool
    let showsSecrets: Bool
    let merges: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        try arguments.expectAtMost(0)
        result = ResultPrinter(arguments, output: Self.outputFlag)
        flattens = arguments[Self.flattenFlag]
        minifies = arguments[Self.minifyFlag]
        showsSecrets = arguments[Self.rawFlag]
        merges = arguments[Self.mergeFlag]
    }

    func run(in context: CommandContext) async throws {
        var printer = try result.printer(ResultPrinter.Options(sortsKeys: false), in: context)
        var config = try load(context.kubeconfigFiles)
        if minifies {
            if !context.global.overrides.context.isEmpty { config.currentContext = context.global.overrides.context }
            config = try config.minified()
        }
        if flattens {
            config = try config.flattened()
        } else if !showsSecrets {
            config = config.redacted()
        }
        var stream = ConsoleStream(console: context.console)
        try printer.print(config.document, into: &stream)
    }

    /// All files merged, which need not exist, or the one of `--kubeconfig`, which must.
    private func load(_ files: KubeconfigFiles) throws -> Kubeconfig {
        if merges { return try KubeconfigLoader(files: files).loadAsWritten() }
        guard let path = files.explicit else {
            throw CommandError.failed("if merge==false a precise file must be specified")
        }
        do throws(FileFault) {
            return try KubeconfigLoader.loadFile(path)
        } catch {
            throw KubeConfigError.unreadable(error)
        }
    }
}
