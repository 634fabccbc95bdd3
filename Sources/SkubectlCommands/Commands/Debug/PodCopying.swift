import CommandLineKit
import JSONModel

/// How a copy of a pod is made to debug with (`--copy-to`).
struct PodCopying: Sendable, Hashable {
    static let copyToFlag = Flag("copy-to", default: "", help: "Make a copy of the pod, of this name.")
    static let replaceFlag = Flag("replace", default: false, help: "With --copy-to: delete the pod itself.")
    static let sameNodeFlag = Flag(
        "same-node", default: false, help: "With --copy-to: the copy runs on the node of the pod.")
    static let setImageFlag = Flag(
        "set-image", default: [String: String](),
        help: "With --copy-to: other images for containers, as container=image; * stands for all of them.")
    static let shareProcessesFlag = Flag(
        "share-processes", default: true, help: "With --copy-to: the containers of the copy see each other's processes."
    )
    static let flags: [any AnyFlag] =
        [copyToFlag, replaceFlag, sameNodeFlag, setImageFlag, shareProcessesFlag] + KeptParts.flags

    /// The name of the copy; empty where none is made.
    let name: String
    let replaces: Bool
    let staysOnNode: Bool
    /// By the names of the containers; `*` stands for all others.
    let images: [String: String]
    /// Nil where it is not said.
    let sharesProcesses: Bool?
    let kept: KeptParts

    init(_ arguments: ParsedArguments) {
        name = arguments[Self.copyToFlag]
        replaces = arguments[Self.replaceFlag]
        staysOnNode = arguments[Self.sameNodeFlag]
        images = arguments[Self.setImageFlag]
        sharesProcesses =
            arguments.wasSet(Self.shareProcessesFlag) ? arguments[Self.shareProcessesFlag] : nil
        kept = KeptParts(arguments)
    }

    var isWanted: Bool { !name.isEmpty }

    /// The copy before anything is added to it.
    func copy(of pod: PodUnderChange) -> PodUnderChange {
        let metadata = pod.value["metadata"]
        var copy = PodUnderChange(value: [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": .fields([
                "name": .string(name), "namespace": metadata?["namespace"], "labels": metadata?["labels"],
                "annotations": metadata?["annotations"],
            ]),
            "spec": pod.value["spec"] ?? [:],
        ])
        copy.removeAll(in: .ephemeral)
        if let sharesProcesses { copy.set("shareProcessNamespace", .bool(sharesProcesses)) }
        if !staysOnNode { copy.set("nodeName", nil) }
        copy.changeAll(in: .main) { container in
            let image = images[container["name"]?.string ?? ""] ?? images["*"] ?? ""
            if !image.isEmpty { container["image"] = .string(image) }
        }
        return copy
    }
}
