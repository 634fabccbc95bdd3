import SystemIO

extension GlobPattern {
    /// The paths that match, in byte order within each directory; nil for a pattern with bad syntax.
    ///
    /// Directories that cannot be read have no matches. The rules are those of Go's `filepath.Glob`.
    static func paths(matching pattern: String) -> [String]? {
        guard GlobPattern(pattern) != nil else { return nil }
        guard hasMeta(pattern) else {
            // A path that leads nowhere matches nothing, and that is all there is to say about it.
            return (try? FileSystem.linkStatus(pattern)) == nil ? [] : [pattern]
        }
        let (directory, file) = split(pattern)
        if directory == pattern { return nil }
        guard hasMeta(directory) else { return names(in: directory, matching: file) }
        guard let directories = paths(matching: directory) else { return nil }
        var result: [String] = []
        for directory in directories {
            guard let found = names(in: directory, matching: file) else { return nil }
            result += found
        }
        return result
    }

    private static func names(in directory: String, matching pattern: String) -> [String]? {
        guard let pattern = GlobPattern(pattern) else { return nil }
        // As above: what cannot be read has no matches.
        guard let status = try? FileSystem.status(directory), status.kind == .directory,
            // As above.
            let names = try? FileSystem.list(directory)
        else { return [] }
        return names.filter { pattern.matches($0) }.map { PathText.join(directory, $0) }
    }

    private static func hasMeta(_ path: String) -> Bool {
        path.utf8.contains { "*?[\\".utf8.contains($0) }
    }

    /// The directory, without the slash after it, and the last element.
    private static func split(_ path: String) -> (directory: String, file: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let directory = slash == path.startIndex ? "/" : String(path[..<slash])
        return (directory, String(path[path.index(after: slash)...]))
    }
}
