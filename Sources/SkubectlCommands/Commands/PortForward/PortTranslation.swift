import JSONModel

/// What the ports of a command line mean for a pod, or for a service and one of its pods: names become numbers, and
/// ports of services those of their pods.
enum PortTranslation {
    /// A port as written, in its two halves; what has more than two is taken for its first alone (kubectl's `splitPort`).
    private static func halves(_ text: String) -> (local: String, remote: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : (parts[0], parts[0])
    }

    /// The ports of a pod.
    static func forPod(_ ports: [String], _ pod: JSONValue) throws -> [String] {
        let declared = (pod["spec"]?["containers"]?.array ?? []).flatMap { $0["ports"]?.array ?? [] }
        try refuseUDP(ports, declared, number: "containerPort") { try number(ofPort: $0, in: pod) }
        return try ports.map { port in
            let (local, remote) = halves(port)
            // Without this it would be the first port that has no name.
            if remote.isEmpty { throw CommandError.failed("remote port cannot be empty") }
            let number = try Int(remote) == nil ? String(number(ofPort: remote, in: pod)) : remote
            return local == remote ? number : "\(local):\(number)"
        }
    }

    /// The ports of a service, as those of a pod of its.
    static func forService(_ ports: [String], _ service: JSONValue, _ pod: JSONValue) throws -> [String] {
        let declared = service["spec"]?["ports"]?.array ?? []
        try refuseUDP(ports, declared, number: "port") { try number(ofPort: $0, inService: service) }
        return try ports.map { port in
            var (local, remote) = halves(port)
            let number = try Int(remote) ?? Self.number(ofPort: remote, inService: service)
            if local == remote { local = String(number) }
            remote = String(try target(ofPort: number, service, pod))
            return local == remote ? remote : "\(local):\(remote)"
        }
    }

    /// The pod's port that a service's port leads to.
    private static func target(ofPort number: Int, _ service: JSONValue, _ pod: JSONValue) throws -> Int {
        let name = service["metadata"]?["name"]?.string ?? ""
        let port = (service["spec"]?["ports"]?.array ?? []).first { $0["port"]?.int64 == Int64(number) }
        guard let port else {
            throw CommandError.failed("Service \(name) does not have a service port \(number)")
        }
        if service["spec"]?["clusterIP"]?.string == "None" { return number }
        if let named = port["targetPort"]?.string { return try Self.number(ofPort: named, in: pod) }
        let target = Int(port["targetPort"]?.int64 ?? 0)
        return target == 0 ? number : target
    }

    private static func number(ofPort name: String, inService service: JSONValue) throws -> Int {
        let port = (service["spec"]?["ports"]?.array ?? []).first { ($0["name"]?.string ?? "") == name }
        guard let number = port?["port"]?.int64 else {
            let service = service["metadata"]?["name"]?.string ?? ""
            throw CommandError.failed("Service '\(service)' does not have a named port '\(name)'")
        }
        return Int(number)
    }

    private static func number(ofPort name: String, in pod: JSONValue) throws -> Int {
        for list in ["containers", "initContainers"] {
            for container in pod["spec"]?[list]?.array ?? [] {
                let port = (container["ports"]?.array ?? []).first { ($0["name"]?.string ?? "") == name }
                if let number = port?["containerPort"]?.int64 { return Int(number) }
            }
        }
        let pod = pod["metadata"]?["name"]?.string ?? ""
        throw CommandError.failed("Pod '\(pod)' does not have a named port '\(name)'")
    }

    /// Refuses ports that are declared for UDP alone.
    private static func refuseUDP(
        _ ports: [String], _ declared: [JSONValue], number: String, _ lookUp: (String) throws -> Int
    ) throws {
        func numbers(_ kind: String) -> Set<Int64> {
            Set(declared.filter { $0["protocol"]?.string == kind }.compactMap { $0[number]?.int64 })
        }
        let refused = numbers("UDP").subtracting(numbers("TCP"))
        for port in ports {
            let remote = halves(port).remote
            let number = try Int(remote) ?? lookUp(remote)
            if refused.contains(Int64(number)) {
                throw CommandError.failed("UDP protocol is not supported for \(remote)")
            }
        }
    }
}
