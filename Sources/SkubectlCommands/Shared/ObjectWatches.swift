import JSONModel
import KubeClient

/// Follows named objects as they change: with a watch an object where few are meant, with one for a whole collection where
/// many of it are.
struct ObjectWatches: Sendable {
    let cluster: Cluster
    var form = CollectionWatch.Form.objects

    /// What an object is at some time.
    enum State: Sendable {
        case present(JSONValue)
        /// It is not there; `wasDeleted` where its deletion was seen.
        case absent(wasDeleted: Bool)
    }

    /// How following came to its end.
    enum Ending: Sendable {
        /// Enough was seen.
        case satisfied
        case timedOut
    }

    /// Hands out what `evaluate` makes of each state of each object until `consume` returns true.
    ///
    /// - Parameters:
    ///   - limit: the most time it may take; nil is without limit.
    ///   - evaluate: called with an object's place in `objects`, possibly on several threads at once.
    ///   - isLast: whether nothing more is to come of an object, so that its watch may end.
    ///   - consume: called with that place, on one thread after the other; an error is about all that is to come of it.
    func follow<Value: Sendable>(
        _ objects: [SelectedObject], limit: Duration?, evaluate: @escaping @Sendable (Int, State) -> Value,
        isLast: @escaping @Sendable (Value) -> Bool = { _ in false },
        consume: (Int, Result<Value, ClientError>) throws -> Bool
    ) async throws -> Ending {
        let (updates, told) = AsyncStream<(Int, Result<Value, ClientError>)>.makeStream()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            for part in Self.parts(of: objects) {
                let watch = CollectionWatch(cluster.client, part.location, query: part.query, form: form)
                group.addTask {
                    var open = Set(part.members.values.joined())
                    do throws(ClientError) {
                        try await watch.follow { change in
                            for (index, state) in part.states(change) {
                                let value = evaluate(index, state)
                                if isLast(value) { open.remove(index) }
                                told.yield((index, .success(value)))
                            }
                            return open.isEmpty
                        }
                    } catch {
                        for index in part.members.values.joined() { told.yield((index, .failure(error))) }
                    }
                }
            }
            if let limit {
                group.addTask {
                    // Ends early where it no longer matters.
                    try? await Task.sleep(for: limit)
                    told.finish()
                }
            }
            for await (index, result) in updates {
                try Task.checkCancellation()
                if try consume(index, result) { return .satisfied }
            }
            try Task.checkCancellation()
            return .timedOut
        }
    }

    // MARK: - Which watches

    /// Up to so many objects of a collection are watched one by one.
    private static let mostSingle = 4
    /// Where a resource's objects would take more watches than this, one for all namespaces takes their place.
    private static let mostNamespaces = 32

    private struct Key: Hashable {
        let namespace: String?
        let name: String
    }

    /// One watch and the objects it is about.
    private struct Part {
        let location: ResourceLocation
        var query = ListQuery()
        /// The places of the objects.
        var members: [Key: [Int]] = [:]

        /// What a change says of the objects.
        func states(_ change: CollectionWatch.Change) -> [(Int, State)] {
            switch change {
            case .added(let object), .modified(let object): return states(of: object, .present(object))
            case .deleted(let object): return states(of: object, .absent(wasDeleted: true))
            case .listed(let items):
                var states: [(Int, State)] = []
                var missing = members
                for item in items where missing[key(of: item)] != nil {
                    states += self.states(of: item, .present(item))
                    missing[key(of: item)] = nil
                }
                return states + missing.values.joined().map { ($0, .absent(wasDeleted: false)) }
            }
        }

        private func states(of object: JSONValue, _ state: State) -> [(Int, State)] {
            members[key(of: object), default: []].map { ($0, state) }
        }

        private func key(of object: JSONValue) -> Key {
            Key(
                namespace: object["metadata"]?["namespace"]?.string,
                name: object["metadata"]?["name"]?.string ?? "")
        }
    }

    private static func parts(of objects: [SelectedObject]) -> [Part] {
        var collections: [ResourceLocation: [Int]] = [:]
        for (index, object) in objects.enumerated() {
            collections[object.mapping.location(namespace: object.namespace), default: []].append(index)
        }
        let byResource = Dictionary(grouping: collections) { $0.key.resource }
        var parts: [Part] = []
        for (resource, collections) in byResource {
            guard collections.count <= mostNamespaces else {
                let everything = ResourceLocation(resource)
                parts.append(part(everything, collections.flatMap(\.value), of: objects))
                continue
            }
            for (location, indices) in collections {
                guard indices.count <= mostSingle else {
                    parts.append(part(location, indices, of: objects))
                    continue
                }
                for index in indices {
                    var part = part(location, [index], of: objects)
                    part.query.fieldSelector = "metadata.name=\(objects[index].name)"
                    parts.append(part)
                }
            }
        }
        return parts
    }

    private static func part(_ location: ResourceLocation, _ indices: [Int], of objects: [SelectedObject]) -> Part {
        var part = Part(location: location)
        for index in indices {
            let object = objects[index]
            let namespace = object.mapping.isNamespaced ? object.namespace : nil
            part.members[Key(namespace: namespace, name: object.name), default: []].append(index)
        }
        return part
    }
}
