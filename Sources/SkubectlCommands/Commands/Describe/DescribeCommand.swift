import CommandLineKit
import JSONModel
import KubeClient
import KubeModel
import Renderers
import SystemIO

/// Implements `skubectl describe`, which shows one or several resources in detail, with what belongs to them.
struct DescribeCommand: Command {
    static let showEventsFlag = Flag("show-events", default: true, help: "Show the events of the described resource.")

    static let spec = CommandSpec(
        name: "describe", usage: "(-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)",
        summary: "Show details of a specific resource or group of resources",
        description: [
            "Show a resource in detail, with what belongs to it, such as its events.",
            """
            Where no resource has the given name, all whose names begin with it are shown.
            """,
        ],
        examples: [
            CommandExample("Describe a node", "skubectl describe nodes worker-1"),
            CommandExample("Describe a pod", "skubectl describe pod/web"),
            CommandExample("Describe all pods whose label app is web", "skubectl describe pods -l app=web"),
            CommandExample("Describe what a manifest names", "skubectl describe -f pod.yaml"),
        ],
        flags: [
            showEventsFlag, ResourceSelection.selectorFlag, ResourceSelection.allNamespacesFlag,
            ResourceSelection.chunkSizeFlag,
        ] + ResourceSelection.manifestFlags
    ).grouped(under: .troubleshooting).suggested(for: "inspect").completing(.dynamic(.resources))

    let selection: ResourceSelection
    let showsEvents: Bool
    /// Whether events are shown of several resources too, which is only so where that was asked for.
    let showsEventsOfSeveral: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        selection = ResourceSelection(arguments)
        showsEvents = arguments[Self.showEventsFlag]
        showsEventsOfSeveral = arguments.wasSet(Self.showEventsFlag) && showsEvents
    }

    func run(in context: CommandContext) async throws {
        if selection.isEmpty {
            throw CommandError.failed(
                "You must specify the type of resource to describe. Use \"\(context.programName) api-resources\" for a "
                    + "complete list of supported resources.\n")
        }
        let cluster = try await context.cluster()
        var objects: [DescribedObject] = []
        var errors: [any Error] = []
        let reader = ResourceReader(cluster: cluster, selection: selection)
        switch try await selection.resolve(in: cluster) {
        case .manifests:
            var manifestReader = ManifestReader(cluster: cluster, selection: selection, context: context)
            manifestReader.nestsFaults = true
            let manifests = try await manifestReader.selectedObjects()
            objects = manifests.found.map { DescribedObject(selected: $0.selected, isFromManifest: true) }
            errors = manifests.errors
        case .objects(let selected):
            objects = selected.map { DescribedObject(selected: $0) }
            if selection.words.count == 2, objects.count == 1 {
                return try await describeByPrefix(objects[0], reader, cluster, context)
            }
            if selection.words.count == 2 {
                // kubectl takes the second of two words for the beginning of a name where something is not found.
                for result in await reader.objects(selected) {
                    if case .failure(let error) = result, case .status(let status) = error, status.isNotFound {
                        throw error
                    }
                }
            }
        case .collections(let mappings):
            errors +=
                try await reader.collections(mappings) { answer in
                    objects += DescribedObject.items(of: answer)
                } as [any Error]
        }
        try await describe(objects, errors, cluster, context)
    }

    /// - Parameter unread: What went wrong with finding the objects.
    private func describe(
        _ objects: [DescribedObject], _ unread: [any Error], _ cluster: Cluster, _ context: CommandContext
    ) async throws {
        let isSeveral = objects.count > 1 || !unread.isEmpty
        let source = DescriptionSource(
            cluster: cluster, showsEvents: isSeveral ? showsEventsOfSeveral : showsEvents,
            chunkSize: selection.chunkSize, context: context)
        var errors: [any Error] = []
        var sentences: Set<String> = []
        var isFirst = true
        for result in await SideBySide.map(objects, { object in await source.description(of: object) }) {
            switch result {
            case .success(let bytes):
                if !isFirst { context.console.write("\n\n") }
                isFirst = false
                context.console.write(bytes)
            case .failure(let error):
                // What goes wrong with several objects in the same words is told once.
                let sentence = ErrorReport.sentence(of: error, programName: context.programName)
                if sentences.insert(sentence).inserted { errors.append(error) }
            }
        }
        if objects.isEmpty, unread.isEmpty {
            let place = selection.allNamespaces ? "" : " in \(cluster.namespace) namespace."
            context.console.writeError("No resources found\(place)\n")
        }
        // Among others kubectl tells all of them as one.
        let isOne = unread.count > 1 && !errors.isEmpty
        try CommandError.throwAll((isOne ? [CommandError.together(unread)] : unread) + errors)
    }

    /// Describes the object of that name, or all whose names begin with it.
    private func describeByPrefix(
        _ object: DescribedObject, _ reader: ResourceReader, _ cluster: Cluster, _ context: CommandContext
    ) async throws {
        let source = DescriptionSource(
            cluster: cluster, showsEvents: showsEvents, chunkSize: selection.chunkSize, context: context)
        let notFound: any Error
        switch await source.description(of: object) {
        case .success(let bytes): return context.console.write(bytes)
        case .failure(let error):
            guard case ClientError.status(let status) = error, status.isNotFound else { throw error }
            notFound = error
        }
        var matches: [DescribedObject] = []
        let errors = try await reader.collections([object.selected.mapping]) { answer in
            matches += DescribedObject.items(of: answer).filter { $0.selected.name.hasPrefix(object.selected.name) }
        }
        if let error = errors.first { throw error }
        guard !matches.isEmpty else { throw notFound }
        let quiet = DescriptionSource(
            cluster: cluster, showsEvents: showsEventsOfSeveral, chunkSize: selection.chunkSize, context: context)
        for result in await SideBySide.map(matches, { match in await quiet.description(of: match) }) {
            context.console.write(try result.get())
            context.console.write("\n")
        }
    }
}

/// An object to be described, with its contents where they are known already.
struct DescribedObject: Sendable {
    let selected: SelectedObject
    var value: JSONValue?
    /// Whether a manifest named the object, so that nobody has looked yet whether it is there.
    var isFromManifest = false

    init(selected: SelectedObject, value: JSONValue? = nil, isFromManifest: Bool = false) {
        self.selected = selected
        self.value = value
        self.isFromManifest = isFromManifest
    }

    /// The items of a list, each with the kind and the version that the server leaves out of them.
    static func items(of answer: ResourceReader.Answer) -> [DescribedObject] {
        answer.items.map { item in
            let selected = SelectedObject(
                mapping: answer.mapping, namespace: item["metadata"]?["namespace"]?.string,
                name: item["metadata"]?["name"]?.string ?? "")
            return DescribedObject(selected: selected, value: item)
        }
    }
}
