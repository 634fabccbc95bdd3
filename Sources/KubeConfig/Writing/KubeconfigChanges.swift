import SystemIO
import YAMLCodec

/// The files that change, with what they are to say.
struct KubeconfigChanges {
    private let files: KubeconfigFiles
    private var configs: [String: Kubeconfig] = [:]
    private var changed: [String] = []

    init(files: KubeconfigFiles) {
        self.files = files
    }

    /// Finds the file of every difference.
    mutating func add(from old: Kubeconfig, to new: Kubeconfig, relativizesPaths: Bool) throws(KubeConfigError) {
        if old.currentContext != new.currentContext { try setCurrentContext(new.currentContext) }
        if old.preferences != new.preferences { try setPreferences(new.preferences) }
        let directory = try currentDirectory()
        for (name, cluster) in new.clusters where old.clusters[name] != cluster {
            try change(cluster.origin) { config, file throws(KubeConfigError) in
                var cluster = cluster
                if relativizesPaths { cluster.mapPaths { Self.relative($0, file, directory) } }
                config.clusters[name] = cluster
            }
        }
        for (name, context) in new.contexts where old.contexts[name] != context {
            try change(context.origin) { config, _ throws(KubeConfigError) in config.contexts[name] = context }
        }
        for (name, user) in new.users where old.users[name] != user {
            try change(user.origin) { config, file throws(KubeConfigError) in
                var user = user
                if relativizesPaths { user.mapPaths { Self.relative($0, file, directory) } }
                config.users[name] = user
            }
        }
        for (name, cluster) in old.clusters where new.clusters[name] == nil {
            try change(cluster.origin) { config, _ throws(KubeConfigError) in config.clusters[name] = nil }
        }
        for (name, context) in old.contexts where new.contexts[name] == nil {
            try change(context.origin) { config, _ throws(KubeConfigError) in config.contexts[name] = nil }
        }
        for (name, user) in old.users where new.users[name] == nil {
            try change(user.origin) { config, _ throws(KubeConfigError) in config.users[name] = nil }
        }
    }

    /// Writes the files.
    func write() throws(KubeConfigError) {
        for path in changed {
            guard let config = configs[path] else { continue }
            let bytes: [UInt8]
            do throws(YAMLError) {
                bytes = try YAMLEmitter.bytes(config.document)
            } catch {
                throw .unwritable(error)
            }
            do throws(SystemError) {
                try FileSystem.makeDirectories(PathText.directory(of: path), mode: 0o755)
                try FileSystem.replace(path, with: bytes, mode: 0o600, durable: true)
            } catch {
                throw .system(error)
            }
        }
    }

    private mutating func change(
        _ origin: String?, _ edit: (inout Kubeconfig, String) throws(KubeConfigError) -> Void
    ) throws(KubeConfigError) {
        let path = origin ?? files.defaultFile
        var config = try config(path)
        try edit(&config, path)
        configs[path] = config
        if !changed.contains(path) { changed.append(path) }
    }

    /// The entries of one file; none where it does not exist.
    private mutating func config(_ path: String) throws(KubeConfigError) -> Kubeconfig {
        if let known = configs[path] { return known }
        do throws(FileFault) {
            return try KubeconfigLoader.loadFile(path)
        } catch .system(let error) where error.isNotFound {
            return Kubeconfig()
        } catch {
            throw .unreadable(error)
        }
    }

    /// A new name goes to the file for new entries; the empty one to the first file that has a name.
    private mutating func setCurrentContext(_ name: String) throws(KubeConfigError) {
        var path = files.defaultFile
        if name.isEmpty && files.explicit == nil {
            for file in files.precedence where FileSystem.exists(file) {
                guard try !config(file).currentContext.isEmpty else { continue }
                path = file
                break
            }
        }
        try change(path) { config, _ throws(KubeConfigError) in config.currentContext = name }
    }

    /// They go to the first file that has others.
    private mutating func setPreferences(_ preferences: KubeconfigPreferences) throws(KubeConfigError) {
        var path = files.defaultFile
        if files.explicit == nil {
            for file in files.precedence where !file.isEmpty {
                guard try config(file).preferences != preferences else { continue }
                path = file
                break
            }
        }
        try change(path) { config, _ throws(KubeConfigError) in config.preferences = preferences }
    }

    /// A path as seen from its file, if it is below; else absolute.
    private static func relative(_ path: String, _ file: String, _ directory: String) -> String {
        if path.isEmpty { return path }
        let base = PathText.absolute(PathText.directory(of: file), below: directory)
        let absolute = PathText.isAbsolute(path) ? path : PathText.join(base, path)
        guard let relative = PathText.relative(absolute, to: base), !relative.hasPrefix("../") else { return absolute }
        return relative
    }

    private func currentDirectory() throws(KubeConfigError) -> String {
        do throws(SystemError) { return try FileSystem.currentDirectory() } catch { throw .system(error) }
    }
}
