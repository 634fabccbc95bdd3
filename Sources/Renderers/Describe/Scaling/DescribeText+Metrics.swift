import KubeModel
import StdlibExtensions

extension DescribeText {
    /// Writes what a measure is and what it shall be; `<unknown>` where it was not measured.
    mutating func metric(_ metric: MetricSpec, _ status: MetricStatus?) {
        switch metric.type {
        case "External": external(metric.external, status?.external?.current)
        case "Pods":
            let target = metric.pods.target.averageValue
            pair("\(metric.pods.metric.name.goQuoted) on pods", status?.pods.map(\.current.averageValue), target)
        case "Object": object(metric.object, status?.object?.current)
        case "Resource":
            write("resource \(metric.resource.name) on pods", level: 1)
            use(metric.resource.target, status?.resource?.current)
        case "ContainerResource":
            let resource = metric.containerResource
            write("resource \(resource.name) of container \"\(resource.container)\" on pods", level: 1)
            use(resource.target, status?.containerResource?.current)
        default: line("<unknown metric type \(metric.type.goQuoted)>", level: 1)
        }
    }

    private mutating func external(_ metric: MetricSpec.NamedMetric, _ current: MetricValueStatus?) {
        let name = metric.metric.name.goQuoted
        if let target = metric.target.averageValue {
            let average = current?.averageValue.map { Quantity?.some($0) }
            pair("\(name) (target average value)", average, target)
        } else {
            pair("\(name) (target value)", current.map(\.value), metric.target.value)
        }
    }

    private mutating func object(_ metric: MetricSpec.ObjectMetric, _ current: MetricValueStatus?) {
        let object = metric.describedObject
        let title = "\"\(metric.metric.name)\" on \(object.kind)/\(object.name)"
        if metric.target.type == "AverageValue" {
            pair("\(title) (target average value)", current.map(\.averageValue), metric.target.averageValue)
        } else {
            pair("\(title) (target value)", current.map(\.value), metric.target.value)
        }
    }

    /// Writes how much of a resource pods use, behind what that is.
    private mutating func use(_ target: MetricTarget, _ current: MetricValueStatus?) {
        if let average = target.averageValue {
            line(":\t\(Self.text(current.map(\.averageValue))) / \(average)")
            return
        }
        let share = current?.averageUtilization.map { "\($0)% (\(Self.text(current?.averageValue)))" }
        let wanted = target.averageUtilization.map { "\($0)%" } ?? "<auto>"
        line("(as a percentage of request):\t\(share ?? "<unknown>") / \(wanted)", level: 1)
    }

    /// - Parameter current: nil where nothing was measured, and nil in it where there is no such value.
    private mutating func pair(_ title: String, _ current: Quantity??, _ target: Quantity?) {
        line("\(title):\t\(Self.text(current)) / \(target?.description ?? "<nil>")", level: 1)
    }

    private static func text(_ current: Quantity??) -> String {
        current.map { $0?.description ?? "<nil>" } ?? "<unknown>"
    }
}
