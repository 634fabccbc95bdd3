package import KubeModel

/// Describes a class of volume attributes.
package struct VolumeAttributesClassDescriber: Describer {
    private let attributesClass: VolumeAttributesClass
    private let events: [Event]?

    /// Takes a class, and the events about it; nil where they were not asked for.
    package init(attributesClass: VolumeAttributesClass, events: [Event]?) {
        self.attributesClass = attributesClass
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", attributesClass.metadata.name)
        text.field("Annotations", Labels.text(attributesClass.metadata.annotations))
        text.field("DriverName", attributesClass.driverName)
        text.field("Parameters", Labels.text(attributesClass.parameters))
        text.events(events)
    }
}
