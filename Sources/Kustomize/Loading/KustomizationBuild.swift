import JSONModel
import StdlibExtensions

/// Builds a kustomization: the resources of a directory and what it names, transformed.
package enum KustomizationBuild {
    /// A resource of the result.
    package struct Output: Sendable {
        package let group: String
        package let version: String
        package let kind: String
        package let name: String
        /// The namespace that counts; nil for kinds without one.
        package let namespace: String?
        package let yaml: [UInt8]
    }

    /// What became of a build.
    package struct Outcome: Sendable {
        /// What is told on standard error, also when the build fails.
        package let notices: [BuildNotice]
        package let result: Result<[Output], KustomizeError>
    }

    /// Builds the kustomization in the directory or the repository `target`.
    ///
    /// It fails with `.needs` when something remote has not been fetched yet; then that is to be fetched and the build
    /// to be done again.
    package static func run(
        _ target: String, sources: any KustomizationSources, options: BuildOptions
    ) -> Outcome {
        let context = BuildContext(sources: sources, options: options)
        let result = Result { () throws(KustomizeError) in try outputs(target, context, options) }
        return Outcome(notices: context.notices, result: result)
    }

    private static func outputs(
        _ path: String, _ context: BuildContext, _ options: BuildOptions
    ) throws(KustomizeError) -> [Output] {
        let loader = try Loader(target: path, sources: context.sources, isRestricted: options.isRestricted)
        let target = try Target(loader, context: context)
        try context.setSchema(of: target.kustomization, loader, isRoot: true)
        let metadata = target.kustomization.texts("buildMetadata")
        if !metadata.isEmpty { target.origin = Origin() }
        let accumulator = try target.accumulate()
        let map = accumulator.map
        try HashTransformer.transform(map)
        try NameReferenceTransformer(accumulator.configuration.nameReferences).transform(map)
        try resolveVariables(accumulator, context)
        try dropLocal(map)
        try sort(map, target.kustomization, sortsByKind: options.sortsByKind)
        if options.addsManagedByLabel || metadata.contains("managedByLabel") {
            let label = EntryTransformer(
                entries: ["app.kubernetes.io/managed-by": "kustomize-\(version)"],
                fields: [FieldSpec(path: "metadata/labels", creates: true)])
            try label.transform(map)
        }
        for resource in map.resources {
            try resource.removeBuildAnnotations()
            var annotations = resource.annotations
            if !metadata.contains("originAnnotations") { annotations[BuildAnnotation.origin] = nil }
            if !metadata.contains("transformerAnnotations") { annotations[BuildAnnotation.transformations] = nil }
            try resource.setAnnotations(annotations)
        }
        return try map.resources.map { (resource) throws(KustomizeError) in try output(resource) }
    }

    /// What kubectl takes for the version of kustomize that it has built in.
    private static let version = "(devel)"

    private static func output(_ resource: Resource) throws(KustomizeError) -> Output {
        let id = resource.id
        let yaml: [UInt8]
        do throws(KustomizeError) {
            yaml = try resource.yaml()
        } catch {
            throw .notWritable(resource.goSyntax, error)
        }
        return Output(
            group: id.kind.group, version: id.kind.version, kind: id.kind.kind, name: id.name,
            namespace: id.isClusterScoped ? nil : id.effectiveNamespace, yaml: yaml)
    }

    private static func resolveVariables(
        _ accumulator: Accumulator, _ context: BuildContext
    ) throws(KustomizeError) {
        var variables = try VariableTransformer(accumulator)
        guard !variables.isEmpty else { return }
        let result = Result { () throws(KustomizeError) in
            try variables.transform(accumulator.map, accumulator.configuration.varReferences)
        }
        let unused = variables.unused
        if !unused.isEmpty {
            context.notices.append(
                .logged("well-defined vars that were never replaced: \(unused.joined(separator: ","))"))
        }
        try result.get()
    }

    /// Leaves out resources that are configuration for tools on the way.
    private static func dropLocal(_ map: ResourceMap) throws(KustomizeError) {
        var rest: [Resource] = []
        for resource in map.resources {
            guard let node = resource.node, !resource.isEmpty else { continue }
            try ResourceDocuments.check(node)
            let mark = resource.annotation(BuildAnnotation.localConfig)
            if mark == nil || mark == "false" { rest.append(resource) }
        }
        map.replace(rest)
    }

    private static func sort(
        _ map: ResourceMap, _ kustomization: Kustomization, sortsByKind: Bool
    ) throws(KustomizeError) {
        guard let options = kustomization.fields["sortOptions"] else {
            if sortsByKind { map.replace(LegacyOrder.standard.sorted(map.resources)) }
            return
        }
        let order = options.text("order")
        guard order == "fifo" || order == "legacy" else { throw .badSortOrder }
        let legacy = options["legacySortOptions"]
        guard order == "legacy" else {
            if legacy != nil { throw .legacyOptionsWithoutOrder(order) }
            return
        }
        let standard = legacy.map {
            LegacyOrder(first: $0["orderFirst"]?.texts ?? [], last: $0["orderLast"]?.texts ?? [])
        }
        map.replace((standard ?? .standard).sorted(map.resources))
    }
}
