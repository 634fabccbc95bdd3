import KubeClient
import KubeModel
import Templates

/// Finds the resource and the fields that the word of `explain` means.
struct ExplainTarget {
    let cluster: Cluster
    /// Whether the version is given apart from the word, which then begins with the resource's name alone.
    let usesGivenVersion: Bool

    /// The resource and the names of the fields on the way to the one meant.
    ///
    /// The word may begin with a resource's name alone or with its group, "deployments.apps.spec"; of the resources of
    /// that name the first counts by whose whole name the word begins, else the first of all.
    func find(_ word: String) async throws -> (mapping: RESTMapping, path: [String]) {
        let steps = try steps(of: word)
        guard let name = steps.first ?? nil else { throw Self.firstIsNoField }
        if name.isEmpty { throw CommandError.failed("a resource must be present, got: /, Resource=") }
        let mappings = try await cluster.mappings(forResource: name)
        guard let first = mappings.first else { throw SelectionError.noResourceMatch(name) }
        if usesGivenVersion {
            return (first, try fields(in: steps, else: "invalid jsonpath syntax, all nodes must be field nodes"))
        }
        for mapping in mappings where word.hasPrefix(mapping.resource.groupResource) {
            let rest = String(word.dropFirst(mapping.resource.groupResource.count))
            return (mapping, rest.isEmpty ? [] : try fields(in: try self.steps(of: rest)))
        }
        return (first, try fields(in: steps))
    }

    private static let firstIsNoField = CommandError.failed(noFieldSentence)
    private static let noFieldSentence = "invalid jsonpath syntax, first node must be field node"

    /// The fields of an expression; one dot at its end does not count.
    private func steps(of text: String) throws -> [String?] {
        try JSONPath.fields(of: "{.\(text.hasSuffix(".") ? text.dropLast() : text[...])}")
    }

    /// The names behind the first.
    private func fields(in steps: [String?], else sentence: String = noFieldSentence) throws -> [String] {
        let names = steps.dropFirst().compactMap { $0 }
        guard names.count == steps.dropFirst().count else { throw CommandError.failed(sentence) }
        return names
    }
}
