import JSONModel
import Renderers

/// Makes of a pod or a node what it is debugged with; nothing is sent yet.
struct DebugMaker: Sendable {
    let command: DebugCommand
    let profile: DebugProfile
    let custom: CustomContainer?
    /// Tells the user what was chosen.
    let tell: @Sendable (String) -> Void
    /// Writes a line of warning.
    let warn: @Sendable (String) -> Void

    private var container: DebugContainer { command.container }

    /// The pod with one more container, which is named.
    func withEphemeralContainer(_ pod: PodUnderChange) throws -> (pod: PodUnderChange, container: String) {
        let name = containerName(in: pod)
        var changed = pod
        changed.add(container.ephemeralContainer(named: name), to: .ephemeral)
        profile.apply(to: &changed, container: name, in: .ephemeral)
        try custom?.apply(to: &changed, container: name, in: .ephemeral)
        warnOfUser(pod, changed.containers(.ephemeral).last)
        return (changed, name)
    }

    /// A copy of a pod, and the container in it that is for debugging; nil where only images differ.
    func copy(of pod: PodUnderChange) throws -> (pod: PodUnderChange, container: String?) {
        var copy = command.copying.copy(of: pod)
        var name = container.name
        if !copy.containerNames.contains(name) {
            if container.image.isEmpty {
                if !command.copying.images.isEmpty { return (copy, nil) }
                throw CommandError.failed("you must specify image when creating new container")
            }
            name = containerName(in: copy)
            copy.add(DebugContainer.empty(name), to: .main)
        }
        copy.change(name) { container.set(on: &$0) }
        profile.apply(to: &copy, container: name, in: .copy(command.copying.kept))
        try custom?.apply(to: &copy, container: name, in: .main)
        warnOfUser(copy, copy.container(name, in: .main))
        return (copy, name)
    }

    /// A pod that runs on a node.
    func nodePod(on node: String) throws -> (pod: PodUnderChange, container: String) {
        let name = container.name.isEmpty ? "debugger" : container.name
        let podName = "node-debugger-\(node)-\(RandomSuffix.make())"
        tell(
            TerminalText.escaped("Creating debugging pod \(podName) with container \(name) on node \(node).") + "\n")
        var pod = PodUnderChange(value: [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": [
                "name": .string(podName), "labels": ["app.kubernetes.io/managed-by": "kubectl-debug"],
            ],
            "spec": [
                "containers": [container.container(named: name)], "restartPolicy": "Never", "nodeName": .string(node),
                "tolerations": [["operator": "Exists"]],
            ],
        ])
        profile.apply(to: &pod, container: name, in: .node)
        try custom?.apply(to: &pod, container: name, in: .main)
        return (pod, name)
    }

    /// The name asked for, or one that no container of the pod has, which is then told.
    private func containerName(in pod: PodUnderChange) -> String {
        if !container.name.isEmpty { return container.name }
        let taken = pod.containerNames
        var name: String
        repeat { name = "debugger-\(RandomSuffix.make())" } while taken.contains(name)
        tell("Defaulting debug container name to \(name).\n")
        return name
    }

    /// Warns where the pod's user keeps the container from rights that it is given.
    private func warnOfUser(_ pod: PodUnderChange, _ container: JSONValue?) {
        let user = pod.value["spec"]?["securityContext"]?["runAsUser"]?.int64 ?? 0
        guard user != 0, let rights = container?["securityContext"], rights["runAsUser"]?.int64 != 0 else { return }
        let isPrivileged = rights["privileged"]?.bool ?? false
        guard isPrivileged || !(rights["capabilities"]?["add"]?.array ?? []).isEmpty else { return }
        warn(
            "Warning: Non-root user is configured for the entire target Pod, and some capabilities granted by debug "
                + "profile may not work. Please consider using \"--custom\" with a custom profile that specifies "
                + "\"securityContext.runAsUser: 0\".\n")
    }
}
