extension Pod {
    /// How much of each resource the pod asks for, all containers and its own overhead together.
    ///
    /// - Parameter usesStatus: whether what containers have at the moment counts too, where it is more than what they
    ///   shall have, as it is while they are resized.
    package func requests(usesStatus: Bool) -> [String: Quantity] {
        var total = combined(usesStatus: usesStatus) { container, status in
            var amounts = container.resources.requests
            guard let status, let actual = status.resources else { return amounts }
            if isResizeInfeasible { amounts = [:] }
            amounts.raise(to: actual.requests)
            amounts.raise(to: status.allocatedResources)
            return amounts
        }
        replacePodLevel(&total, with: spec.resources?.requests)
        total.add(spec.overhead)
        return total
    }

    /// How much of each resource the pod may use, all containers together.
    ///
    /// - Parameter usesStatus: see `requests(usesStatus:)`.
    package func limits(usesStatus: Bool) -> [String: Quantity] {
        var total = combined(usesStatus: usesStatus) { container, status in
            guard let actual = status?.resources else { return container.resources.limits }
            var amounts = isResizeInfeasible ? [:] : container.resources.limits
            amounts.raise(to: actual.limits)
            return amounts
        }
        replacePodLevel(&total, with: spec.resources?.limits)
        for (name, amount) in spec.overhead {
            if let limit = total[name], !limit.isZero { total[name] = limit.adding(amount) }
        }
        return total
    }

    private var isResizeInfeasible: Bool {
        status.conditions.first { $0.type == "PodResizePending" }?.reason == "Infeasible"
    }

    /// The most that is needed at any time: by the init containers one after the other, or by all containers.
    ///
    /// Init containers that go on running count from their turn on.
    private func combined(
        usesStatus: Bool, amounts: (Container, ContainerStatus?) -> [String: Quantity]
    ) -> [String: Quantity] {
        let statuses = usesStatus ? status.containerStatuses + status.initContainerStatuses : []

        func amountsOf(_ container: Container) -> [String: Quantity] {
            amounts(container, statuses.last { $0.name == container.name })
        }

        var total: [String: Quantity] = [:]
        for container in spec.containers { total.add(amountsOf(container)) }
        var sidecars: [String: Quantity] = [:]
        var starting: [String: Quantity] = [:]
        for container in spec.initContainers {
            if container.restartPolicy == "Always" {
                let needed = amountsOf(container)
                total.add(needed)
                sidecars.add(needed)
                starting.raise(to: sidecars)
            } else {
                // Containers that end cannot be resized.
                var needed = amounts(container, nil)
                needed.add(sidecars)
                starting.raise(to: needed)
            }
        }
        total.raise(to: starting)
        return total
    }

    /// Puts what is said for the pod as a whole in the place of the containers' sums.
    private func replacePodLevel(_ total: inout [String: Quantity], with amounts: [String: Quantity]?) {
        for (name, amount) in amounts ?? [:] where ["cpu", "memory"].contains(name) || name.hasPrefix("hugepages-") {
            total[name] = amount
        }
    }
}
