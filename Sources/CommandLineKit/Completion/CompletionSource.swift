/// Where the shell finds the values of a flag or of a positional argument.
package enum CompletionSource: Hashable, Sendable {
    /// The shell's own completion of file names.
    case files
    /// File names with one of these extensions, without the point.
    case fileExtensions([String])
    /// Names of directories.
    case directories
    /// One of these values; as a positional argument only the first one.
    case values([String])
    /// One of these values, all of them offered whatever the word begins with: the shell leaves out what does not fit.
    case allValues([String])
    /// The names of commands, each below the one before it.
    case commands
    /// Values known only at run time, which the program's resolver looks up under this name.
    case dynamic(DynamicCompletion)
    /// Nothing at all, not even file names.
    case nothing
}

/// The name of a list of values that is known only at run time.
///
/// The program declares its own names as static members in an extension.
package struct DynamicCompletion: Hashable, Sendable {
    /// What the resolver finds the list by.
    package let name: String

    package init(_ name: String) { self.name = name }
}
