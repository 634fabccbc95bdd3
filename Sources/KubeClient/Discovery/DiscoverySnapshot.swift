package import KubeModel

/// What a server has, at one moment: groups with their versions and resources, in the server's order.
package struct DiscoverySnapshot: Sendable, Hashable {
    package var groups: [APIGroup]
    /// The versions whose resources could not be read, and why; kubectl goes on with the others.
    package var failures: [Failure]
    /// Whether the server can itself find unknown fields and wrong types in what it is sent (`fieldValidation`).
    ///
    /// kubectl looks for that parameter in the server's OpenAPI documents. Every server that answers discovery in the
    /// aggregated form knows it, and asking for nothing more saves those documents.
    package var supportsFieldValidation: Bool

    /// A version the server names but could not tell the resources of.
    package struct Failure: Error, Hashable {
        /// What went wrong.
        package enum Reason: Sendable, Hashable {
            /// The server that aggregates could not ask the one that has it.
            ///
            /// kubectl: `stale GroupVersion discovery: metrics.k8s.io/v1beta1`.
            case stale
            /// There was an answer without any resource.
            ///
            /// kubectl: `received empty response for: metrics.k8s.io/v1beta1`.
            case empty
            /// There was no answer. kubectl: the error's own sentence.
            case request(ClientError)
        }

        package let groupVersion: GroupVersion
        package let reason: Reason

        package init(groupVersion: GroupVersion, reason: Reason) {
            self.groupVersion = groupVersion
            self.reason = reason
        }
    }

    /// Whether another try could tell no more; a version without resources just has none.
    var isComplete: Bool { failures.allSatisfy { $0.reason == .empty } }

    package init(groups: [APIGroup], failures: [Failure] = [], supportsFieldValidation: Bool = false) {
        self.groups = groups
        self.failures = failures
        self.supportsFieldValidation = supportsFieldValidation
    }

    /// All resources, group by group, version by version.
    package var resources: [APIResource] {
        groups.flatMap { $0.versions.flatMap { $0.resources ?? [] } }
    }

    /// Each resource of a group once: in the group's preferred version where that has it, else in the first that does.
    package var preferredResources: [APIResource] {
        groups.flatMap { group in
            var order: [String] = []
            var chosen: [String: APIResource] = [:]
            for version in group.versions {
                for resource in version.resources ?? [] {
                    if chosen[resource.name] == nil {
                        order.append(resource.name)
                    } else if version.version != group.preferredVersion {
                        continue
                    }
                    chosen[resource.name] = resource
                }
            }
            return order.compactMap { chosen[$0] }
        }
    }
}
