/// A shell for which there is a completion script.
package enum CompletionShell: String, CaseIterable, Sendable {
    case bash, zsh, fish, powershell

    /// The file name under which the shell or its package finds the script.
    package func fileName(program: String) -> String {
        switch self {
        case .bash: "\(program).bash"
        case .zsh: "_\(program)"
        case .fish: "\(program).fish"
        case .powershell: "\(program).ps1"
        }
    }
}

/// Writes the scripts that let a shell ask the program, through its command `__complete`, how a line may go on.
package enum CompletionScript {
    /// The script for a shell.
    ///
    /// - Parameter program: the name under which the program is called; what is neither a letter nor a digit becomes
    ///   `_` in the names of the script's functions.
    package static func text(for shell: CompletionShell, program: String) -> String {
        let template =
            switch shell {
            case .bash: BashScript.template
            case .zsh: ZshScript.template
            case .fish: FishScript.template
            case .powershell: PowerShellScript.template
            }
        let identifier = String(
            String.UnicodeScalarView(program.unicodeScalars.map { isWordCharacter($0) ? $0 : "_" }))
        return template.replacing("{{name}}", with: program).replacing("{{id}}", with: identifier)
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
