import JSONModel
import KubeModel

/// What can be taken over of an object for a service: whom it selects, and the ports (kubectl's `polymorphichelpers`).
struct ExposedObject {
    let name: String
    let labels: [String: String]
    private let object: JSONValue
    private let gvk: GroupVersionKind

    /// Refuses kinds for which there is no service.
    init(_ object: JSONValue, _ gvk: GroupVersionKind) throws {
        let isKnown =
            switch gvk.group {
            case "": ["ReplicationController", "Service", "Pod"].contains(gvk.kind)
            case "apps", "extensions": ["Deployment", "ReplicaSet"].contains(gvk.kind)
            default: false
            }
        guard isKnown else {
            throw CommandError.failed("cannot expose a \(gvk.group.isEmpty ? gvk.kind : "\(gvk.kind).\(gvk.group)")")
        }
        self.object = object
        self.gvk = gvk
        name = object["metadata"]?["name"]?.string ?? ""
        labels = Labels.texts(object["metadata"]?["labels"])
    }

    // MARK: - The selector

    /// The labels of the pods.
    func selector() throws -> [String: String] {
        switch gvk.kind {
        case "Pod":
            if labels.isEmpty { throw Self.noSelector("the pod has no labels and cannot be exposed") }
            return labels
        case "Service":
            guard let selector = object["spec"]?["selector"], !selector.isNull else {
                throw Self.noSelector("the service has no pod selector set")
            }
            return Labels.texts(selector)
        case "ReplicationController": return Labels.texts(object["spec"]?["selector"])
        default: return try selectorOfController()
        }
    }

    private func selectorOfController() throws -> [String: String] {
        let selector = object["spec"]?["selector"] ?? .null
        let labels = Labels.texts(selector["matchLabels"])
        guard !labels.isEmpty else {
            throw Self.noSelector("invalid \(gvk.kind.lowercased()): no selectors, therefore cannot be exposed")
        }
        let expressions = selector["matchExpressions"]?.array ?? []
        guard expressions.isEmpty else {
            let texts = expressions.map { expression in
                let values = (expression["values"]?.array ?? []).compactMap(\.string).joined(separator: " ")
                return "{Key:\(expression["key"]?.string ?? "") Operator:\(expression["operator"]?.string ?? "") "
                    + "Values:[\(values)]}"
            }
            throw Self.noSelector(
                "couldn't convert expressions - \"[\(texts.joined(separator: " "))]\" to map-based selector format")
        }
        return labels
    }

    private static func noSelector(_ reason: String) -> CommandError {
        .failed("couldn't retrieve selectors via --selector flag or introspection: \(reason)")
    }

    // MARK: - The ports

    /// A port with the protocols it is open for.
    struct Port: Hashable {
        let number: String
        var protocols: [String]
    }

    /// The ports in their order, each number once.
    var ports: [Port] {
        var ports: [Port] = []
        for (number, name) in numbersWithProtocols {
            if let index = ports.firstIndex(where: { $0.number == number }) {
                ports[index].protocols.append(name)
            } else {
                ports.append(Port(number: number, protocols: [name]))
            }
        }
        return ports
    }

    private var numbersWithProtocols: [(String, String)] {
        func pair(_ port: JSONValue, _ key: String) -> (String, String) {
            let name = port["protocol"]?.string ?? ""
            return (String(port[key]?.int64 ?? 0), name.isEmpty ? "TCP" : name)
        }
        if gvk.kind == "Service" {
            return (object["spec"]?["ports"]?.array ?? []).map { pair($0, "port") }
        }
        let spec = gvk.kind == "Pod" ? object["spec"] : object[path: "spec", "template", "spec"]
        return (spec?["containers"]?.array ?? []).flatMap { $0["ports"]?.array ?? [] }.map { pair($0, "containerPort") }
    }
}
