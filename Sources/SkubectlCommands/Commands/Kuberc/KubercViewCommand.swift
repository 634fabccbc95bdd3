import CommandLineKit
import JSONModel
import KubeConfig
import Renderers
import SystemIO

/// Implements `skubectl kuberc view`, which shows the user's preferences.
struct KubercViewCommand: Command {
    static let outputFlag = ResultPrinter.outputFlag(of: .ofObjects, default: "yaml")
    static let spec = CommandSpec(
        name: "view", summary: "Display the current kuberc configuration",
        description: "Show the file with your preferences, or offer to make one where there is none.",
        examples: [
            CommandExample("Show your preferences", "skubectl kuberc view"),
            CommandExample("Show them as JSON", "skubectl kuberc view --output json"),
            CommandExample("Show those of another file", "skubectl kuberc view --kuberc /path/to/kuberc"),
        ],
        flags: [PreferencesFlag.kuberc, outputFlag] + ResultPrinter.templateFlags
    )

    /// The longest answer that is read, in bytes.
    private static let longestAnswer = 4096

    let fileName: String
    let output: ResultPrinter

    init(_ arguments: ParsedArguments) throws(UsageError) {
        fileName = arguments[PreferencesFlag.kuberc]
        output = ResultPrinter(arguments, output: Self.outputFlag)
    }

    func run(in context: CommandContext) async throws {
        let file = try PreferencesDocument.file(named: fileName, in: context)
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileSystem.read(file.path) } catch {
            guard error.isNotFound else { throw CommandError.failed("error reading kuberc file: \(error.goText)") }
            guard !file.isExplicit else { throw CommandError.failed("kuberc file not found at \(file.path)") }
            return try offer(file.path, in: context)
        }
        var document = try PreferencesDocument.decode(bytes, typeName: "")
        if document.isNull { document = ["defaults": [], "aliases": []] }
        for list in ["defaults", "aliases"] where document[list]?.isNull == true { document[list] = [] }
        var options = ResultPrinter.Options()
        options.sortsKeys = false
        var printer = try output.printer(options, in: context)
        if output.structuredFormat(in: context) != nil, document["apiVersion"] == nil, document["kind"] == nil {
            throw CommandError.failed(
                "missing apiVersion or kind; try GetObjectKind().SetGroupVersionKind() if you know the type")
        }
        var stream = ConsoleStream(console: context.console)
        try printer.print(document, into: &stream)
    }

    /// Makes a file to begin with, where the user wants it.
    private func offer(_ path: String, in context: CommandContext) throws {
        context.console.write("kuberc file not found at \(path)\n")
        context.console.write("Would you like to generate a default kuberc file with recommended options? (y/N): ")
        let answer = String(decoding: try context.console.readLine(limit: Self.longestAnswer), as: UTF8.self)
        guard answer.words.count == 1, answer.words[0].lowercased() == "y" else { return }
        try PreferencesDocument.write(PreferencesDocument.suggestion, to: path, in: context)
    }
}
