package import KubeModel

/// Describes a service account.
package struct ServiceAccountDescriber: Describer {
    private let account: ServiceAccount
    private let events: [Event]?

    /// Takes a service account, and the events about it; nil where they were not asked for.
    package init(account: ServiceAccount, events: [Event]?) {
        self.account = account
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", account.metadata.name)
        text.field("Namespace", account.metadata.namespace)
        text.labels("Labels", account.metadata.labels)
        text.annotations(account.metadata.annotations)
        let title = "Image pull secrets:"
        let names = account.imagePullSecrets.map(\.name)
        text.line("\(title)\t\(names.first ?? "<none>")")
        for name in names.dropFirst() {
            text.line("\(String(repeating: " ", count: title.utf8.count))\t\(name)")
        }
        text.events(events)
    }
}
