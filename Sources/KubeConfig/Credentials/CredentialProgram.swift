import SystemIO

/// One run of a credential program (client-go's exec plugins).
struct CredentialProgram: Sendable {
    let exec: ExecConfiguration
    let configuration: ClientConfiguration
    let surroundings: CredentialSurroundings

    /// Runs the program and reads its answer.
    func run() async -> Result<ExecCredential.Answer, ExecFault> {
        do throws(ExecFault) {
            let isInteractive = try self.isInteractive()
            let request = ExecCredential.request(exec, for: configuration, isInteractive: isInteractive)
            let output = try await output(request: request, isInteractive: isInteractive)
            return .success(try ExecCredential.answer(output, to: exec))
        } catch {
            return .failure(error)
        }
    }

    /// Whether the program gets this process's standard input, which is a terminal then.
    private func isInteractive() throws(ExecFault) -> Bool {
        switch ExecInteractiveMode(rawValue: exec.interactiveMode) {
        case .always?:
            guard surroundings.inputIsTerminal else { throw .inputIsNoTerminal }
            guard !surroundings.inputIsInUse else { throw .inputIsInUse }
            return true
        case .ifAvailable?: return surroundings.inputIsTerminal && !surroundings.inputIsInUse
        case .never?, nil: return false
        }
    }

    private func output(request: String, isInteractive: Bool) async throws(ExecFault) -> [UInt8] {
        let command = PathText.clean(exec.command)
        let searchPath = surroundings.environment["PATH"] ?? ""
        let found = ExecutableSearch.path(of: command, searchPath: searchPath)
        if let refusal = surroundings.policy.refusal(of: command, path: found, searchPath: searchPath) { throw refusal }
        guard let path = found else {
            throw .notFound(command: command, installHint: exec.installHint.withVisibleControls)
        }
        var environment = surroundings.environment
        for variable in exec.environment ?? [] { environment[variable.name] = variable.value }
        environment["KUBERNETES_EXEC_INFO"] = request
        let process = ChildProcess(
            path: path, arguments: [command] + (exec.arguments ?? []), environment: environment,
            inheritsInput: isInteractive)
        let result: ChildProcess.Result
        do throws(SystemError) { result = try await process.run() } catch { throw .cannotRun(error) }
        switch result.exit {
        case .code(0): return result.output
        case .code(let code): throw .failed(command: command, exitCode: code)
        case .signal: throw .failed(command: command, exitCode: -1)
        }
    }
}

extension String {
    /// The text with what could steer a terminal spelled out: "U+001B" in place of an escape.
    ///
    /// Letters, marks, numbers, punctuation, symbols, separators and the blanks up to carriage return stay.
    var withVisibleControls: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where ("\u{9}"..."\u{D}").contains(scalar): text.unicodeScalars.append(scalar)
            case .control, .format, .surrogate, .privateUse, .unassigned:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
