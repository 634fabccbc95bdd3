import KubeModel
import StdlibExtensions

/// The order of the lines of `top`: the most of a resource first, or by name.
package enum UsageOrder: String, Sendable, Hashable {
    case cpu
    case memory

    /// Whether one usage comes before another.
    func precedes(_ left: [String: Quantity], _ right: [String: Quantity]) -> Bool {
        switch self {
        case .cpu: (left["cpu"] ?? .zero).milliValue > (right["cpu"] ?? .zero).milliValue
        case .memory: (left["memory"] ?? .zero).value > (right["memory"] ?? .zero).value
        }
    }

    /// The elements in the order of their usage, or without an order of `names`; Go's sort decides where they are equal.
    static func sorted<Element>(
        _ elements: [Element], by order: UsageOrder?, usage: (Element) -> [String: Quantity],
        names: (Element) -> [String]
    ) -> [Element] {
        var keyed = elements.map { (element: $0, usage: usage($0), names: names($0)) }
        keyed.goSort { left, right in
            if let order { return order.precedes(left.usage, right.usage) }
            for (leftName, rightName) in zip(left.names, right.names) where leftName != rightName {
                return leftName.precedesByBytes(rightName)
            }
            return false
        }
        return keyed.map(\.element)
    }
}
