import CommandLineKit
import JSONModel
import KubeClient
import KubeConfig
import KubeModel
import StdlibExtensions

/// Looks up in the kubeconfig and in the cluster what a word of a command line may be.
///
/// What cannot be looked up is left out without a word, as kubectl does: the user is typing.
struct CompletionLookup: Sendable {
    private let context: CommandContext
    private let words: [String]
    private let text: String
    private let source: DynamicCompletion

    /// - Parameter request: what is asked for; its global flags say which cluster is meant.
    init(context: CommandContext, request: DynamicCompletionRequest) {
        self.context = context.with(GlobalFlags(request.arguments))
        words = request.arguments.positionals
        text = request.text
        source = request.source
    }

    /// The types that kubectl offers where a pod is meant, since they have pods.
    private static let typesWithPods = [
        "daemonsets", "deployments", "pods", "jobs", "replicasets", "replicationcontrollers", "services",
        "statefulsets",
    ]

    func answer() async -> CompletionAnswer {
        switch source {
        case .contexts: return values(kubeconfig { Array($0.contexts.keys) })
        case .clusters: return values(kubeconfig { Array($0.clusters.keys) })
        case .users: return values(kubeconfig { Array($0.users.keys) })
        case .namespaces: return values(await names(ofType: "namespaces"))
        case .pods: return words.isEmpty ? await podsOrTypes() : values(await containers())
        case .containers: return values(await containers())
        case .resources: return await resources()
        default: return CompletionAnswer([], .noFiles)
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

    // MARK: Where it comes from

    private func kubeconfig(_ names: (Kubeconfig) -> [String]) -> [String] {
        // A kubeconfig that cannot be read has no names to offer.
        guard let source = try? context.configurationSource() else { return [] }
        return names(source.loaded.config).sorted { $0.precedesByBytes($1) }
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

    private func names(ofType type: String) async -> [String] {
        do {
            let cluster = try await context.cluster()
            guard let mapping = try await cluster.discovery.mapping(forArgument: type) else { return [] }
            let namespace = mapping.isNamespaced ? cluster.namespace : nil
            let list = try await cluster.client.json(.get(mapping.location(namespace: namespace)))
            return (list["items"]?.array ?? []).compactMap { $0["metadata"]?["name"]?.string }
        } catch {
            return []
        }
    }

    /// The containers of the pod in the first word, which may be written `pod/name`.
    private func containers() async -> [String] {
        guard let word = words.first, words.count == 1 || source == .containers else { return [] }
        let name = word.split(separator: "/").last.map(String.init) ?? word
        do {
            let cluster = try await context.cluster()
            guard let mapping = try await cluster.discovery.mapping(forArgument: "pods") else { return [] }
            let pod = try await cluster.object(mapping.location(namespace: cluster.namespace, name: name))
            let lists = ["initContainers", "containers"].map { pod["spec"]?[$0]?.array ?? [] }
            return lists.joined().compactMap { $0["name"]?.string }
        } catch {
            return []
        }
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
