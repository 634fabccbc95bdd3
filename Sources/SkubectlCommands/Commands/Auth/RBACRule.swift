import JSONModel
import StdlibExtensions

/// What a role permits, and what of it others cover (component-helpers' `validation.Covers`).
struct RBACRule: Sendable, Hashable {
    var verbs: [String] = []
    var apiGroups: [String] = []
    var resources: [String] = []
    var resourceNames: [String] = []
    var nonResourceURLs: [String] = []

    init(_ value: JSONValue) {
        func texts(_ field: String) -> [String] { (value[field]?.array ?? []).map { $0.string ?? "" } }
        verbs = texts("verbs")
        apiGroups = texts("apiGroups")
        resources = texts("resources")
        resourceNames = texts("resourceNames")
        nonResourceURLs = texts("nonResourceURLs")
    }

    private init(verb: String) { verbs = [verb] }

    /// The rule in the order of Go's fields.
    var value: JSONValue {
        func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
        var object: JSONObject = ["verbs": list(verbs)]
        if !apiGroups.isEmpty { object["apiGroups"] = list(apiGroups) }
        if !resources.isEmpty { object["resources"] = list(resources) }
        if !resourceNames.isEmpty { object["resourceNames"] = list(resourceNames) }
        if !nonResourceURLs.isEmpty { object["nonResourceURLs"] = list(nonResourceURLs) }
        return .object(object)
    }

    /// The rule as Go's `%+v` shows it.
    var goText: String {
        func list(_ texts: [String]) -> String { "[\(texts.joined(separator: " "))]" }
        return "{Verbs:\(list(verbs)) APIGroups:\(list(apiGroups)) Resources:\(list(resources)) "
            + "ResourceNames:\(list(resourceNames)) NonResourceURLs:\(list(nonResourceURLs))}"
    }

    /// Rules with one verb and one resource or address each that together permit the same.
    private var parts: [RBACRule] {
        var parts: [RBACRule] = []
        for group in apiGroups {
            for resource in resources {
                for verb in verbs {
                    for name in resourceNames.isEmpty ? [nil] : resourceNames.map(Optional.some) {
                        var part = RBACRule(verb: verb)
                        part.apiGroups = [group]
                        part.resources = [resource]
                        part.resourceNames = name.map { [$0] } ?? []
                        parts.append(part)
                    }
                }
            }
        }
        for url in nonResourceURLs {
            for verb in verbs {
                var part = RBACRule(verb: verb)
                part.nonResourceURLs = [url]
                parts.append(part)
            }
        }
        return parts
    }

    /// What of `rules` none of `owners` permits, in its smallest parts.
    static func uncovered(_ rules: [RBACRule], by owners: [RBACRule]) -> [RBACRule] {
        rules.flatMap(\.parts).filter { part in !owners.contains { $0.covers(part) } }
    }

    /// Whether the rule permits what a part does.
    private func covers(_ part: RBACRule) -> Bool {
        (verbs.contains("*") || part.verbs.allSatisfy(verbs.contains))
            && (apiGroups.contains("*") || part.apiGroups.allSatisfy(apiGroups.contains))
            && part.resources.allSatisfy(coversResource)
            && part.nonResourceURLs.allSatisfy { url in nonResourceURLs.contains { Self.covers($0, url) } }
            && (resourceNames.isEmpty
                || !part.resourceNames.isEmpty && part.resourceNames.allSatisfy(resourceNames.contains))
    }

    private func coversResource(_ resource: String) -> Bool {
        if resources.contains("*") || resources.contains(resource) { return true }
        guard let (_, subresource) = resource.cut(at: "/") else { return false }
        return resources.contains("*/\(subresource)")
    }

    private static func covers(_ owner: String, _ url: String) -> Bool {
        guard owner != url else { return true }
        var prefix = owner[...]
        while prefix.hasByteSuffix("*") { prefix.removeLast() }
        return owner.hasByteSuffix("*") && url.hasBytePrefix(String(prefix))
    }
}

/// Whom a binding binds a role to; also the role itself.
struct RBACSubject: Sendable, Hashable {
    let kind: String
    let apiGroup: String
    let name: String
    let namespace: String

    init(_ value: JSONValue) {
        kind = value["kind"]?.string ?? ""
        apiGroup = value["apiGroup"]?.string ?? ""
        name = value["name"]?.string ?? ""
        namespace = value["namespace"]?.string ?? ""
    }

    /// The subject in the order of Go's fields.
    var value: JSONValue {
        var object: JSONObject = ["kind": .string(kind)]
        if !apiGroup.isEmpty { object["apiGroup"] = .string(apiGroup) }
        object["name"] = .string(name)
        if !namespace.isEmpty { object["namespace"] = .string(namespace) }
        return .object(object)
    }

    /// The subject as Go's `%+v` shows it.
    var goText: String { "{Kind:\(kind) APIGroup:\(apiGroup) Name:\(name) Namespace:\(namespace)}" }
}
