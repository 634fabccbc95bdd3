import YAMLCodec

/// The resources that are being built, in their order.
final class ResourceMap {
    private(set) var resources: [Resource]

    init(_ resources: [Resource] = []) {
        self.resources = resources
    }

    /// Adds resources, each under an id that is not there yet.
    func append(_ added: [Resource]) throws(KustomizeError) {
        var known = Set(resources.map(\.id.key))
        for resource in added {
            let id = resource.id
            guard known.insert(id.key).inserted else { throw .duplicateID(id.text) }
            resources.append(resource)
        }
    }

    func removeAll() { resources = [] }

    func remove(_ id: ResourceID) throws(KustomizeError) {
        let rest = resources.filter { $0.id != id }
        guard rest.count == resources.count - 1 else { throw .idNotFoundInRemoval(id.text) }
        resources = rest
    }

    func replace(_ resources: [Resource]) { self.resources = resources }

    func dropEmpties() {
        resources.removeAll(where: \.isEmpty)
    }

    func copy() -> ResourceMap { ResourceMap(resources.map { $0.copy() }) }

    // MARK: - Finding

    /// The resources for one of whose ids, old or new, `matches` holds.
    func matching(_ matches: (ResourceID) -> Bool) -> [Resource] {
        resources.filter { !$0.isEmpty && ($0.previousIDs.contains(where: matches) || matches($0.id)) }
    }

    /// The one resource that is or was called `id`.
    func resource(_ id: ResourceID) throws(KustomizeError) -> Resource {
        let found = matching { id.isSame(as: $0) }
        guard found.count == 1 else {
            throw found.isEmpty ? .noMatch(id.text) : .severalMatches(id.text)
        }
        return found[0]
    }

    /// The resources a selector means.
    func select(_ selector: Selector) throws(KustomizeError) -> [Resource] {
        let patterns = try SelectorPatterns(selector)
        var found: [Resource] = []
        for resource in resources {
            let id = resource.id
            let original = resource.originalID
            guard
                patterns.matches(namespace: original.effectiveNamespace)
                    || patterns.matches(namespace: id.effectiveNamespace),
                patterns.matches(name: original.name) || patterns.matches(name: id.name),
                patterns.matches(kind: id.kind), try selector.matchesLabels(of: resource)
            else { continue }
            found.append(resource)
        }
        return found
    }

    // MARK: - Generated resources

    /// Adds generated resources; one whose id is there already replaces it or is merged with it, as it wants.
    func absorb(_ generated: [Resource]) throws(KustomizeError) {
        for resource in generated { try absorb(resource) }
    }

    private func absorb(_ resource: Resource) throws(KustomizeError) {
        let id = resource.id
        let found = matching { id.isSame(as: $0) }
        guard let old = found.first else {
            guard resource.behavior != .merge, resource.behavior != .replace else {
                throw .nothingToMerge(GoIdentifier(id))
            }
            return try append([resource])
        }
        guard found.count == 1 else { throw .severalToMerge(id.text) }
        switch resource.behavior {
        case .replace: try resource.copyMetadata(from: old)
        case .merge:
            let origin = old.annotation(BuildAnnotation.origin)
            try resource.copyMetadata(from: old)
            try resource.mergeData(from: old)
            if let origin {
                var annotations = resource.annotations
                annotations[BuildAnnotation.origin] = origin
                try resource.setAnnotations(annotations)
            }
        case .create, .unspecified: throw .cannotBeGeneratedTwice(GoIdentifier(id), resource.behavior.rawValue)
        }
        try replace(resource)
    }

    private func replace(_ resource: Resource) throws(KustomizeError) {
        let id = resource.id
        let places = resources.indices.filter { id.isSame(as: resources[$0].id) }
        guard places.count < 2 else { throw .idMatches(places.count) }
        guard let place = places.first else { throw .nothingToReplace(id.text) }
        resources[place] = resource
    }

    // MARK: - Patching

    /// Applies a strategic merge patch to the resources with these ids.
    func apply(patch: Resource, to targets: [Resource], schema: MergeSchema.Document) throws(KustomizeError) {
        let ids = Set(targets.map(\.id))
        var rest: [Resource] = []
        for resource in resources {
            if ids.contains(resource.id) {
                let copy = patch.copy()
                try copy.copyMetadata(from: patch)
                let kind = resource.kind
                try copy.setAPIVersion(kind.apiVersion)
                try copy.setKind(patch.kind.kind)
                try resource.apply(patch: copy, schema: schema)
            }
            if !resource.isEmpty { rest.append(resource) }
        }
        removeAll()
        try append(rest)
    }

    /// The whole as a stream of YAML documents.
    func yaml() throws(KustomizeError) -> [UInt8] {
        var output: [UInt8] = []
        for (index, resource) in resources.enumerated() {
            if index > 0 { output += "---\n".utf8 }
            do throws(KustomizeError) {
                output += try resource.yaml()
            } catch {
                throw .notWritable(resource.goSyntax, error)
            }
        }
        return output
    }
}

/// An id as Go's `%#v` shows it.
package struct GoIdentifier: Hashable, Sendable {
    package let group: String
    package let version: String
    package let kind: String
    package let isClusterScoped: Bool
    package let name: String
    package let namespace: String

    init(_ id: ResourceID) {
        group = id.kind.group
        version = id.kind.version
        kind = id.kind.kind
        isClusterScoped = id.isClusterScoped
        name = id.name
        namespace = id.namespace
    }
}
