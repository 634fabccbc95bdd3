import JSONModel

/// A pod whose containers are changed by name, in the form of kubectl's Go types.
struct PodUnderChange {
    /// One of a pod's lists of containers; the raw values are the fields' names.
    enum ContainerList: String, CaseIterable {
        case initial = "initContainers"
        case main = "containers"
        case ephemeral = "ephemeralContainers"
    }

    var value: JSONValue

    var name: String { value["metadata"]?["name"]?.string ?? "" }
    var namespace: String { value["metadata"]?["namespace"]?.string ?? "" }
    var containerNames: Set<String> { Set(ContainerList.allCases.flatMap { containers($0).map(Self.name) }) }

    func containers(_ list: ContainerList) -> [JSONValue] { value["spec"]?[list.rawValue]?.array ?? [] }

    /// The container of a name in one list; nil where there is none.
    func container(_ name: String, in list: ContainerList) -> JSONValue? {
        containers(list).first { Self.name(of: $0) == name }
    }

    mutating func add(_ container: JSONValue, to list: ContainerList) {
        setContainers(containers(list) + [container], list)
    }

    /// Changes the first container of a name, of all lists in their order; does nothing where there is none.
    mutating func change(_ name: String, _ change: (inout JSONValue) -> Void) {
        for list in ContainerList.allCases where container(name, in: list) != nil {
            self.change(name, in: list, change)
            return
        }
    }

    /// Changes the first container of a name in one list.
    mutating func change(_ name: String, in list: ContainerList, _ change: (inout JSONValue) -> Void) {
        var containers = containers(list)
        guard let index = containers.firstIndex(where: { Self.name(of: $0) == name }) else { return }
        change(&containers[index])
        setContainers(containers, list)
    }

    /// Changes each container of a list.
    mutating func changeAll(in list: ContainerList, _ change: (inout JSONValue) -> Void) {
        var containers = containers(list)
        if containers.isEmpty { return }
        for index in containers.indices { change(&containers[index]) }
        setContainers(containers, list)
    }

    mutating func removeAll(in list: ContainerList) {
        value[path: "spec", list.rawValue] = nil
    }

    /// Sets a field of the specification, or removes it.
    mutating func set(_ field: String, _ newValue: JSONValue?) {
        value[path: "spec", field] = newValue
    }

    private mutating func setContainers(_ containers: [JSONValue], _ list: ContainerList) {
        set(list.rawValue, .array(containers))
    }

    private static func name(of container: JSONValue) -> String { container["name"]?.string ?? "" }
}
