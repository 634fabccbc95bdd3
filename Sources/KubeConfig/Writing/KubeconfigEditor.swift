import SystemIO

/// Changes kubeconfig files under their locks, by the rules of client-go's `ModifyConfig`.
///
/// An entry goes to the file it came from and a new one to `KubeconfigFiles.defaultFile`. Programs that change the files
/// at the same time wait for each other, so that no change is lost and no file is ever half written.
package struct KubeconfigEditor: Sendable {
    package let files: KubeconfigFiles
    /// How long a lock of another program is waited for.
    private let patience: Duration

    package init(files: KubeconfigFiles, patience: Duration = .seconds(3)) {
        self.files = files
        self.patience = patience
    }

    /// Applies `edit` to the merged files, paths as written, and writes those that change.
    ///
    /// `edit` runs twice, before and under the lock: what it throws the first time leaves everything as it is. With
    /// `relativizesPaths` a path in an entry that changes becomes relative to the entry's file, where it is below.
    package func modify<Result>(
        relativizesPaths: Bool = true, _ edit: (inout Kubeconfig) throws -> Result
    ) throws -> Result {
        let loader = KubeconfigLoader(files: files)
        var preview = try loader.loadAsWritten()
        _ = try edit(&preview)
        return try locked(
            files.precedence.filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }[...]
        ) {
            let old = try loader.loadAsWritten()
            var new = old
            let result = try edit(&new)
            var changes = KubeconfigChanges(files: files)
            try changes.add(from: old, to: new, relativizesPaths: relativizesPaths)
            try changes.write()
            return result
        }
    }

    /// Calls `body` with the locks of all files, taken in one order by everyone.
    private func locked<Result>(_ paths: ArraySlice<String>, _ body: () throws -> Result) throws -> Result {
        guard let path = paths.first else { return try body() }
        let lock: LockFile
        do throws(SystemError) {
            lock = try LockFile("\(path).lock", patience: patience)
        } catch {
            throw KubeConfigError.system(error)
        }
        let result = try locked(paths.dropFirst(), body)
        _ = consume lock
        return result
    }
}
