import CommandLineKit
import JSONModel

/// What the commands that create services have in common.
struct ServiceGeneration: Sendable {
    static let kind = GeneratedKind("", "v1", "Service", resource: "services")
    static let tcpFlag = Flag(
        "tcp", default: [String](), help: "Ports as port:targetPort, or port for the same of both.")

    let name: String
    /// "ClusterIP" and the like.
    let type: String
    let ports: [String]
    var clusterIP = ""
    var externalName = ""
    var nodePort = 0

    init(_ generation: Generation, type: String, _ arguments: ParsedArguments) {
        name = generation.name
        self.type = type
        ports = arguments[Self.tcpFlag]
    }

    /// Refuses a service that would have no port.
    func requirePorts() throws(UsageError) {
        guard ports.isEmpty else { return }
        throw .invalid("at least one tcp port specifier must be provided", hint: .none)
    }

    /// The service, for the pods with its name as their label `app`.
    func object() throws -> GeneratedObject {
        let labels = ["app": name]
        let spec = JSONValue.fields([
            "ports": .list(try ports.map(port)), "selector": .map(labels), "clusterIP": .text(clusterIP),
            "type": .text(type), "externalName": .text(externalName),
        ])
        var service = GeneratedObject(Self.kind, name: name, ["spec": spec, "status": ["loadBalancer": [:]]])
        service.labels = labels
        return service
    }

    private func port(_ text: String) throws -> JSONValue {
        let pair = try PortPair(text)
        return .fields([
            "name": .text(text.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "-")),
            "protocol": "TCP", "port": .number(JSONNumber(pair.port)), "targetPort": pair.target.value,
            "nodePort": .nonZero(Int32(truncatingIfNeeded: nodePort)),
        ])
    }
}
