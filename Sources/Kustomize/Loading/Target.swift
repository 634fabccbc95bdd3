import YAMLCodec

/// A kustomization with the loader of its directory: gathers and transforms what it names.
final class Target {
    let context: BuildContext
    let loader: Loader
    let kustomization: Kustomization
    /// The name of the kustomization's file.
    let fileName: String
    /// Where the kustomization is, where `buildMetadata` asks for that.
    var origin: Origin?

    static let fileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

    /// Reads the kustomization of a directory.
    init(_ loader: Loader, context: BuildContext) throws(KustomizeError) {
        self.loader = loader
        self.context = context
        var found: [(name: String, bytes: [UInt8])] = []
        for name in Self.fileNames {
            do throws(KustomizeError) {
                found.append((name, try loader.load(name)))
            } catch .needs(let remote) {
                throw .needs(remote)
            } catch {
                // It is looked for under its other names.
            }
        }
        guard let file = found.last else { throw .missingKustomization(directory: loader.root) }
        guard found.count == 1 else { throw .severalKustomizations(directory: loader.root) }
        fileName = file.name
        do throws(KustomizeError) {
            kustomization = try Kustomization(file.bytes)
        } catch {
            throw error
        }
        context.notices += kustomization.warnings.map(BuildNotice.warning)
        let faults = kustomization.headerFaults
        guard faults.isEmpty else { throw .badHeader(directory: loader.root, faults) }
    }

    // MARK: - Gathering

    /// Gathers the resources, generated ones too, and transforms them.
    func accumulate(into accumulator: Accumulator = Accumulator()) throws(KustomizeError) -> Accumulator {
        var accumulator = accumulator
        do throws(KustomizeError) {
            try accumulateResources(kustomization.texts("resources"), into: accumulator)
        } catch {
            throw .during(.accumulatingResources, error)
        }
        try accumulator.configuration.merge(try transformerConfiguration())
        try accumulator.configuration.merge(try configurationOfCRDs())
        try runGenerators(accumulator)
        do throws(KustomizeError) {
            accumulator = try accumulateComponents(accumulator)
        } catch {
            throw .during(.accumulatingComponents, error)
        }
        try runTransformers(accumulator)
        try runValidators(accumulator)
        let variables = kustomization.list("vars").map(Variable.init)
        do throws(KustomizeError) {
            try accumulator.add(variables)
        } catch {
            throw .during(.mergingVariables(variables.map(\.givenDescription)), error)
        }
        return accumulator
    }

    /// Adds what files, directories and repositories hold.
    func accumulateResources(_ paths: [String], into accumulator: Accumulator) throws(KustomizeError) {
        for path in paths {
            do throws(KustomizeError) {
                try accumulateFile(path, into: accumulator)
            } catch {
                if error.neededRemote != nil || error.isHTTPStatus { throw error }
                try accumulateBase(path, afterFileError: error, into: accumulator)
            }
        }
    }

    private func accumulateFile(_ path: String, into accumulator: Accumulator) throws(KustomizeError) {
        let resources: [Resource]
        do throws(KustomizeError) {
            let bytes = try loader.load(path)
            do throws(KustomizeError) {
                let map = ResourceMap()
                try map.append(try ResourceDocuments.read(bytes))
                resources = map.resources
            } catch {
                throw error.isMalformedYAML ? .inFile(path, error) : error
            }
        } catch {
            throw .during(.accumulatingResource(path), error)
        }
        if let origin {
            let text = origin.appending(path).text
            for resource in resources { try resource.setOriginText(text) }
        }
        do throws(KustomizeError) {
            try accumulator.map.append(resources)
        } catch {
            throw .during(.mergingResource(path), error)
        }
    }

    private func accumulateBase(
        _ path: String, afterFileError fileError: KustomizeError, into accumulator: Accumulator
    ) throws(KustomizeError) {
        let base: Loader
        do throws(KustomizeError) {
            base = try loader.loader(at: path)
        } catch {
            if fileError.isMalformedYAML, !error.isTimeout { throw fileError }
            throw .during(.accumulatingBase(fileError), error)
        }
        do throws(KustomizeError) {
            let sub = try accumulateDirectory(base, at: path, component: nil)
            try merge(sub, into: accumulator, from: base)
        } catch {
            throw .during(.accumulatingBase(fileError), error)
        }
    }

    private func accumulateComponents(_ accumulator: Accumulator) throws(KustomizeError) -> Accumulator {
        var accumulator = accumulator
        for path in kustomization.texts("components") {
            let component: Loader
            do throws(KustomizeError) {
                component = try loader.loader(at: path)
            } catch {
                if error.neededRemote != nil { throw error }
                throw .componentLoader(error)
            }
            do throws(KustomizeError) {
                let changed = try accumulateDirectory(component, at: path, component: accumulator)
                let merged = Accumulator()
                try merge(changed, into: merged, from: component)
                accumulator = merged
            } catch {
                if error.neededRemote != nil { throw error }
                throw .componentDirectory(error)
            }
        }
        return accumulator
    }

    private func merge(
        _ sub: Accumulator, into accumulator: Accumulator, from base: Loader
    ) throws(KustomizeError) {
        do throws(KustomizeError) {
            try accumulator.merge(sub)
        } catch {
            throw .during(.recursedMerging(base.root), error)
        }
    }

    /// What the kustomization of a directory gathers; a component works on what is there already.
    private func accumulateDirectory(
        _ base: Loader, at path: String, component: Accumulator?
    ) throws(KustomizeError) -> Accumulator {
        let target: Target
        do throws(KustomizeError) {
            target = try Target(base, context: context)
        } catch {
            throw .during(.makingTarget(base.root), error)
        }
        target.origin = origin?.appending(path)
        try context.setSchema(of: target.kustomization, base, isRoot: false)
        let isComponent = target.kustomization.kind == Kustomization.componentKind
        if component != nil, !isComponent {
            throw .noComponent(directory: base.root, kind: target.kustomization.kind)
        }
        if component == nil, isComponent { throw .componentAsBase(directory: base.root) }
        do throws(KustomizeError) {
            return try target.accumulate(into: component ?? Accumulator())
        } catch {
            throw .during(.recursedAccumulation(base.root), error)
        }
    }
}

extension Resource {
    /// Sets the annotation of the origin as the annotations transformer does.
    fileprivate func setOriginText(_ text: String) throws(KustomizeError) {
        guard let node else { return }
        let value = YAMLNode(.scalar, tag: .string, value: text)
        try FieldSpecFilter(
            spec: FieldSpec(path: "metadata/annotations", creates: true), creates: (.mapping, .mapping)
        ) { (field) throws(KustomizeError) in
            try field.setField(BuildAnnotation.origin, value)
        }.apply(to: node)
    }
}
