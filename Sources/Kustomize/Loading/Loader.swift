import SystemIO

/// Loads the files of one directory of a build, and knows the directories that led to it.
final class Loader {
    /// The directory, without links.
    let root: String
    private let referrer: Loader?
    private let repository: RepositoryReference?
    /// The directory the repository was cloned to.
    private let cloneDirectory: String?
    /// Whether files must lie below `root`.
    private let isRestricted: Bool
    private let sources: any KustomizationSources

    /// The loader of the directory or the repository that a build begins with.
    init(target: String, sources: any KustomizationSources, isRestricted: Bool) throws(KustomizeError) {
        self.sources = sources
        referrer = nil
        if let repository = RepositoryReference(target) {
            (root, cloneDirectory) = try Self.clone(repository, sources)
            self.repository = repository
            self.isRestricted = true
            return
        }
        repository = nil
        cloneDirectory = nil
        self.isRestricted = isRestricted
        do throws(KustomizeError) {
            root = try Self.confirmedDirectory(target, sources)
        } catch {
            throw .during(.buildingAtDirectory, error)
        }
    }

    private init(below referrer: Loader, directory: String) {
        root = directory
        self.referrer = referrer
        repository = nil
        cloneDirectory = nil
        isRestricted = referrer.isRestricted
        sources = referrer.sources
    }

    private init(below referrer: Loader, repository: RepositoryReference) throws(KustomizeError) {
        sources = referrer.sources
        (root, cloneDirectory) = try Self.clone(repository, referrer.sources)
        self.referrer = referrer
        self.repository = repository
        isRestricted = true
    }

    // MARK: - Directories

    /// The loader of a directory or a repository that this one's kustomization names.
    func loader(at path: String) throws(KustomizeError) -> Loader {
        guard !path.isEmpty else { throw .emptyRoot }
        if let repository = RepositoryReference(path) {
            try refuseCycle(of: repository)
            return try Loader(below: self, repository: repository)
        }
        guard !PathText.isAbsolute(path) else { throw .absoluteRoot(path) }
        let directory: String
        do throws(KustomizeError) {
            directory = try Self.confirmedDirectory(PathText.join(root, path), sources)
        } catch {
            throw .during(.buildingAtDirectory, error)
        }
        try refuseLeavingRepository(directory)
        try refuseCycle(at: directory)
        return Loader(below: self, directory: directory)
    }

    private static func clone(
        _ repository: RepositoryReference, _ sources: any KustomizationSources
    ) throws(KustomizeError) -> (root: String, clone: String) {
        switch sources.fetched(.repository(repository)) {
        case nil, .success(.document): throw .needs(.repository(repository))
        case .failure(let fault): throw .fetch(fault)
        case .success(.directory(let clone)):
            let path = PathText.join(clone, repository.path)
            let place = try cleanedAbsolute(path, sources)
            if let file = place.file { throw .repositoryPathIsFile(path, file: file) }
            guard isBelow(place.directory, clone) else { throw .outsideOfRepository(path, repository: clone) }
            return (place.directory, clone)
        }
    }

    private static func confirmedDirectory(
        _ path: String, _ sources: any KustomizationSources
    ) throws(KustomizeError) -> String {
        guard !path.isEmpty else { throw .emptyDirectory }
        let place: (directory: String, file: String?)
        do throws(KustomizeError) {
            place = try cleanedAbsolute(path, sources)
        } catch {
            throw .during(.confirmingDirectory, error)
        }
        guard place.file == nil else { throw .fileIsNoDirectory(path) }
        return place.directory
    }

    /// The directory of a path, and the file in it where it leads to one.
    private static func cleanedAbsolute(
        _ path: String, _ sources: any KustomizationSources
    ) throws(KustomizeError) -> (directory: String, file: String?) {
        let resolved: String
        do throws(SystemError) {
            resolved = try sources.resolvingLinks(PathText.absolute(path, below: sources.currentDirectory))
        } catch {
            throw .unresolvable(path, error)
        }
        if sources.isDirectory(resolved) { return (resolved, nil) }
        return (PathText.directory(of: resolved), PathText.lastElement(of: resolved))
    }

    /// Whether `path` is `directory` or lies in it.
    private static func isBelow(_ path: String, _ directory: String) -> Bool {
        directory == "/" || path == directory || path.hasPrefix(directory + "/")
    }

    // MARK: - Cycles

    private func refuseCycle(at directory: String) throws(KustomizeError) {
        var visited: Loader? = self
        while let loader = visited {
            guard !Self.isBelow(loader.root, directory) else { throw .cycle(directory, visited: loader.root) }
            visited = loader.referrer
        }
    }

    private func refuseCycle(of repository: RepositoryReference) throws(KustomizeError) {
        var visited: Loader? = self
        while let loader = visited {
            if let known = loader.repository, known.text.hasPrefix(repository.text) {
                throw .repositoryCycle(repository.text, visited: known.text)
            }
            visited = loader.referrer
        }
    }

    private func refuseLeavingRepository(_ directory: String) throws(KustomizeError) {
        var loader: Loader? = self
        while let current = loader, current.cloneDirectory == nil { loader = current.referrer }
        guard let clone = loader?.cloneDirectory, !Self.isBelow(directory, clone) else { return }
        throw .baseOutsideOfRepository(directory, repository: clone)
    }

    // MARK: - Files

    /// The contents of a file, which must lie below the root, or of an HTTP URL.
    func load(_ path: String) throws(KustomizeError) -> [UInt8] {
        let lowercased = path.lowercased()
        if lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://") { return try download(path) }
        var file = PathText.isAbsolute(path) ? path : PathText.join(root, path)
        if isRestricted {
            let place = try Self.cleanedAbsolute(file, sources)
            guard let name = place.file else { throw .resolvesToNoFile(file) }
            guard Self.isBelow(place.directory, root) else { throw .outsideOfRoot(file, root: root) }
            file = PathText.join(place.directory, name)
        }
        do throws(SystemError) { return try sources.read(file) } catch { throw .system(error) }
    }

    private func download(_ url: String) throws(KustomizeError) -> [UInt8] {
        switch sources.fetched(.document(url: url)) {
        case .success(.document(let bytes)): return bytes
        case .failure(.status) where RepositoryReference(url) != nil: throw .urlIsRepository
        case .failure(let fault): throw .fetch(fault)
        case nil, .success(.directory): throw .needs(.document(url: url))
        }
    }
}
