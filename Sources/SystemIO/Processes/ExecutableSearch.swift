/// Finds the file of a program by its name, as Go's `exec.LookPath` does.
package enum ExecutableSearch {
    /// The file to run for a name; a name with a slash is a path already and is not looked up.
    ///
    /// Nil when no directory of `searchPath` (PATH) has it. The current directory does not count, even where PATH names
    /// it: a program there must be called by its path.
    package static func path(of name: String, searchPath: String) -> String? {
        if name.utf8.contains(UInt8(ascii: "/")) { return name }
        if name.isEmpty { return nil }
        for directory in PathText.splitList(searchPath) {
            let candidate = PathText.join(directory.isEmpty ? "." : directory, name)
            guard FileSystem.isExecutable(candidate) else { continue }
            return PathText.isAbsolute(candidate) ? candidate : nil
        }
        return nil
    }
}
