import KubeModel
import StdlibExtensions

extension DescribeText {
    /// Writes containers of one sort, each with its status where it has one.
    ///
    /// - Parameter pod: the pod that has the containers; nil for those of a template, which are indented.
    mutating func containers(
        _ title: String, _ containers: [Container], _ statuses: [ContainerStatus], of pod: Pod?
    ) {
        let title = pod == nil ? "  \(title)" : title
        line(containers.isEmpty ? "\(title): <none>" : "\(title):")
        for container in containers {
            let status = statuses.last { $0.name == container.name }
            line("\(pod == nil ? " " : "")\(container.name):", level: 1)
            basics(of: container, status)
            command("Command", container.command)
            command("Args", container.args)
            if let status { state(of: status) }
            resources(container.resources, level: 2)
            probes(of: container)
            environmentSources(container.envFrom)
            environment(of: container, in: pod)
            mounts(of: container)
        }
    }

    private mutating func basics(of container: Container, _ status: ContainerStatus?) {
        if let status { field("Container ID", status.containerID, level: 2) }
        field("Image", container.image, level: 2)
        if let status { field("Image ID", status.imageID, level: 2) }
        ports("Port", container.ports) { $0.containerPort }
        ports("Host Port", container.ports) { $0.hostPort }
        seccompProfile(container.securityContext?.seccompProfile, level: 2, profileLevel: 3)
    }

    private mutating func ports(_ title: String, _ ports: [ContainerPort], number: (ContainerPort) -> Int32) {
        let texts = ports.map { port in
            "\(number(port))/\(port.protocol)" + (port.name.isEmpty ? "" : " (\(port.name))")
        }
        let text = texts.joined(separator: ", ")
        // A comma in a single port's name makes it several, as in kubectl.
        field(text.utf8.contains(UInt8(ascii: ",")) ? "\(title)s" : title, text.isEmpty ? "<none>" : text, level: 2)
    }

    private mutating func command(_ title: String, _ words: [String]) {
        guard !words.isEmpty else { return }
        line("\(title):", level: 2)
        for word in words {
            for part in word.splitLines() { line(part, level: 3) }
        }
    }

    private mutating func mounts(of container: Container) {
        let none = container.volumeMounts.isEmpty ? "\t<none>" : ""
        line("Mounts:\(none)", level: 2)
        var mounts = container.volumeMounts
        mounts.goSort { $0.mountPath.utf8.lexicographicallyPrecedes($1.mountPath.utf8) }
        for mount in mounts {
            let path = mount.subPath.isEmpty ? "" : ",path=\(mount.subPath.goQuoted)"
            line("\(mount.mountPath) from \(mount.name) (\(mount.readOnly ? "ro" : "rw")\(path))", level: 3)
        }
        guard !container.volumeDevices.isEmpty else { return }
        // That there are no mounts stands here too; so it does in kubectl.
        line("Devices:\(none)", level: 2)
        var devices = container.volumeDevices
        devices.goSort { $0.devicePath.utf8.lexicographicallyPrecedes($1.devicePath.utf8) }
        for device in devices { line("\(device.devicePath) from \(device.name)", level: 3) }
    }
}

// MARK: - State

extension DescribeText {
    private mutating func state(of status: ContainerStatus) {
        state("State", status.state)
        if status.lastState.terminated != nil { state("Last State", status.lastState) }
        field("Ready", status.ready ? "True" : "False", level: 2)
        field("Restart Count", status.restartCount, level: 2)
    }

    private mutating func state(_ title: String, _ state: ContainerState) {
        if let running = state.running {
            field(title, "Running", level: 2)
            field("Started", time(running.startedAt), level: 3)
        } else if state.waiting == nil, let terminated = state.terminated {
            field(title, "Terminated", level: 2)
            if !terminated.reason.isEmpty { field("Reason", terminated.reason, level: 3) }
            if !terminated.message.isEmpty { field("Message", terminated.message, level: 3) }
            field("Exit Code", terminated.exitCode, level: 3)
            if terminated.signal > 0 { field("Signal", terminated.signal, level: 3) }
            field("Started", time(terminated.startedAt), level: 3)
            field("Finished", time(terminated.finishedAt), level: 3)
        } else {
            field(title, "Waiting", level: 2)
            if let reason = state.waiting?.reason, !reason.isEmpty { field("Reason", reason, level: 3) }
        }
    }
}
