import CommandLineKit
import HTTPTransport
import JSONModel
import KubeClient
import KubeConfig
import KubeModel
import KubePatch
import Kustomize
import Manifests
import Renderers
import StdlibExtensions
import SystemIO
import Templates
import YAMLCodec

/// What an error looks like to the user: the text on standard error and the exit code.
///
/// This is the one place where errors become sentences; the rules are kubectl's `CheckErr`.
struct ErrorReport: Sendable, Hashable {
    /// The text for standard error, with its line end; may be empty.
    let text: String
    let exitCode: Int32
    /// Whether it is told even though a signal has ended the program.
    private(set) var isLastWord = false

    /// - Parameters:
    ///   - programName: the name the program was called by.
    ///   - path: the names of the command, for the hints of usage errors.
    init(_ error: any Error, programName: String, path: [String] = []) {
        // The exit code 1 of `diff` means that there are differences (kubectl's `CheckDiffErr`).
        let failure: Int32 = path == ["diff"] ? 2 : 1
        let names = Names(program: programName, path: path)
        let errors = Self.parts(of: error) ?? Self.flattened(error)
        if case CommandError.silent(let code) = error {
            self.init(text: "", exitCode: code)
        } else if let usage = error as? UsageError {
            self.init(text: usage.text(program: programName, path: path), exitCode: failure)
        } else if let plugin = error as? PluginError {
            self.init(text: plugin.line + "\n", exitCode: failure)
        } else if let preferences = error as? PreferencesError {
            self.init(text: preferences.line + "\n", exitCode: failure)
        } else if let process = error as? RemoteProcessError {
            let line = process.line
            self.init(text: line.hasSuffix("\n") ? line : line + "\n", exitCode: process.exitCode)
        } else if errors.contains(where: Self.isInterruption) {
            // Who ended the program has to know what was not done.
            let told = errors.filter { !Self.isCancellation($0) }
            self.init(text: told.map { Self.line($0, names) + "\n" }.joined(), exitCode: 130)
            isLastWord = true
        } else if Self.isCancellation(errors[0]) {
            // What ended the program tells the user why; a shell sees a signal.
            self.init(text: "", exitCode: 130)
        } else if errors.count == 1, !Self.isNested(error) {
            let text = Self.headline(errors[0], names)
            self.init(text: text.hasSuffix("\n") ? text : text + "\n", exitCode: failure)
        } else {
            self.init(text: errors.map { Self.line($0, names) + "\n" }.joined(), exitCode: failure)
        }
    }

    private init(text: String, exitCode: Int32) {
        self.text = text
        self.exitCode = exitCode
    }

    /// What sentences need to know besides the error.
    struct Names: Sendable {
        let program: String
        let path: [String]
    }

    /// Whether an error is what becomes of work that was cancelled.
    static func isCancellation(_ error: any Error) -> Bool {
        if case ClientError.transport(.cancelled, _, _) = error { return true }
        if case RemoteSessionError.transport(.cancelled) = error { return true }
        return error is CancellationError
    }

    private static func isInterruption(_ error: any Error) -> Bool {
        if case CommandError.interrupted = error { true } else { false }
    }

    /// What one error is made of, where it is told as several when it is the only one.
    private static func parts(of error: any Error) -> [any Error]? {
        if case CommandError.together(let errors) = error { return errors }
        guard let parts = (error as? LabelSelectorError)?.parts, !parts.isEmpty else { return nil }
        return parts.map { CommandError.failed($0) }
    }

    /// Whether a single error is told as one of several are, without `error: ` before it.
    private static func isNested(_ error: any Error) -> Bool {
        if parts(of: error) != nil { return true }
        return if case CommandError.several = error { true } else { false }
    }

    /// The errors that are told one by one; none counts as one that says nothing.
    private static func flattened(_ error: any Error) -> [any Error] {
        if case CommandError.several(let errors) = error { return errors.flatMap(flattened) }
        if let errors = error as? ManifestErrors { return errors.errors }
        return [error]
    }

