/// A measure and what it shall be (autoscaling/v2 `MetricSpec`); the type tells which of its members counts.
package struct MetricSpec: Codable, Sendable, Hashable {
    /// "External", "Pods", "Object", "Resource" or "ContainerResource".
    package var type: String
    package var object: ObjectMetric
    package var pods: NamedMetric
    package var resource: ResourceMetric
    package var containerResource: ResourceMetric
    package var external: NamedMetric

    /// A measure with a name (autoscaling/v2 `PodsMetricSource`, `ExternalMetricSource`).
    package struct NamedMetric: Codable, Sendable, Hashable {
        package var metric: MetricIdentifier
        package var target: MetricTarget
    }

    /// A measure of an object (autoscaling/v2 `ObjectMetricSource`).
    package struct ObjectMetric: Codable, Sendable, Hashable {
        package var describedObject: CrossVersionObjectReference
        package var metric: MetricIdentifier
        package var target: MetricTarget
    }

    /// The use of a resource, of pods or of their containers of a name (autoscaling/v2 `ResourceMetricSource`,
    /// `ContainerResourceMetricSource`).
    package struct ResourceMetric: Codable, Sendable, Hashable {
        package var name: String
        package var container: String
        package var target: MetricTarget
    }
}

/// The name of a measure (autoscaling/v2 `MetricIdentifier`).
package struct MetricIdentifier: Codable, Sendable, Hashable {
    package var name: String
}

/// What a measure shall be (autoscaling/v2 `MetricTarget`).
package struct MetricTarget: Codable, Sendable, Hashable {
    /// "Utilization", "Value" or "AverageValue".
    package var type: String
    package var value: Quantity?
    package var averageValue: Quantity?
    package var averageUtilization: Int32?
}

/// What was measured (autoscaling/v2 `MetricStatus`), in the order of the measures of the spec.
package struct MetricStatus: Codable, Sendable, Hashable {
    package var object: Measured?
    package var pods: Measured?
    package var resource: Measured?
    package var containerResource: Measured?
    package var external: Measured?

    /// The value of one measure.
    package struct Measured: Codable, Sendable, Hashable {
        package var current: MetricValueStatus
    }
}

/// A measured value (autoscaling/v2 `MetricValueStatus`).
package struct MetricValueStatus: Codable, Sendable, Hashable {
    package var value: Quantity?
    package var averageValue: Quantity?
    package var averageUtilization: Int32?
}
