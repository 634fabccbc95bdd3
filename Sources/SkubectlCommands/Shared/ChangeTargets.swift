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
        /// The file or URL it came from; nil for what words name.
        var source: String?
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
    /// - Parameter nestingFaults: Whether a single fault of the manifests is told in the way of several.
    static func read(
        _ selection: ResourceSelection, from origin: Origin = .server, nestingFaults: Bool = false,
        in context: CommandContext
    ) async throws -> ChangeTargets {
        if origin == .manifests { return try await local(selection, in: context) }
        let cluster = try await context.cluster()
        var targets = ChangeTargets(cluster: cluster)
        let reader = ResourceReader(cluster: cluster, selection: selection)
        switch try await selection.resolve(in: cluster) {
        case .objects(let objects):
            targets.isSingle = objects.count == 1
            targets.results = await latest(objects.map { ($0, nil) }, reader)
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
            manifests.nestsFaults = nestingFaults
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
        var objects: [ManifestReader.Object] = []
        let errors = try await manifests.forEach { objects.append($0) }
        if origin == .server {
            results = await Self.latest(objects.map { ($0.selected, $0.source) }, reader)
        } else {
            results = objects.map { .success(Target(value: $0.value, selected: $0.selected, source: $0.source)) }
        }
        if let labels {
            results.removeAll { result in
                guard case .success(let target) = result else { return false }
                return !labels.matches(ManifestReader.labels(of: target.value))
            }
        }
        results += errors.map { .failure($0) }
    }

    private static func latest(
        _ objects: [(selected: SelectedObject, source: String?)], _ reader: ResourceReader
    ) async -> [Result<Target, any Error>] {
        let answers = await reader.objects(objects.map(\.selected))
        return zip(objects, answers).map { object, answer in
            answer.map { Target(value: $0.document, selected: object.selected, source: object.source) }
                .mapError { $0 as any Error }
        }
    }

    private static func local(_ selection: ResourceSelection, in context: CommandContext) async throws -> ChangeTargets
    {
        let found = try await LocalManifestReader(selection: selection, context: context).objects()
        return ChangeTargets(
            results: found.results.map { result in
                result.map { Target(value: $0.value, selected: nil, source: $0.source.name) }
            }, isSingle: found.isSingleFile)
    }
}
