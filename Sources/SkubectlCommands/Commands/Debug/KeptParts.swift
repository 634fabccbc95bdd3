import CommandLineKit
import JSONModel

/// What a copy for debugging keeps of the pod it is made of (`--keep-…`).
struct KeptParts: Sendable, Hashable {
    static let annotationsFlag = Flag(
        "keep-annotations", default: false, help: "With --copy-to: the copy has the pod's annotations.")
    static let initContainersFlag = Flag(
        "keep-init-containers", default: true, help: "With --copy-to: the copy has the pod's init containers.")
    static let labelsFlag = Flag(
        "keep-labels", default: false, help: "With --copy-to: the copy has the pod's labels.")
    static let livenessFlag = Flag(
        "keep-liveness", default: false, help: "With --copy-to: the copy has the pod's liveness probes.")
    static let readinessFlag = Flag(
        "keep-readiness", default: false, help: "With --copy-to: the copy has the pod's readiness probes.")
    static let startupFlag = Flag(
        "keep-startup", default: false, help: "With --copy-to: the copy has the pod's startup probes.")
    static let flags: [any AnyFlag] = [
        annotationsFlag, initContainersFlag, labelsFlag, livenessFlag, readinessFlag, startupFlag,
    ]

    var annotations = false
    var initContainers = true
    var labels = false
    /// The fields of the probes that stay.
    var probes: Set<String> = []

    init() {}

    init(_ arguments: ParsedArguments) {
        annotations = arguments[Self.annotationsFlag]
        initContainers = arguments[Self.initContainersFlag]
        labels = arguments[Self.labelsFlag]
        let flags = [
            "livenessProbe": Self.livenessFlag, "readinessProbe": Self.readinessFlag, "startupProbe": Self.startupFlag,
        ]
        probes = Set(flags.filter { arguments[$0.value] }.keys)
    }

    /// Takes away what does not stay.
    func apply(to pod: inout PodUnderChange) {
        if !labels { pod.value[path: "metadata", "labels"] = nil }
        if !annotations { pod.value[path: "metadata", "annotations"] = nil }
        let lost = Set(["livenessProbe", "readinessProbe", "startupProbe"]).subtracting(probes)
        pod.changeAll(in: .main) { container in
            for probe in lost { container[probe] = nil }
        }
        if !initContainers { pod.removeAll(in: .initial) }
    }
}
