import CommandLineKit
import JSONModel
import KubeConfig
import Renderers
import SystemIO
import Templates

/// How a command shows the objects it has: `-o` and the flags that go with it, the same on every command.
///
/// A command lists `ResultPrinter.flags` among its own, reads a value from its arguments, and asks it for a printer before
/// it does anything else, so that a format it does not have is refused first.
struct ResultPrinter: Sendable {
    static let outputFlag = outputFlag(of: .ofObjects)
    static let templateFlag = Flag(
        "template", default: "",
        help: "A template, or the path of a file with one, for the formats that take one. It is a Go template "
            + "(http://golang.org/pkg/text/template/#pkg-overview) unless --output says otherwise.")
    static let allowMissingTemplateKeysFlag = Flag(
        "allow-missing-template-keys", default: true,
        help: "Whether fields that are not there count as empty in templates, instead of as errors.")
    static let showManagedFieldsFlag = Flag(
        "show-managed-fields", default: false, help: "Keep metadata.managedFields in JSON and YAML.")

    /// The flags beside `-o`.
    static let templateFlags: [any AnyFlag] = [templateFlag, allowMissingTemplateKeysFlag, showManagedFieldsFlag]
    /// All flags of a command that shows objects.
    static let flags: [any AnyFlag] = [outputFlag] + templateFlags

    /// The flag `-o` for a command with these formats.
    static func outputFlag(of formats: [OutputFormat], default word: String = "") -> Flag<String> {
        Flag("output", short: "o", default: word, help: formats.help).completing(.values(formats.words))
    }

    /// The value of `-o`: a format, a format with `=` and a template, or what the user takes for one.
    let word: String
    /// The formats the command has.
    let formats: [OutputFormat]
    /// The value of `--template`.
    let template: String
    let allowsMissingKeys: Bool
    let showsManagedFields: Bool
    /// Whether `-o` was given, so that `--template` does not stand for it.
    let wasSet: Bool

    init(_ arguments: ParsedArguments, output: Flag<String> = outputFlag, formats: [OutputFormat] = .ofObjects) {
        word = arguments[output]
        self.formats = formats
        template = arguments[Self.templateFlag]
        allowsMissingKeys = arguments[Self.allowMissingTemplateKeysFlag]
        showsManagedFields = arguments[Self.showManagedFieldsFlag]
        // For `get` an empty word counts as none, although it was given.
        wasSet = formats.contains(.customColumns) ? !word.isEmpty : arguments.wasSet(output)
    }

    /// Whether neither `-o` nor `--template` asks for a form.
    var isDefault: Bool { word.isEmpty && (template.isEmpty || wasSet) }

    /// Whether names are asked for.
    var isName: Bool { word.lowercased() == OutputFormat.name.rawValue && !isTemplate }

    private var isTemplate: Bool { !template.isEmpty && !wasSet }

    /// What a command's printer needs to know besides the flags.
    struct Options {
        /// What was done to the objects, for the form that is not asked for: "created"; nil for names alone.
        var operation: String?
        /// Whether members are ordered by their keys; those of objects that kubectl has Go types for are not.
        ///
        /// For these all numbers are floating-point numbers in JSONPath.
        var sortsKeys = true
        /// Whether columns have headers.
        var showsHeaders = true
        /// Whether columns are aligned by the stream they are written to.
        var isStreamAligned = false
    }

    /// The printer of the form asked for; throws `OutputError` for a form the command does not have, and for templates
    /// that cannot be read.
    func printer(_ options: Options = Options(), in context: CommandContext) throws(OutputError) -> ObjectPrinter {
        let word = isTemplate ? OutputFormat.goTemplate.rawValue : word
        if let format = structuredFormat(word, in: context) {
            return ObjectPrinter(
                StructuredPrinter(
                    format: format, showsManagedFields: showsManagedFields, sortsKeys: options.sortsKeys))
        }
        if word.isEmpty { return ObjectPrinter(namesWith: options.operation) }
        if word.lowercased() == OutputFormat.name.rawValue { return ObjectPrinter(namesWith: nil) }
        guard let (format, text) = templated(word) else {
            throw .unknownFormat(self.word, allowed: allowed(in: context))
        }
        return try printer(format, text, options)
    }

    /// The printer of whole objects, of which a command has these three; nil where `-o` asks for another form.
    func structuredFormat(in context: CommandContext) -> StructuredFormat? {
        structuredFormat(word, in: context)
    }

