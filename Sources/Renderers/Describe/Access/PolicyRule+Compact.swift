package import KubeModel

extension PolicyRule {
    /// What a rule is about, when it is about nothing but one resource.
    private struct Target: Hashable {
        let group: String
        let resource: String
        let name: String?
    }

    /// The rules taken apart into one for each resource (or name of one) and each address and verb.
    ///
    /// Those about the same resource are one again, with all its verbs. They are ordered as Go's texts for them are.
    /// kubectl: `rbac.BreakdownRule`, `rbac.CompactRules`.
    ///
    /// A rule of more than a million parts, which no server needs, stays as it is.
    package static func compacted(_ rules: [PolicyRule]) -> [PolicyRule] {
        var verbs: [Target: OrderedVerbs] = [:]
        var compacted: [PolicyRule] = []
        for rule in rules {
            guard rule.partCount <= mostParts else {
                compacted.append(rule)
                continue
            }
            for target in rule.targets where !rule.verbs.isEmpty {
                verbs[target, default: OrderedVerbs()].add(rule.verbs)
            }
            for address in rule.nonResourceURLs {
                compacted += rule.verbs.map { PolicyRule(verbs: [$0], nonResourceURLs: [address]) }
            }
        }
        compacted += verbs.map { target, verbs in
            PolicyRule(
                verbs: verbs.list, apiGroups: [target.group], resources: [target.resource],
                resourceNames: target.name.map { [$0] } ?? [])
        }
        return compacted.map { (key: $0.goText, rule: $0) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.rule)
    }

    /// Verbs in the order in which they came first.
    private struct OrderedVerbs {
        private(set) var list: [String] = []
        private var known: Set<String> = []

        mutating func add(_ verbs: [String]) {
            list += verbs.filter { known.insert($0).inserted }
        }
    }

    private static var mostParts: Int { 1 << 20 }

    /// How many rules this one is taken apart into, and as many as there can be where there are more.
    private var partCount: Int {
        func product(_ factors: [Int]) -> Int {
            factors.reduce(1) { product, factor in
                let (result, overflow) = product.multipliedReportingOverflow(by: factor)
                return overflow ? .max : result
            }
        }
        let resourceParts = product([apiGroups.count, resources.count, max(1, resourceNames.count), verbs.count])
        let (sum, overflow) = resourceParts.addingReportingOverflow(product([nonResourceURLs.count, verbs.count]))
        return overflow ? .max : sum
    }

    private var targets: [Target] {
        apiGroups.flatMap { group in
            resources.flatMap { resource in
                resourceNames.isEmpty
                    ? [Target(group: group, resource: resource, name: nil)]
                    : resourceNames.map { Target(group: group, resource: resource, name: $0) }
            }
        }
    }

    /// The first resource with its group: "deployments.apps/scale"; empty where there is none.
    package var resourceText: String {
        guard let resource = resources.first else { return "" }
        let parts = resource.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let group = apiGroups.first ?? ""
        return parts[0] + (group.isEmpty ? "" : ".\(group)") + (parts.count > 1 ? "/\(parts[1])" : "")
    }

    /// The rule as Go prints a pointer to one.
    private var goText: String {
        "&PolicyRule{Verbs:\(verbs.goText),APIGroups:\(apiGroups.goText),Resources:\(resources.goText),"
            + "ResourceNames:\(resourceNames.goText),NonResourceURLs:\(nonResourceURLs.goText),}"
    }
}
