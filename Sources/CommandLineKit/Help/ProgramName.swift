/// The name that texts give the program until it is known by which it was called.
package enum ProgramName {
    /// What declarations of commands and flags call the program.
    package static let placeholder = "skubectl"
}

extension String {
    /// The text with the name the program was called by in place of the one declarations use.
    func naming(program: String) -> String {
        guard program != ProgramName.placeholder else { return self }
        return split(separator: ProgramName.placeholder, omittingEmptySubsequences: false).joined(separator: program)
    }
}
