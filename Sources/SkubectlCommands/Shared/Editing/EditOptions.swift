import CommandLineKit
import Renderers

/// In which form objects are edited, and how what was edited is sent.
struct EditOptions: Sendable {
    static let windowsLineEndingsFlag = Flag(
        "windows-line-endings", default: false, help: "End the lines of the file as Windows does.")

    /// The form of the file.
    struct Form: Sendable, Hashable {
        let format: StructuredFormat
        /// Whether comments stand above the objects; JSON has none.
        let hasHeader: Bool

        var fileExtension: String { hasHeader ? ".yaml" : ".json" }
    }

    /// The value of `-o`.
    let word: String
    private let printer: ResultPrinter
    var hasWindowsLineEndings: Bool
    let validation: FieldValidation
    var savesConfiguration = false
    let cause: ChangeCause

    init(_ arguments: ParsedArguments, validation: FieldValidation) {
        printer = ResultPrinter(arguments, formats: [.json, .yaml, .kyaml])
        word = printer.word
        hasWindowsLineEndings = arguments[Self.windowsLineEndingsFlag]
        self.validation = validation
        cause = ChangeCause(arguments)
    }

    /// The form that `-o` asks for, else YAML; throws for those that no object can be read from.
    func form(in context: CommandContext) throws(OutputError) -> Form {
        if word.isEmpty { return Form(format: .yaml, hasHeader: true) }
        guard let format = printer.structuredFormat(in: context) else {
            throw .unknownFormat(word, allowed: printer.allowed(in: context))
        }
        // The other spellings of the word get comments, from kubectl too.
        return Form(format: format, hasHeader: word != OutputFormat.json.rawValue)
    }
}
