import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO

/// Lists the environment variables of containers, with the values that they refer to where these are asked for.
struct EnvironmentListing {
    /// The server that is asked for values; nil where references are shown.
    let cluster: Cluster?
    let context: CommandContext

    init(cluster: Cluster?, context: CommandContext) {
        self.cluster = cluster
        self.context = context
    }

    /// Why a value could not be had.
    private struct Fault: Error {
        let sentence: String
    }

    /// Shows a container's variables; what could not be had is told on standard error.
    mutating func show(_ container: JSONValue, of object: JSONValue) async {
        let kind = object["kind"]?.string ?? ""
        let name = object["metadata"]?["name"]?.string ?? ""
        write("# \(kind) \(name), container \(container["name"]?.string ?? "")\n")
        var faults: [(sentence: String, names: [String])] = []
        // Each is read once for a container.
        var stored: [ResourceLocation: Result<JSONValue, ClientError>] = [:]
        for variable in container["env"]?.array ?? [] {
            let name = variable["name"]?.string ?? ""
            guard let source = variable["valueFrom"], !source.isNull else {
                write("\(name)=\(variable["value"]?.string ?? "")\n")
                continue
            }
            if let cluster {
                do throws(Fault) {
                    let value = try await value(of: source, container, object, cluster, &stored)
                    write("\(name)=\(value)\n")
                    continue
                } catch {
                    if let index = faults.firstIndex(where: { $0.sentence == error.sentence }) {
                        faults[index].names.append(name)
                    } else {
                        faults.append((error.sentence, [name]))
                    }
                }
            }
            write("# \(name) from \(Self.reference(source))\n")
        }
        let lines = faults.map { fault in
            let names = fault.names.sorted { $0.precedesByBytes($1) }.joined(separator: ", ")
            return "error retrieving reference for \(names): \(fault.sentence)"
        }
        for line in lines.sorted(by: { $0.precedesByBytes($1) }) {
            context.console.writeError(TerminalText.escaped(line) + "\n")
        }
        context.console.flush()
    }

    private func write(_ text: String) {
        context.console.write(TerminalText.escaped(text))
    }

    /// What a variable refers to, in words.
    static func reference(_ source: JSONValue) -> String {
        if let key = source["configMapKeyRef"] { return "configmap \(text(key["name"])), key \(text(key["key"]))" }
        if let key = source["secretKeyRef"] { return "secret \(text(key["name"])), key \(text(key["key"]))" }
        if let field = source["fieldRef"] { return "field path \(text(field["fieldPath"]))" }
        if let resource = source["resourceFieldRef"] {
            let container = text(resource["containerName"])
            return "resource field \(container.isEmpty ? "" : "\(container)/")\(text(resource["resource"]))"
        }
        return "invalid valueFrom"
    }

    private static func text(_ value: JSONValue?) -> String { value?.string ?? "" }

    // MARK: - Values

    private func value(
        of source: JSONValue, _ container: JSONValue, _ object: JSONValue, _ cluster: Cluster,
        _ stored: inout [ResourceLocation: Result<JSONValue, ClientError>]
    ) async throws(Fault) -> String {
        if let key = source["secretKeyRef"] {
            let data = try await data("secrets", Self.text(key["name"]), cluster, &stored)
            guard let encoded = data[Self.text(key["key"])]?.string else {
                throw Fault(sentence: "key \(Self.text(key["key"])) not found in secret \(Self.text(key["name"]))")
            }
            guard case .success(let bytes) = Base64.decode(encoded) else {
                throw Fault(sentence: "illegal base64 data")
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        if let key = source["configMapKeyRef"] {
            let data = try await data("configmaps", Self.text(key["name"]), cluster, &stored)
            guard let value = data[Self.text(key["key"])]?.string else {
                throw Fault(sentence: "key \(Self.text(key["key"])) not found in config map \(Self.text(key["name"]))")
            }
            return value
        }
        if let field = source["fieldRef"] { return try Self.field(Self.text(field["fieldPath"]), of: object) }
        if let resource = source["resourceFieldRef"] { return try Self.amount(resource, of: container) }
        throw Fault(sentence: "invalid valueFrom")
    }

    private func data(
        _ resource: String, _ name: String, _ cluster: Cluster,
        _ stored: inout [ResourceLocation: Result<JSONValue, ClientError>]
    ) async throws(Fault) -> JSONObject {
        let location = ResourceLocation(
            GroupVersionResource(group: "", version: "v1", resource: resource), namespace: cluster.namespace, name: name
        )
        if stored[location] == nil {
            do throws(ClientError) { stored[location] = .success(try await cluster.client.json(.get(location))) } catch
            {
                // kubectl asks again for each variable; the answer would be the same.
                stored[location] = .failure(error)
            }
        }
        switch stored[location] {
        case .success(let object): return object["data"]?.object ?? [:]
        case .failure(let error): throw Fault(sentence: error.message)
        case nil: return [:]
        }
    }

    /// The value of a field of the object's metadata.
    private static func field(_ path: String, of object: JSONValue) throws(Fault) -> String {
        let metadata = object["metadata"]
        if path.hasSuffix("']"), let bracket = path.firstRange(of: "['"), bracket.lowerBound > path.startIndex {
            let list = String(path[..<bracket.lowerBound])
            let key = String(path[bracket.upperBound...].dropLast(2))
            let isAnnotations = list == "metadata.annotations"
            guard isAnnotations || list == "metadata.labels" else {
                throw Fault(sentence: "fieldPath \(path.goQuoted) does not support subscript")
            }
            let faults = LabelSyntax.faults(ofKey: isAnnotations ? key.lowercased() : key)
            guard faults.isEmpty else {
                throw Fault(
                    sentence: "invalid key subscript in \(path): \(faults.map(\.message).joined(separator: ";"))")
            }
            return metadata?[isAnnotations ? "annotations" : "labels"]?[key]?.string ?? ""
        }
        switch path {
        case "metadata.annotations", "metadata.labels":
            let members = metadata?[String(path.dropFirst("metadata.".count))]?.object ?? [:]
            return members.sortedByKey().map { "\($0.key)=\(($0.value.string ?? "").goQuoted)" }
                .joined(separator: "\n")
        case "metadata.name", "metadata.namespace", "metadata.uid":
            return metadata?[String(path.dropFirst("metadata.".count))]?.string ?? ""
        default: throw Fault(sentence: "unsupported fieldPath: \(path)")
        }
    }

    /// A request or a limit of a container in units of the divisor, rounded up.
    private static func amount(_ reference: JSONValue, of container: JSONValue) throws(Fault) -> String {
        let resource = text(reference["resource"])
        let parts = resource.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let names = ["cpu", "memory", "ephemeral-storage"]
        guard parts.count == 2, ["limits", "requests"].contains(parts[0]),
            names.contains(parts[1]) || parts[1].hasPrefix("hugepages-")
        else { throw Fault(sentence: "Unsupported container resource : \(resource)") }
        // What is no quantity counts as none, as the server would not have let it in.
        let amount = container["resources"]?[parts[0]]?[parts[1]]?.string.flatMap { try? Quantity($0) } ?? .zero
        // And no divisor is one.
        var divisor = reference["divisor"]?.string.flatMap { try? Quantity($0) } ?? .zero
        if divisor.isZero { divisor = Quantity(1) }
        let isProcessor = parts[1] == "cpu"
        let (value, unit) =
            isProcessor ? (amount.milliValue, divisor.milliValue) : (amount.value, divisor.value)
        guard unit != 0 else { return "0" }
        return String(Int64((Double(value) / Double(unit)).rounded(.up)))
    }
}
