package import KubeModel

/// Describes limits of single objects.
package struct LimitRangeDescriber: Describer {
    private let range: LimitRange

    package init(range: LimitRange) {
        self.range = range
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", range.metadata.name)
        text.field("Namespace", range.metadata.namespace)
        text.limits(range.spec.limits, prefix: "")
    }
}
