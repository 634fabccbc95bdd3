/// One API group of a server: its versions, the preferred one first, and the resources of each.
package struct APIGroup: Sendable, Hashable {
    /// One version of a group.
    package struct Version: Sendable, Hashable {
        package var version: String
        /// The resources in the server's order; nil where the server could not tell them.
        package var resources: [APIResource]?

        package init(version: String, resources: [APIResource]?) {
            self.version = version
            self.resources = resources
        }
    }

    /// The group's name; empty for the core group.
    package var name: String
    /// In the server's order.
    package var versions: [Version]
    package var preferredVersion: String

    package init(name: String, versions: [Version], preferredVersion: String) {
        self.name = name
        self.versions = versions
        self.preferredVersion = preferredVersion
    }
}
