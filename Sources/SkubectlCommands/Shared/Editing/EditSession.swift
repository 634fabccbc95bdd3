import JSONModel
import KubeClient
import Renderers
import StdlibExtensions
import SystemIO

/// Has the user edit objects in a file until they are sent or given up (kubectl's `EditOptions.Run`).
///
/// What cannot be sent is never lost: the file stays, and the user is told where it is.
struct EditSession {
    let options: EditOptions
    var subject = EditHeader.Subject.objects
    /// How what was sent is shown.
    let result: ResultPrinter
    let cluster: Cluster
    let context: CommandContext

    /// A file that the user has closed.
    private struct File {
        let path: String
        let text: EditedText
    }

    /// Has the objects edited, a list of them where there are several, and hands them to `submission`.
    func run(_ originals: [EditedObject], _ submission: some EditSubmission) async throws {
        let form = try options.form(in: context)
        let first = try text(of: originals, form)
        var text = first
        var problems = EditProblems()
        /// The file that was found wrong; it stays until the next one has been saved.
        var rejected: File?
        while true {
            let file: File
            do { file = try await edit(text, form) } catch { throw kept(rejected?.path, error) }
            if let rejected {
                if rejected.text.meaning == file.text.meaning { throw kept(file.path, EditError.noValidChanges) }
                remove(rejected.path)
            }
            problems = EditProblems()
            let step: Step
            do {
                step = try await self.step(file, of: originals, isChanged: file.text.meaning != first.meaning)
                if case .edited(let edited) = step { try await submit(edited, of: originals, submission, &problems) }
            } catch {
                throw kept(file.path, error)
            }
            switch step {
            case .edited: if try isDone(file, problems) { return }
            case .wrong(let found): problems = found
            case .nothing(let reason):
                remove(file.path)
                context.console.writeError("Edit cancelled, \(reason).\n")
                return
            }
            rejected = file
            text = EditedText(header(problems, form).bytes + file.text.withoutComments)
        }
    }

    // MARK: - The file

    private func header(_ problems: EditProblems, _ form: EditOptions.Form) -> EditedText {
        form.hasHeader ? shaped(problems.header.text(for: subject)) : EditedText([])
    }

    private func text(of objects: [EditedObject], _ form: EditOptions.Form) throws -> EditedText {
        let shown: JSONValue
        if let object = objects.first, objects.count == 1 {
            shown = object.value
        } else {
            shown = ["apiVersion": "v1", "items": .array(objects.map(\.value)), "kind": "List", "metadata": [:]]
        }
        var printer = StructuredPrinter(format: form.format)
        var body = ""
        try printer.print(shown, into: &body)
        return EditedText(header(EditProblems(), form).bytes + shaped(body).bytes)
    }

    private func shaped(_ text: String) -> EditedText {
        let text = EditedText(Array(text.utf8))
        return options.hasWindowsLineEndings ? text.withWindowsLineEndings : text
    }

    /// Has the user edit a new file with this text.
    private func edit(_ text: EditedText, _ form: EditOptions.Form) async throws -> File {
        let path = try FileSystem.makeTemporary(
            in: context.environment.temporaryDirectory, prefix: "\(context.programName)-edit-",
            suffix: form.fileExtension, contents: text.bytes)
        context.console.flush()
        do {
            try await Editor(environment: context.environment).edit(path)
        } catch {
            // Nobody has seen the file.
            if case EditError.editorNotFound = error { remove(path) }
            throw error
        }
        return File(path: path, text: EditedText(try FileSystem.read(path)))
    }

    private func remove(_ path: String) {
        // The user may have removed it; a file that stays does no harm.
        try? FileSystem.remove(path)
    }

    /// Tells where the file is that an error leaves behind; returns the error.
    private func kept(_ path: String?, _ error: any Error) -> any Error {
        if let path, FileSystem.exists(path) {
            context.console.writeError("A copy of your changes has been stored to \(path.goQuoted)\n")
        }
        return error
    }

