import CommandLineKit
import JSONModel
import KubeModel
import StdlibExtensions

/// What an autoscaler aims at.
struct ScalingTarget: Sendable {
    static let cpuFlag = Flag(
        "cpu", default: "",
        help:
            "Processor that pods are to use: in percent of what they ask for (\"70%\"), or an amount (\"500m\"); without "
            + "a unit in thousandths.")
    static let cpuPercentFlag = Flag(
        "cpu-percent", default: Int32(-1), help: "Processor that pods are to use, in percent of what they ask for."
    ).deprecated(
        "Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU).")
    static let maximumFlag = Flag("max", default: Int32(-1), help: "The most pods there may be.").required()
    static let memoryFlag = Flag(
        "memory", default: "",
        help:
            "Memory that pods are to use: in percent of what they ask for (\"60%\"), or an amount (\"200Mi\"); without a "
            + "unit in mebibytes.")
    static let minimumFlag = Flag(
        "min", default: Int32(-1), help: "The fewest pods there may be; what is negative leaves it to the server.")
    static let nameFlag = Flag("name", default: "", help: "Name of the autoscaler; without it that of what is scaled.")
    static let flags: [any AnyFlag] = [cpuFlag, cpuPercentFlag, maximumFlag, memoryFlag, minimumFlag, nameFlag]

    private static let kind = GeneratedKind(
        "autoscaling", "v2", "HorizontalPodAutoscaler", resource: "horizontalpodautoscalers")
    private static let firstKind = GeneratedKind(
        "autoscaling", "v1", "HorizontalPodAutoscaler", resource: "horizontalpodautoscalers")

    private let name: String
    private let minimum: Int32
    private let maximum: Int32
    private let cpuPercent: Int32
    private let cpu: ResourceTarget?
    private let memory: ResourceTarget?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        name = arguments[Self.nameFlag]
        minimum = arguments[Self.minimumFlag]
        maximum = arguments[Self.maximumFlag]
        cpuPercent = arguments[Self.cpuPercentFlag]
        let cpu = arguments[Self.cpuFlag]
        let memory = arguments[Self.memoryFlag]
        if maximum < 1 {
            throw .invalid("--max=MAXPODS is required and must be at least 1, max: \(maximum)", hint: .none)
        }
        if maximum < minimum {
            throw .invalid(
                "--max=MAXPODS must be larger or equal to --min=MINPODS, max: \(maximum), min: \(minimum)", hint: .none)
        }
        if cpuPercent > 0, !cpu.isEmpty {
            throw .invalid("--cpu-percent and --cpu are mutually exclusive", hint: .none)
        }
        self.cpu = try cpu.isEmpty ? nil : ResourceTarget(cpu, of: .cpu)
        self.memory = try memory.isEmpty ? nil : ResourceTarget(memory, of: .memory)
    }

    /// The autoscaler in the newest version of the API.
    func scaler(for name: String, _ gvk: GroupVersionKind) -> GeneratedObject {
        var metrics: [JSONValue] = []
        if cpuPercent > 0 { metrics.append(Self.metric("cpu", .utilization(cpuPercent))) }
        if let cpu { metrics.append(Self.metric("cpu", cpu)) }
        if let memory { metrics.append(Self.metric("memory", memory)) }
        return GeneratedObject(
            Self.kind, name: self.name.isEmpty ? name : self.name,
            [
                "spec": .fields([
                    "scaleTargetRef": Self.reference(to: name, gvk),
                    "minReplicas": minimum > 0 ? .number(JSONNumber(minimum)) : nil,
                    "maxReplicas": .number(JSONNumber(maximum)), "metrics": .list(metrics),
                ]),
                "status": ["desiredReplicas": 0, "currentMetrics": .null],
            ])
    }

    /// Refuses what the first version of the API has no place for.
    ///
    /// As in kubectl it takes nothing but `--cpu`, and what that says is not handed on.
    func checkFirstVersion() throws(CommandError) {
        let prefix = "failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: "
        guard let cpu else { throw .failed(prefix + "empty input") }
        guard memory == nil, cpuPercent >= 0 || cpu.isUtilization else { throw .failed(prefix + "%!w(<nil>)") }
    }

    /// The autoscaler in the first version of the API.
    func scalerOfFirstVersion(for name: String, _ gvk: GroupVersionKind) -> GeneratedObject {
        GeneratedObject(
            Self.firstKind, name: self.name.isEmpty ? name : self.name,
            [
                "spec": .fields([
                    "scaleTargetRef": Self.reference(to: name, gvk),
                    "minReplicas": minimum > 0 ? .number(JSONNumber(minimum)) : nil,
                    "maxReplicas": .number(JSONNumber(maximum)),
                    "targetCPUUtilizationPercentage": cpuPercent >= 0 ? .number(JSONNumber(cpuPercent)) : nil,
                ]),
                "status": ["currentReplicas": 0, "desiredReplicas": 0],
            ])
    }

    private static func reference(to name: String, _ gvk: GroupVersionKind) -> JSONValue {
        ["kind": .string(gvk.kind), "name": .string(name), "apiVersion": .string(gvk.groupVersion.apiVersion)]
    }

    private static func metric(_ resource: String, _ target: ResourceTarget) -> JSONValue {
        ["type": "Resource", "resource": ["name": .string(resource), "target": target.value]]
    }
}
