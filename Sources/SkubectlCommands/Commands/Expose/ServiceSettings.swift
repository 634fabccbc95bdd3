import CommandLineKit
import JSONModel
import KubeModel
import StdlibExtensions

/// What is known of the service that `expose` makes: what the user says, and what is taken over from an object.
struct ServiceSettings: Sendable {
    static let clusterIPFlag = Flag(
        "cluster-ip", default: "",
        help: "Address of the service; \"None\" for a service without one, nothing for one that the server chooses.")
    static let externalIPFlag = Flag(
        "external-ip", default: "", help: "A further address at which nodes take requests for the service.")
    static let labelsFlag = Flag(
        "labels", short: "l", default: "", help: "Labels of the service, separated by commas.")
    static let loadBalancerIPFlag = Flag(
        "load-balancer-ip", default: "", help: "Address of the load balancer, where the cloud lets one choose it.")
    static let nameFlag = Flag("name", default: "", help: "Name of the service.")
    static let portFlag = Flag(
        "port", default: "", help: "Port of the service; without it those of what is exposed.")
    static let protocolFlag = Flag(
        "protocol", default: "", help: "Protocol of the service; TCP unless ports have others.")
    static let selectorFlag = Flag(
        "selector", default: "",
        help: "Labels of the pods, separated by commas; without it those of what is exposed.")
    static let sessionAffinityFlag = Flag(
        "session-affinity", default: "", help: "Whether requests of a client go to one pod: \"None\" or \"ClientIP\".")
    static let targetPortFlag = Flag(
        "target-port", default: "", help: "Port of the pods, by number or name; without it the same as the service's.")
    static let typeFlag = Flag(
        "type", default: "",
        help: "Type of the service: \"ClusterIP\" (as without), \"NodePort\", \"LoadBalancer\" or \"ExternalName\".")
    static let flags: [any AnyFlag] = [
        clusterIPFlag, externalIPFlag, labelsFlag, loadBalancerIPFlag, nameFlag, portFlag, protocolFlag, selectorFlag,
        sessionAffinityFlag, targetPortFlag, typeFlag,
    ]

    private let name: String
    private let type: String
    private let clusterIP: String
    private let externalIP: String
    private let loadBalancerIP: String
    private let sessionAffinity: String
    private let targetPort: String
    private let protocolName: String
    private var defaultName = ""
    private var selector: [String: String] = [:]
    private var selectorText: String
    private var labels: [String: String] = [:]
    private var labelsText: String
    /// What the user says, or the only port of an exposed object.
    private var port: String
    /// The ports of an exposed object that has several; they go before `port`.
    private var severalPorts: [String] = []
    /// The protocols of the exposed object's ports by their numbers.
    private var protocols: [String: [String]] = [:]

    init(_ arguments: ParsedArguments) {
        name = arguments[Self.nameFlag]
        type = arguments[Self.typeFlag]
        clusterIP = arguments[Self.clusterIPFlag]
        externalIP = arguments[Self.externalIPFlag]
        loadBalancerIP = arguments[Self.loadBalancerIPFlag]
        sessionAffinity = arguments[Self.sessionAffinityFlag]
        targetPort = arguments[Self.targetPortFlag]
        protocolName = arguments[Self.protocolFlag]
        selectorText = arguments[Self.selectorFlag]
        labelsText = arguments[Self.labelsFlag]
        port = arguments[Self.portFlag]
    }

    /// Fills in what the user has left open.
    mutating func takeOver(from object: ExposedObject) throws {
        defaultName = String(decoding: object.name.utf8.prefix(63), as: UTF8.self)
        if selectorText.isEmpty, selector.isEmpty { selector = try object.selector() }
        let own = object.ports
        if port.isEmpty {
            switch own.count {
            case 0 where clusterIP != "None":
                throw CommandError.failed("couldn't find port via --port flag or introspection")
            case 0: break
            case 1: port = own[0].number
            default: severalPorts = own.map(\.number)
            }
        }
        if !own.isEmpty {
            protocols = Dictionary(own.map { ($0.number, $0.protocols) }, uniquingKeysWith: { first, _ in first })
        }
        if labelsText.isEmpty, labels.isEmpty { labels = object.labels }
    }

    /// The service.
    func service() throws -> GeneratedObject {
        if selectorText.isEmpty, selector.isEmpty { throw CommandError.failed("selector must be specified") }
        let selector = try selectorText.isEmpty ? selector : LabelPairs.labels(in: selectorText)
        let labels = try labelsText.isEmpty ? labels : LabelPairs.labels(in: labelsText)
        let ports = try servicePorts()
        guard ["", "None", "ClientIP"].contains(sessionAffinity) else {
            throw CommandError.failed("unknown session affinity: \(sessionAffinity)")
        }
        let externalIPs: JSONValue? = externalIP.isEmpty ? nil : [.string(externalIP)]
        let spec = JSONValue.fields([
            "ports": .list(ports), "selector": .map(selector), "clusterIP": .text(clusterIP), "type": .text(type),
            "externalIPs": externalIPs,
            "sessionAffinity": .text(sessionAffinity),
            "loadBalancerIP": type == "LoadBalancer" ? .text(loadBalancerIP) : nil,
        ])
        var service = GeneratedObject(
            ServiceGeneration.kind, name: name.isEmpty ? defaultName : name,
            ["spec": spec, "status": ["loadBalancer": [:]]])
        service.labels = labels
        return service
    }

    private func servicePorts() throws -> [JSONValue] {
        var list: [JSONValue] = []
        let given = port.isEmpty ? [] : port.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let ports = severalPorts.isEmpty ? given : severalPorts
        for (index, text) in ports.enumerated() {
            let number = try LabelPairs.port(text)
            func add(_ name: String, _ protocolName: String) {
                let target: JSONValue =
                    targetPort.isEmpty ? .number(JSONNumber(number)) : IntOrString(parsing: targetPort).value
                list.append(
                    .fields([
                        "name": .text(name), "protocol": .text(protocolName), "port": .number(JSONNumber(number)),
                        "targetPort": target,
                    ]))
            }
            let name = ports.count > 1 ? "port-\(index + 1)" : ""
            let names = protocolName.isEmpty ? protocols[text] ?? ["TCP"] : [protocolName]
            if names.count == 1 {
                add(name, names[0])
            } else {
                for one in names { add("port-\(index + 1)-\(one.lowercased())", one) }
            }
        }
        return list
    }
}
