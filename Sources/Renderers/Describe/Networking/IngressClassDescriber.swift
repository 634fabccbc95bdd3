package import KubeModel

/// Describes a class of ingresses.
package struct IngressClassDescriber: Describer {
    private let ingressClass: IngressClass
    private let events: [Event]?

    /// Takes a class of ingresses, and the events about it; nil where they were not asked for.
    package init(_ ingressClass: IngressClass, events: [Event]?) {
        self.ingressClass = ingressClass
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", ingressClass.metadata.name)
        text.labels("Labels", ingressClass.metadata.labels)
        text.annotations(ingressClass.metadata.annotations)
        text.field("Controller", ingressClass.spec.controller)
        if let parameters = ingressClass.spec.parameters {
            text.line("Parameters:")
            if let group = parameters.apiGroup { text.field("APIGroup", group, level: 1) }
            text.field("Kind", parameters.kind, level: 1)
            text.field("Name", parameters.name, level: 1)
        }
        text.events(events)
    }
}
