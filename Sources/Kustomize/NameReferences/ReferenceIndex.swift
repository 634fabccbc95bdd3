import YAMLCodec

/// The resources that names may refer to, by the names they had before.
struct ReferenceIndex {
    /// A resource with what decides whether it is meant.
    final class Candidate {
        let place: Int
        let resource: Resource
        let id: ResourceID
        let name: String
        let namespace: String
        let previous: [ResourceID]
        let original: ResourceID
        let prefixes: [String]
        let suffixes: [String]

        init(_ resource: Resource, place: Int) {
            self.place = place
            self.resource = resource
            id = resource.id
            name = resource.name
            namespace = resource.namespace
            previous = resource.previousIDs
            original = previous.first ?? id
            prefixes = resource.prefixes
            suffixes = resource.suffixes
        }

        /// Whether the names of both got the same prefixes and suffixes last.
        func hasSameAffixes(as other: Candidate, allowsNone: Bool) -> Bool {
            func isSame(_ own: [String], _ others: [String]) -> Bool {
                if allowsNone, own.isEmpty || others.isEmpty { return true }
                let (short, long) = own.count > others.count ? (others, own) : (own, others)
                return short.isEmpty ? long.isEmpty : long.suffix(short.count).elementsEqual(short)
            }
            return isSame(prefixes, other.prefixes) && isSame(suffixes, other.suffixes)
        }
    }

    let candidates: [Candidate]
    private var byName: [String: [Candidate]] = [:]

    init(_ resources: [Resource]) {
        candidates = resources.enumerated().map { Candidate($1, place: $0) }
        for candidate in candidates {
            for name in Set(candidate.previous.map(\.name)) { byName[name, default: []].append(candidate) }
        }
    }

    /// The resources that once had a name, in their order.
    func named(_ name: String) -> [Candidate] { byName[name] ?? [] }
}
