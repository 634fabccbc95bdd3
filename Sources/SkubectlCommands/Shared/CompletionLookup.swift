import CommandLineKit
import JSONModel
import KubeClient
import KubeConfig
import KubeModel
import StdlibExtensions
import SystemIO

/// Looks up in the kubeconfig and in the cluster what a word of a command line may be.
///
/// What cannot be looked up is left out without a word, as kubectl does: the user is typing.
struct CompletionLookup: Sendable {
    private let context: CommandContext
    private let words: [String]
    private let text: String
    private let source: DynamicCompletion
    private let isFlagValue: Bool

    /// - Parameter request: what is asked for; its global flags say which cluster is meant.
    init(context: CommandContext, request: DynamicCompletionRequest) {
        self.context = context.with(GlobalFlags(request.arguments))
        words = request.arguments.positionals
        text = request.text
        source = request.source
        isFlagValue = request.isFlagValue
    }

    /// The types that kubectl offers where a pod is meant, since they have pods.
    private static let typesWithPods = [
        "daemonsets", "deployments", "pods", "jobs", "replicasets", "replicationcontrollers", "services",
        "statefulsets",
    ]

    private static let podKind = GroupVersionKind(group: "", version: "v1", kind: "Pod")

    func answer() async -> CompletionAnswer {
        switch source {
        case .pods: return words.isEmpty ? await podsOrTypes() : values(await containers())
        case .containers: return values(await containers())
        case .resources: return await resources()
        case .copyLocations: return CompletionAnswer(await copyLocations().map { CompletionCandidate($0) }, .noSpace)
        default:
            // Commands that take such a name take one.
            return values(isFlagValue || words.isEmpty ? await singleNames() : [])
        }
    }

    private func singleNames() async -> [String] {
        switch source {
        case .contexts: kubeconfigNames(.context)
        case .clusters: kubeconfigNames(.cluster)
        case .users: kubeconfigNames(.user)
        default: if let type = source.objectType { await names(ofType: type) } else { [] }
        }
    }

    // MARK: What kubectl offers

    /// A type, then names of that type; or `type/name` for every word.
    private func resources() async -> CompletionAnswer {
        if let type = words.first, !type.contains("/") {
            let given = words.dropFirst()
            return values(await names(ofType: type).filter { !given.contains($0) })
        }
        if let slash = text.firstIndex(of: "/") {
            let type = String(text[..<slash])
            let names = await names(ofType: type).map { "\(type)/\($0)" }
            return values(names.filter { !words.contains($0) })
        }
        let types = await types()
        return words.isEmpty ? values(types) : values(types.map { $0 + "/" }, .noSpace)
    }

    /// Names of pods, and the types that have pods, each with a slash.
    private func podsOrTypes() async -> CompletionAnswer {
        if let slash = text.firstIndex(of: "/") {
            let type = String(text[..<slash])
            return values(await names(ofType: type).map { "\(type)/\($0)" })
        }
        let pods = await names(ofType: "pods").filter { $0.hasPrefix(text) }
        let types = Self.typesWithPods.filter { $0.hasPrefix(text) }.map { $0 + "/" }
        return CompletionAnswer(
            (pods + types).map { CompletionCandidate($0) }, pods.isEmpty ? [.noFiles, .noSpace] : .noFiles)
    }

    private func values(_ values: [String], _ directive: CompletionDirective = []) -> CompletionAnswer {
        CompletionAnswer(
            values.filter { $0.hasPrefix(text) }.map { CompletionCandidate($0) }, directive.union(.noFiles))
    }

    /// Namespaces with a slash, pods with a colon, and files, for the first of two words; pods of the namespace that is named.
    private func copyLocations() async -> [String] {
        if !words.isEmpty || text.contains(":") || ["/", ".", "~"].contains(text.prefix(1)) { return [] }
        if let slash = text.firstIndex(of: "/") {
            let namespace = String(text[..<slash])
            return await names(ofType: "pods", namespace: namespace).map { "\(namespace)/\($0):" }
                .filter { $0.hasPrefix(text) }
        }
        let names = await names(ofType: "namespaces").map { "\($0)/" } + names(ofType: "pods").map { "\($0):" }
        if text.isEmpty { return names + ["./", "/"] }
        let fitting = names.filter { $0.hasPrefix(text) }
        return fitting.isEmpty ? [] : fitting + filesHere()
    }

