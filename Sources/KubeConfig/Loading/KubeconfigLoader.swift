import SystemIO

/// Reads kubeconfig files and merges them, by the rules of client-go's `ClientConfigLoadingRules`.
package struct KubeconfigLoader: Sendable {
    package let files: KubeconfigFiles

    package init(files: KubeconfigFiles) {
        self.files = files
    }

    /// What was read, and from where.
    package struct Loaded: Sendable, Hashable {
        package var config: Kubeconfig
        /// The files that were read; kubectl tells each from `-v=6` on: `Config loaded from file:  x`.
        package var read: [String]
        /// The files of KUBECONFIG that do not exist, when none does; kubectl tells them from `-v=1` on:
        /// `Config not found: x, y`.
        package var missing: [String]
    }

    /// Reads all files, with the paths inside of them made absolute.
    ///
    /// A file of `--kubeconfig` must exist; others that do not, and empty names, are passed over.
    package func load() throws(KubeConfigError) -> Loaded {
        if let explicit = files.explicit { try checkExists(explicit) }
        var loaded = try loadUnresolved()
        loaded.config.resolvePaths(from: try Self.currentDirectory())
        return loaded
    }

    /// Reads all files and keeps the paths in them as written; not even a file of `--kubeconfig` must exist.
    ///
    /// This is what the `config` commands work on.
    package func loadAsWritten() throws(KubeConfigError) -> Kubeconfig {
        try loadUnresolved().config
    }

    /// Reads one file and keeps the paths in it as written.
    package static func loadFile(_ path: String) throws(FileFault) -> Kubeconfig {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileSystem.read(path, limit: sizeLimit) } catch { throw .system(error) }
        var config = try Kubeconfig(document: KubeconfigYAML.decode(bytes))
        config.setOrigin(path)
        return config
    }

    /// The most bytes a file may have; kubectl has no limit, a kubeconfig with a hundred clusters has a megabyte.
    private static let sizeLimit = 256 << 20

    private func loadUnresolved() throws(KubeConfigError) -> Loaded {
        migrateLegacyFile()
        var loaded = Loaded(config: Kubeconfig(), read: [], missing: [])
        var faults: [UnreadableFile] = []
        for path in files.precedence where !path.isEmpty {
            do throws(FileFault) {
                loaded.config.fill(from: try Self.loadFile(path))
                loaded.read.append(path)
            } catch .system(let error) where error.isNotFound {
                loaded.missing.append(path)
            } catch {
                faults.append(UnreadableFile(path: path, fault: error))
            }
        }
        guard faults.isEmpty else { throw .unreadableFiles(faults) }
        if !loaded.read.isEmpty || files.listed.isEmpty { loaded.missing = [] }
        return loaded
    }

    private func checkExists(_ path: String) throws(KubeConfigError) {
        do throws(SystemError) {
            _ = try FileSystem.status(path)
        } catch {
            // Another reason is told by reading.
            if error.isNotFound { throw .system(error) }
        }
    }

    /// Copies `~/.kube/.kubeconfig` to `~/.kube/config` where only the first exists.
    private func migrateLegacyFile() {
        guard !FileSystem.exists(files.home), FileSystem.exists(files.legacyHome) else { return }
        // A file that cannot be copied is one that is not there.
        guard let bytes = try? FileSystem.read(files.legacyHome, limit: Self.sizeLimit) else { return }
        try? FileSystem.write(bytes, to: files.home, mode: 0o666)  // As above.
    }

    private static func currentDirectory() throws(KubeConfigError) -> String {
        do throws(SystemError) { return try FileSystem.currentDirectory() } catch { throw .system(error) }
    }
}