    // MARK: - What was edited

    private enum Step {
        case edited([EditedObject])
        /// The file is to be opened again.
        case wrong(EditProblems)
        /// There is nothing to send.
        case nothing(reason: String)
    }

    /// Finds out what the user has made of the objects.
    private func step(_ file: File, of originals: [EditedObject], isChanged: Bool) async throws -> Step {
        var problems = EditProblems()
        if let fault = await fault(in: file.text), let first = originals.first {
            let cause = #"<nil>: Invalid value: "The edited file failed validation": \#(fault)"#
            context.console.writeError(problems.addInvalid(first.selected, causes: [cause]))
            return .wrong(problems)
        }
        guard isChanged else { return .nothing(reason: "no changes made") }
        guard file.text.hasContent else { return .nothing(reason: "saved file was empty") }
        let (edited, errors) = await EditedObject.reading(file.text.bytes, in: cluster)
        guard errors.isEmpty else {
            let sentence = "The edited file had a syntax error: \(sentence(of: errors))"
            problems.header.reasons = [EditHeader.Reason(sentence: sentence)]
            return .wrong(problems)
        }
        return .edited(try edited.map { try prepared($0, originals) })
    }

    /// All that went wrong, each sentence once (apimachinery's `Aggregate`).
    private func sentence(of errors: [any Error]) -> String {
        var sentences: [String] = []
        for error in errors {
            let sentence = ErrorReport.sentence(of: error, programName: context.programName)
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return sentences.count == 1 ? sentences[0] : "[\(sentences.joined(separator: ", "))]"
    }

    /// The sentence for what keeps the text from being read; nil for nothing.
    private func fault(in text: EditedText) async -> String? {
        let check = ManifestValidation(options.validation, cluster: cluster, context: context)
        return await check.sentence(about: EditedText(text.meaning))
    }

    /// The object with what the file did not show, and with what is added to every object.
    private func prepared(_ edited: EditedObject, _ originals: [EditedObject]) throws -> EditedObject {
        var edited = edited
        let managedFields = originals.last { $0.uid == edited.uid }?.value["metadata"]?["managedFields"]
        if managedFields != nil || edited.value["metadata"]?["managedFields"] != nil {
            edited.value["metadata"]?["managedFields"] = managedFields
        }
        edited = try edited.inNamespace(cluster.namespace)
        if options.savesConfiguration { edited.value = LastApplied.annotated(edited.value) }
        edited.value = options.cause.recorded(in: edited.value, as: context.commandLine)
        return edited
    }

    // MARK: - Sending

    /// Sends the objects one after the other.
    ///
    /// One that cannot be sent does not keep the others from it. Of several failures the last is told, as by kubectl,
    /// which tells none where the last object could be sent.
    private func submit(
        _ edited: [EditedObject], of originals: [EditedObject], _ submission: some EditSubmission,
        _ problems: inout EditProblems
    ) async throws {
        var failure: (any Error)?
        for object in edited {
            do {
                guard let outcome = try await submission.submit(object, of: originals, &problems) else { continue }
                var printer = try result.printer(ResultPrinter.Options(operation: outcome.operation), in: context)
                var stream = ConsoleStream(console: context.console)
                try printer.print(outcome.object, into: &stream)
                context.console.flush()
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Whether nothing is left to be set right; throws where the user has to go on in another way.
    private func isDone(_ file: File, _ problems: EditProblems) throws -> Bool {
        if problems.refused > 0 {
            context.console.writeError(
                "You can run `\(context.programName) replace -f \(file.path)` to try this update again.\n")
            throw CommandError.silent(exitCode: 1)
        }
        if problems.missing > 0 {
            context.console.writeError(
                "The edits you made on deleted resources have been saved to \(file.path.goQuoted)\n")
            throw CommandError.silent(exitCode: 1)
        }
        guard problems.header.reasons.isEmpty else { return false }
        remove(file.path)
        return true
    }
}
