package import KubeModel

/// Describes a config map with all its texts, and the sizes of its files.
package struct ConfigMapDescriber: Describer {
    private let map: ConfigMap
    private let events: [Event]?

    /// Takes a config map, and the events about it; nil where they were not asked for.
    package init(map: ConfigMap, events: [Event]?) {
        self.map = map
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", map.metadata.name)
        text.field("Namespace", map.metadata.namespace)
        text.labels("Labels", map.metadata.labels)
        text.annotations(map.metadata.annotations)
        text.line("\nData\n====")
        for (key, value) in Labels.sorted(map.data) { text.line("\(key):\n----\n\(value)\n") }
        text.line("\nBinaryData\n====")
        for key in map.binaryData.keys.sortedByBytes() {
            text.line("\(key): \(map.binaryData[key]?.bytes.count ?? 0) bytes")
        }
        text.line("")
        text.events(events)
    }
}