    /// The text of an error that is the only one (kubectl's `checkErr`).
    private static func headline(_ error: any Error, _ names: Names) -> String {
        if let status = status(of: error), status.reason == "Invalid" { return invalid(status) }
        if let configuration = error as? KubeConfigError, let text = configuration.headline { return text }
        if let text = standard(error) { return text }
        let text = message(error, names)
        return text.hasPrefix("error: ") ? text : "error: \(text)"
    }

    /// The text of one error among several (kubectl's `messageForError`).
    private static func line(_ error: any Error, _ names: Names) -> String {
        standard(error) ?? message(error, names)
    }

    /// kubectl's `StandardErrorMessage`: what the server says, and why it could not be asked.
    private static func standard(_ error: any Error) -> String? {
        if let status = status(of: error) {
            let text = message(of: status, error)
            if status.reason == "Unauthorized" { return "error: You must be logged in to the server (\(text))" }
            return status.reason.isEmpty
                ? "Error from server: \(text)" : "Error from server (\(status.reason)): \(text)"
        }
        if case SelectionError.noResourceMatch(let type) = error {
            return SelectionError.noResourceMatch(type).message(program: "")
        }
        if case ClientError.transport(let failure, _, let url) = error, let text = failure.headline(url: url) {
            return text
        }
        if case ClientError.credentials(let failure, _, _) = error { return failure.headline }
        return (error as? ManifestError)?.headline
    }

    private static func status(of error: any Error) -> APIStatus? {
        switch error {
        case ClientError.status(let status): status
        case CommandError.onManifest(_, _, .status(let status)): status
        default: nil
        }
    }

    private static func message(of status: APIStatus, _ error: any Error) -> String {
        guard case CommandError.onManifest(let verb, let source, _) = error else { return status.message }
        return "error when \(verb) \(source.goQuoted): \(status.message)"
    }

    /// The causes of an object that is not valid, a line each.
    private static func invalid(_ status: APIStatus) -> String {
        guard let details = status.details else {
            return status.message.isEmpty ? "The request is invalid" : "The request is invalid: \(status.message)"
        }
        var text = "The request is invalid"
        if !details.kind.isEmpty || !details.name.isEmpty {
            text = "The \(details.kind) \(details.name.goQuoted) is invalid"
        } else if !status.message.isEmpty, details.causes.isEmpty {
            text += ": \(status.message)"
        }
        var causes: [String] = []
        for cause in details.causes.map({ "\($0.field): \($0.message)" }) where !causes.contains(cause) {
            causes.append(cause)
        }
        switch causes.count {
        case 0: return text
        case 1: return "\(text): \(causes[0])\n"
        default: return "\(text): \n" + causes.map { "* \($0)\n" }.joined()
        }
    }

    /// The sentence by which kubectl tells the errors of several objects apart.
    static func sentence(of error: any Error, programName: String) -> String {
        message(error, Names(program: programName, path: []))
    }

    /// The bare sentence of an error (Go's `err.Error()`).
    private static func message(_ error: any Error, _ names: Names) -> String {
        switch error {
        case let error as CommandError: error.message(names)
        case let error as SelectionError: error.message(program: names.program)
        case let error as ClientError: error.message
        case let error as CertificateRequestFault: error.message
        case let error as LabelSelectorError: error.message
        case let error as ManifestError: error.message
        case let error as KubeConfigError: error.message
        case let error as PatchError: error.message
        case let error as JSONError: error.message
        case let error as ManifestError: error.message
        case let error as YAMLError: error.message
        case let error as OutputError: error.message
        case let error as EditError: error.message
        case let error as KustomizeError: error.message
        case let error as PrinterError: error.message
        case let error as RemoteSessionError: error.message
        case let error as CopyError: error.message
        case let error as SystemError: error.goText
        case let error as ExplainError: error.message
        case let error as TemplateError: error.message
        case let error as UsageError:
            String(error.text(program: names.program, path: names.path).trimmingSpace().dropFirst("error: ".count))
        default: "\(error)"
        }
    }
}
