import SystemIO

/// The sources that the values of `-f` and `-R` stand for, in the order they are read in.
///
/// The rules are those of cli-runtime's resource builder.
package struct ManifestSelection: Sendable, Hashable {
    package private(set) var sources: [ManifestSource] = []
    /// Whether one file, and no directory with more, was named, so that a lone object is not shown as a list.
    package private(set) var isSingleItem = false

    private static let extensions: Set = [".json", ".yaml", ".yml"]

    /// Looks up what `names` stand for: `-`, http and https URLs, files, directories and patterns of them.
    ///
    /// Of a directory, the files with the extensions .json, .yaml and .yml count; those below it where `isRecursive`.
    /// Where `inputIsTaken`, standard input is read for something else.
    package init(names: [String], isRecursive: Bool, inputIsTaken: Bool = false) throws(ManifestErrors) {
        var errors: [ManifestError] = []
        var hasDirectory = false
        for name in names {
            if name == "-" {
                if sources.contains(.standardInput) { errors.append(.standardInputTwice) }
                sources.append(.standardInput)
            } else if name.hasPrefix("http://") || name.hasPrefix("https://") {
                if let problem = ManifestURL.problem(of: name) {
                    errors.append(.invalidURL(name, problem))
                } else {
                    sources.append(.url(name))
                }
            } else {
                add(name, isRecursive, &hasDirectory, &errors)
            }
        }
        if inputIsTaken, sources.contains(.standardInput) { errors.append(.standardInputTwice) }
        if !errors.isEmpty { throw ManifestErrors(errors: errors) }
        isSingleItem = sources.count == 1 && !hasDirectory && sources != [.standardInput]
    }

    /// The documents a kustomization's directory was built to (`-k`).
    package init(built bytes: [UInt8], from directory: String) {
        sources = [.built(directory: directory, bytes)]
    }

    private mutating func add(
        _ name: String, _ isRecursive: Bool, _ hasDirectory: inout Bool, _ errors: inout [ManifestError]
    ) {
        let paths: [String]
        do throws(ManifestError) {
            paths = try Self.expand(name)
        } catch {
            errors.append(error)
            return
        }
        for path in paths {
            do throws(ManifestError) {
                let files = try Self.files(at: path, isRecursive)
                if files.count > 1 { hasDirectory = true }
                sources += files.map { .file($0) }
            } catch {
                errors.append(error)
            }
        }
        if sources.isEmpty && errors.isEmpty { errors.append(.noRecognizedFiles(paths)) }
    }

    /// The paths that match a name that is no file's.
    private static func expand(_ name: String) throws(ManifestError) -> [String] {
        do throws(SystemError) {
            _ = try FileSystem.status(name)
            return [name]
        } catch {
            guard error.isNotFound else { return [name] }
        }
        guard let matches = GlobPattern.paths(matching: name) else { throw .invalidPattern(name) }
        guard !matches.isEmpty else { throw .pathNotFound(name) }
        return matches
    }

    /// The files at or below a path, in the order of Go's `filepath.Walk`.
    private static func files(at path: String, _ isRecursive: Bool) throws(ManifestError) -> [String] {
        do throws(SystemError) {
            _ = try FileSystem.status(path)
        } catch {
            throw error.isNotFound ? .pathNotFound(path) : .pathInaccessible(path, error)
        }
        do throws(SystemError) {
            // A link to a directory is not followed here, so that reading it fails as it does for kubectl.
            guard try FileSystem.linkStatus(path).kind == .directory else { return [path] }
            return try walk(path, isRecursive)
        } catch {
            throw .unreadableDirectory(path, error)
        }
    }

    private static func walk(_ directory: String, _ isRecursive: Bool) throws(SystemError) -> [String] {
        var files: [String] = []
        for name in try FileSystem.list(directory) {
            let path = PathText.join(directory, name)
            if try FileSystem.linkStatus(path).kind == .directory {
                if isRecursive {
                    files += try walk(path, isRecursive)
                } else {
                    // kubectl, too, looks into a directory before it leaves it out.
                    _ = try FileSystem.list(path)
                }
            } else if let point = name.lastIndex(of: "."), extensions.contains(String(name[point...])) {
                files.append(path)
            }
        }
        return files
    }
}
