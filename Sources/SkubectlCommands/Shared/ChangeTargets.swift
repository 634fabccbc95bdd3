import JSONModel
import KubeClient
import KubeModel
import Manifests

/// The objects that a command changes, as they are before.
struct ChangeTargets: Sendable {
    /// One object: as the server has it, or as its manifest has it where the server is not asked.
    struct Target: Sendable {
        var value: JSONValue
        /// Where it is on the server; nil where that is not asked (`--local`).
        let selected: SelectedObject?
        /// Whether it came in a list of its kind.
        var isListed = false

        var name: String { value["metadata"]?["name"]?.string ?? selected?.name ?? "" }
    }

    /// The objects in order, or why one could not be read in its place.
    var results: [Result<Target, any Error>] = []
    /// Whether the command names one object, so that it is not shown as one of several.
    var isSingle = false
    /// The server; nil where it is not asked.
    var cluster: Cluster?

    // What could not be read is told by `errors`.
    var found: [Target] { results.compactMap { try? $0.get() } }
    var errors: [any Error] {
        results.compactMap { result in
            guard case .failure(let error) = result else { return nil }
            return error
        }
    }

    /// The objects that are there twice, whose changes must not overtake each other.
    var repeated: Set<SelectedObject> {
        var seen: Set<SelectedObject> = []
        var repeated: Set<SelectedObject> = []
        for case .success(let target) in results {
            guard let selected = target.selected, !seen.insert(selected).inserted else { continue }
            repeated.insert(selected)
        }
        return repeated
    }

    /// All objects; throws where one could not be read, before anything is changed.
    func all() throws -> [Target] {
        try CommandError.throwAll(errors)
        return found
    }
}

extension ChangeTargets {
    /// Where objects come from.
    enum Origin: Sendable, Hashable {
        /// Manifests alone; no server is asked (`--local`).
        case manifests
        /// The server, also for objects that manifests name.
        case server
        /// The server for what words name; manifests are taken as they are.
        case serverAndManifests
    }

    /// Reads what a selection names; objects are read side by side.
    ///
    /// - Parameter isTyped: Whether kubectl reads manifests into its Go types, so that they have to fit these.
    static func read(
        _ selection: ResourceSelection, from origin: Origin = .server, isTyped: Bool = false,
        in context: CommandContext
    ) async throws -> ChangeTargets {
        if origin == .manifests { return try await local(selection, isTyped: isTyped, in: context) }
        let cluster = try await context.cluster()
        var targets = ChangeTargets(cluster: cluster)
        let reader = ResourceReader(cluster: cluster, selection: selection)
        switch try await selection.resolve(in: cluster) {
        case .objects(let objects):
            targets.isSingle = objects.count == 1
            targets.results = Self.targets(objects, await reader.objects(objects))
        case .collections(let mappings):
            let errors = try await reader.collections(mappings) { answer in
                targets.results += answer.items.map { item in
                    let selected = SelectedObject(
                        mapping: answer.mapping, namespace: item["metadata"]?["namespace"]?.string,
                        name: item["metadata"]?["name"]?.string ?? "")
                    return .success(Target(value: item, selected: selected, isListed: true))
                }
            }
            targets.results += errors.map { .failure($0) }
        case .manifests:
            var manifests = ManifestReader(cluster: cluster, selection: selection, context: context)
            manifests.isTyped = isTyped
            manifests.asksServer = origin == .server
            try await targets.read(manifests, from: origin, reader)
        }
        return targets
    }

    private mutating func read(
        _ manifests: ManifestReader, from origin: Origin, _ reader: ResourceReader
    ) async throws {
        var selection = manifests.selection
        // Labels count as the server has them where the object is read from there.
        let labels = origin == .server ? try selection.labelQuery() : nil
        if origin == .server { selection.labelSelector = "" }
        var manifests = manifests
        manifests.selection = selection
        isSingle = try await manifests.isSingleFile()
        if origin == .server {
            let read = try await manifests.results()
            let named = read.compactMap { try? $0.get() }  // The failures keep their places below.
            var targets = Self.targets(named.map(\.selected), await reader.objects(named))[...]
            results = read.compactMap { result in
                switch result {
                case .success: targets.popFirst()
                case .failure(let error): .failure(error)
                }
            }
        } else {
            let errors = try await manifests.forEach { object in
                results.append(.success(Target(value: object.value, selected: object.selected)))
            }
            results += errors.map { .failure($0) }
        }
        if let labels {
            results.removeAll { result in
                guard case .success(let target) = result else { return false }
                return !labels.matches(ManifestReader.labels(of: target.value))
            }
        }
    }

    private static func targets(
        _ objects: [SelectedObject], _ answers: [Result<ResourceReader.Answer, ClientError>]
    ) -> [Result<Target, any Error>] {
        zip(objects, answers).map { object, answer in
            answer.map { Target(value: $0.document, selected: object) }.mapError { $0 as any Error }
        }
    }

    private static func local(
        _ selection: ResourceSelection, isTyped: Bool, in context: CommandContext
    ) async throws -> ChangeTargets {
        let reader = LocalManifestReader(selection: selection, context: context, isTyped: isTyped)
        let found = try await reader.objects()
        return ChangeTargets(
            results: found.results.map { result in result.map { Target(value: $0.value, selected: nil) } },
            isSingle: found.isSingleFile)
    }
}
