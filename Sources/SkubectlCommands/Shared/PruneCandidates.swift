import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// What `--prune` finds: objects that were applied once and are not among those applied now.
struct PruneCandidates: Sendable {
    let cluster: Cluster
    let labelSelector: String
    /// The uids of the objects that stay.
    let kept: Set<String>

    /// An object to delete.
    struct Candidate: Sendable {
        let object: SelectedObject
        let value: JSONValue
    }

    /// A collection that is looked at; nil for one without namespaces.
    struct Place: Sendable {
        let mapping: RESTMapping
        let namespace: String?

        /// The collections of types, each in each of the namespaces where it has them.
        static func all(_ mappings: [RESTMapping], namespaces: Set<String>) -> [Place] {
            let namespaced = namespaces.sorted { $0.precedesByBytes($1) }.flatMap { namespace in
                mappings.filter(\.isNamespaced).map { Place(mapping: $0, namespace: namespace) }
            }
            return namespaced + mappings.filter { !$0.isNamespaced }.map { Place(mapping: $0, namespace: nil) }
        }
    }

    /// Why a collection cannot be read.
    struct Failure: Error {
        let place: Place
        let error: ClientError
    }

    /// All candidates in the collections, in their order; throws for the first collection that cannot be read.
    ///
    /// - Parameter needsAnnotation: Whether only objects count that client-side apply has made.
    func find(in places: [Place], needsAnnotation: Bool) async throws(Failure) -> [Candidate] {
        let found = await SideBySide.map(places) { place in await list(place, needsAnnotation) }
        var candidates: [Candidate] = []
        for result in found { candidates += try result.get() }
        return candidates
    }

    private func list(_ place: Place, _ needsAnnotation: Bool) async -> Result<[Candidate], Failure> {
        var query = ListQuery()
        query.labelSelector = labelSelector
        let location = place.mapping.location(namespace: place.namespace)
        do throws(ClientError) {
            let list = try await cluster.client.json(.get(location, query: query), numbers: .normalizedAsGo)
            let items = ResourceReader.Answer(mapping: place.mapping, document: list).items
            return .success(items.compactMap { candidate($0, place, needsAnnotation) })
        } catch {
            return .failure(Failure(place: place, error: error))
        }
    }

    private func candidate(_ item: JSONValue, _ place: Place, _ needsAnnotation: Bool) -> Candidate? {
        if needsAnnotation, LastApplied.configuration(of: item) == nil { return nil }
        guard let name = item["metadata"]?["name"]?.string, !kept.contains(item["metadata"]?["uid"]?.string ?? "")
        else { return nil }
        return Candidate(
            object: SelectedObject(mapping: place.mapping, namespace: place.namespace, name: name), value: item)
    }
}