    /// Refuses a word that is none of the command's formats; for commands whose formats take no template.
    func check(in context: CommandContext) throws(OutputError) {
        let isKnown = ["", OutputFormat.name.rawValue, OutputFormat.wide.rawValue].contains(word)
        guard isKnown || structuredFormat(in: context) != nil else {
            throw .unknownFormat(word, allowed: allowed(in: context))
        }
    }

    private func structuredFormat(_ word: String, in context: CommandContext) -> StructuredFormat? {
        guard let format = OutputFormat(rawValue: word.lowercased()), allowed(in: context).contains(format) else {
            return nil
        }
        return switch format {
        case .json: .json
        case .yaml: .yaml
        case .kyaml: .kyaml
        default: nil
        }
    }

    /// The command's formats; `KUBECTL_KYAML=false` takes one away.
    func allowed(in context: CommandContext) -> [OutputFormat] {
        let hasKYAML = context.environment["KUBECTL_KYAML"]?.lowercased() != "false"
        return formats.filter { hasKYAML || $0 != .kyaml }
    }

    // MARK: - Templates

    /// The format that takes a template, and the template; nil where the word is none.
    private func templated(_ word: String) -> (OutputFormat, String)? {
        var name = word[...]
        var text = template
        if template.isEmpty, let equals = word.firstIndex(of: "=") {
            name = word[..<equals]
            text = String(word[word.index(after: equals)...])
        }
        guard let format = OutputFormat(rawValue: String(name)), formats.contains(format), format.takesTemplate else {
            return nil
        }
        return (format, text)
    }

    private func printer(
        _ format: OutputFormat, _ text: String, _ options: Options
    ) throws(OutputError) -> ObjectPrinter {
        let isColumns = format == .customColumns || format == .customColumnsFile
        if text.isEmpty { throw isColumns ? .missingColumns : .missingTemplate }
        switch format {
        case .customColumns:
            do throws(CustomColumnsError) {
                let columns = try CustomColumns(text, showsHeaders: options.showsHeaders)
                return ObjectPrinter(columns, isStreamAligned: options.isStreamAligned)
            } catch {
                throw .badColumns(error)
            }
        case .customColumnsFile:
            let file: String
            do throws(SystemError) { file = try Self.read(text) } catch {
                // kubectl takes what it can open and not read for an empty file.
                guard error.operation == "read" else { throw .unreadableColumns(path: text, error) }
                file = ""
            }
            do throws(CustomColumnsError) {
                return ObjectPrinter(try CustomColumns(file: file), isStreamAligned: options.isStreamAligned)
            } catch {
                throw .badColumns(error)
            }
        case .jsonPath, .jsonPathAsJSON: return try jsonPathPrinter(text, showsJSON: format == .jsonPathAsJSON, options)
        case .jsonPathFile: return try jsonPathPrinter(try readTemplate(text), showsJSON: false, options)
        case .goTemplateFile, .templateFile: return try goTemplatePrinter(try readTemplate(text), options)
        default: return try goTemplatePrinter(text, options)
        }
    }

    private func jsonPathPrinter(
        _ text: String, showsJSON: Bool, _ options: Options
    ) throws(OutputError) -> ObjectPrinter {
        do throws(TemplateError) {
            return ObjectPrinter(
                try JSONPathPrinter(
                    text, showsJSON: showsJSON, allowsMissingKeys: allowsMissingKeys,
                    numbersAreDoubles: !options.sortsKeys))
        } catch {
            throw .badJSONPath(text, error)
        }
    }

    private func goTemplatePrinter(_ text: String, _ options: Options) throws(OutputError) -> ObjectPrinter {
        do throws(TemplateError) {
            return ObjectPrinter(
                try GoTemplatePrinter(text, allowsMissingKeys: allowsMissingKeys, sortsKeys: options.sortsKeys))
        } catch {
            throw .badGoTemplate(text, error)
        }
    }

    private func readTemplate(_ path: String) throws(OutputError) -> String {
        do throws(SystemError) { return try Self.read(path) } catch { throw .unreadableTemplate(path: path, error) }
    }

    private static func read(_ path: String) throws(SystemError) -> String {
        String(decoding: try FileSystem.read(path), as: UTF8.self)
    }
}

extension OutputFormat {
    /// Whether a template goes with the format.
    fileprivate var takesTemplate: Bool {
        switch self {
        case .json, .yaml, .kyaml, .name, .wide: false
        default: true
        }
    }
}