    /// Files of the current folder, folders with a slash.
    private func filesHere() -> [String] {
        // What cannot be read has no names to offer.
        let files = ((try? FileSystem.list(".")) ?? []).filter { $0.hasPrefix(text) }
        // As above.
        return files.map { (try? FileSystem.linkStatus($0).kind) == .directory ? "\($0)/" : $0 }
    }

    // MARK: Where it comes from

    private func kubeconfigNames(_ kind: KubeConfigError.EntryKind) -> [String] {
        // A kubeconfig that cannot be read has no names to offer.
        (try? context.configurationSource())?.loaded.config.names(of: kind) ?? []
    }

    /// The types that can be read, the last of a list `a,b` behind those before it.
    private func types() async -> [String] {
        let before = text.lastIndex(of: ",").map { String(text[...$0]) } ?? ""
        do {
            let snapshot = try await context.cluster().discovery.snapshot(allowingCache: true)
            let names = snapshot.preferredResources.filter { $0.verbs.contains("get") }.map {
                ($0.group, $0.groupResource)
            }
            let sorted = names.sorted {
                $0.0 == $1.0 ? $0.1.precedesByBytes($1.1) : $0.0.precedesByBytes($1.0)
            }
            return sorted.map { before + $0.1 }
        } catch {
            return []
        }
    }

    /// The names of the objects of a type, or of several types with commas between them; in another namespace if one is given.
    private func names(ofType type: String, namespace: String? = nil) async -> [String] {
        do {
            var names: [String] = []
            let cluster = try await context.cluster()
            _ = try await list(ResourceSelection(words: [type]), in: cluster.inNamespace(namespace)) { answer in
                names += (answer.document["items"]?.array ?? []).compactMap { $0["metadata"]?["name"]?.string }
            }
            return names
        } catch {
            return []
        }
    }

    /// Reads collections page by page; only the metadata unless whole objects are asked for.
    private func list(
        _ selection: ResourceSelection, in cluster: Cluster, accept: String = APIRequest.acceptMetadata,
        _ body: (ResourceReader.Answer) -> Void
    ) async throws {
        var selection = selection
        selection.chunkSize = Int(ResourceSelection.chunkSizeFlag.defaultValue)
        guard case .collections(let mappings) = try await selection.resolve(in: cluster) else { return }
        let reader = ResourceReader(cluster: cluster, selection: selection, accept: accept)
        // What cannot be listed has no names to offer.
        _ = try await reader.collections(mappings, body)
    }

    /// The containers of the pod in the first word, which may be written `pod/name`, or of a pod of `deployment/name`.
    private func containers() async -> [String] {
        guard let word = words.first, words.count == 1 || isFlagValue else { return [] }
        do {
            let cluster = try await context.cluster()
            let selection = ResourceSelection(words: word.contains("/") ? [word] : ["pods", word])
            guard case .objects(let objects) = try await selection.resolve(in: cluster), let object = objects.first
            else { return [] }
            var pod = try await cluster.object(object.location)
            if object.mapping.gvk != Self.podKind {
                guard let other = try await self.pod(of: pod, gvk: object.mapping.gvk, in: cluster) else { return [] }
                pod = other
            }
            let lists = ["initContainers", "containers"].map { pod["spec"]?[$0]?.array ?? [] }
            return lists.joined().compactMap { $0["name"]?.string }
        } catch {
            return []
        }
    }

    /// The pod of a workload or a service that commands would take.
    private func pod(of workload: JSONValue, gvk: GroupVersionKind, in cluster: Cluster) async throws -> JSONValue? {
        let selector = try PodSelector.of(workload, gvk: gvk)
        var selection = ResourceSelection(words: ["pods"])
        selection.labelSelector = selector
        var pods: [JSONValue] = []
        try await list(selection, in: cluster, accept: APIRequest.acceptJSON) { pods += $0.items }
        return pods.min(by: PodPreference.forLogs)
    }
}

extension CommandContext {
    /// The same surroundings with other global flags: those of the command line to complete.
    fileprivate func with(_ global: GlobalFlags) -> CommandContext {
        CommandContext(
            programName: programName, console: console, environment: environment, clock: clock, global: global,
            commands: commands, warnings: warnings, inputIsInUse: false, makeTransport: makeTransport)
    }
}
