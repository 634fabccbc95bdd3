import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions

/// Asks the server about the user's own access (authorization.k8s.io/v1).
struct AccessReview {
    let cluster: Cluster
    let warnings: WarningPrinter

    /// What somebody might do with a resource.
    struct Subject {
        let verb: String
        /// As written: "pods", "deployments.apps", "*".
        let type: String
        /// Empty for all objects.
        let name: String
        let subresource: String
        /// Nil for all namespaces.
        let namespace: String?
    }

    /// What the server says.
    struct Answer {
        let isAllowed: Bool
        /// "yes", or "no" with the server's reasons.
        let text: String
    }

    private static let group = "authorization.k8s.io"

    private static let resourceVerbs = [
        "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "use", "bind", "impersonate",
        "*", "approve", "sign", "escalate", "attest",
    ]
    private static let pathVerbs = ["get", "put", "post", "head", "options", "delete", "patch", "*"]
    /// What the verb `impersonate` is about; discovery does not tell of them.
    private static let undiscoveredTypes = ["users", "groups"]

    // MARK: - Questions

    /// The attributes of a path; warns of an unknown verb.
    func attributes(of path: String, verb: String) -> JSONValue {
        if !Self.pathVerbs.contains(verb) { warnOfVerb(verb) }
        return ["path": .string(path), "verb": .string(verb)]
    }

    /// The attributes of a resource; warns of what is not known and of a namespace that does not count.
    func attributes(of subject: Subject) async throws -> JSONValue {
        let mapping = try await mapping(of: subject.type)
        let resource = mapping?.resource.name ?? subject.type
        if subject.namespace != nil, !resource.isEmpty {
            if let mapping, !mapping.isNamespaced {
                let group = mapping.resource.group
                let place = group.isEmpty ? "" : " in group '\(group)'"
                warnings.tell("resource '\(resource)' is not namespace scoped\(place)\n")
            }
            if !Self.resourceVerbs.contains(subject.verb) { warnOfVerb(subject.verb) }
        }
        let fields = [
            ("group", mapping?.resource.group ?? ""), ("name", subject.name), ("namespace", subject.namespace ?? ""),
            ("resource", resource), ("subresource", subject.subresource), ("verb", subject.verb),
        ]
        return .object(
            JSONObject(fields.filter { !$0.1.isEmpty }.map { (key: $0.0, value: JSONValue.string($0.1)) }))
    }

    private func warnOfVerb(_ verb: String) {
        warnings.tell("verb '\(verb)' is not a known verb\n")
    }

    private func mapping(of type: String) async throws -> RESTMapping? {
        if type == "*" { return nil }
        let word = type.lowercased()
        // A server that does not tell what it has may still answer the question, and kubectl asks it.
        if let mapping = try? await cluster.discovery.mapping(forResourceArgument: word) {
            // As above.
            try? await cluster.warnOfLowerPriority(thanShortName: word)
            return mapping
        }
        if Self.undiscoveredTypes.contains(word) { return nil }
        let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts.count == 2 && !parts[1].isEmpty ? " in group '\(parts[1])'" : ""
        warnings.tell("the server doesn't have a resource type '\(parts.first ?? "")'\(place)\n")
        return nil
    }

    // MARK: - Requests

    /// Asks whether the attributes, under their name in the review, are allowed.
    func ask(about attributes: JSONValue, as key: String) async throws(ClientError) -> Answer {
        let status = try await review(
            kind: "SelfSubjectAccessReview", spec: .object(JSONObject([(key: key, value: attributes)])))
        if status["allowed"]?.bool ?? false { return Answer(isAllowed: true, text: "yes") }
        let reasons = ["reason", "evaluationError"].compactMap { status[$0]?.string }.filter { !$0.isEmpty }
        return Answer(isAllowed: false, text: (["no"] + reasons).joined(separator: " - "))
    }

    /// The status with all that is allowed in the current namespace.
    func rules() async throws(ClientError) -> JSONValue {
        try await review(kind: "SelfSubjectRulesReview", spec: ["namespace": .string(cluster.namespace)])
    }

    private func review(kind: String, spec: JSONValue) async throws(ClientError) -> JSONValue {
        let resource = GroupVersionResource(group: Self.group, version: "v1", resource: "\(kind.lowercased())s")
        let object: JSONValue = [
            "apiVersion": .string("\(Self.group)/v1"), "kind": .string(kind), "spec": spec,
        ]
        let answer = try await cluster.client.json(.create(object, in: ResourceLocation(resource)))
        return answer["status"] ?? [:]
    }
}
