import JSONModel

/// What a debugging container may do, and what stays of a pod that is copied for it (kubectl's `profiles.go`).
enum DebugProfile: String, CaseIterable, Sendable {
    /// As kubectl 1.23 had it; deprecated.
    case legacy
    case general
    /// No rights beyond what the Pod Security Standard of this name allows.
    case baseline
    /// The same for the standard "restricted".
    case restricted
    case netadmin
    case sysadmin

    /// What is made for debugging.
    enum Setting: Sendable {
        /// A container in the pod itself.
        case ephemeral
        case copy(KeptParts)
        /// A pod on a node.
        case node
    }

    /// Changes a pod, with the debugging container in it, to what the profile says.
    func apply(to pod: inout PodUnderChange, container: String, in setting: Setting) {
        if self == .legacy { return Self.applyLegacy(to: &pod, container, setting) }
        pod.change(container) { changeRights(of: &$0, in: setting) }
        switch setting {
        case .copy(let kept):
            kept.apply(to: &pod)
            if pod.value["spec"]?["shareProcessNamespace"] == nil { pod.set("shareProcessNamespace", true) }
        case .node:
            if self == .general || self == .sysadmin { Self.mountRoot(of: &pod, container) }
            if [.general, .sysadmin, .netadmin].contains(self) { Self.useHostNamespaces(&pod) }
        case .ephemeral: return
        }
    }

    /// Changes the security context of the debugging container.
    private func changeRights(of container: inout JSONValue, in setting: Setting) {
        switch (self, setting) {
        case (.legacy, _): return
        case (.general, .node), (.baseline, _): container["securityContext"] = nil
        case (.general, _): Self.add(["SYS_PTRACE"], to: &container)
        case (.netadmin, _): Self.add(["NET_ADMIN", "NET_RAW"], to: &container)
        case (.sysadmin, _): container[path: "securityContext", "privileged"] = true
        case (.restricted, _):
            container["securityContext"] = [
                "capabilities": ["drop": ["ALL"]], "runAsNonRoot": true, "allowPrivilegeEscalation": false,
                "seccompProfile": ["type": "RuntimeDefault"],
            ]
        }
    }

    private static func applyLegacy(to pod: inout PodUnderChange, _ container: String, _ setting: Setting) {
        switch setting {
        case .copy: pod.value[path: "metadata", "labels"] = nil
        case .node:
            mountRoot(of: &pod, container)
            useHostNamespaces(&pod)
        case .ephemeral: return
        }
    }

    private static func add(_ capabilities: [JSONValue], to container: inout JSONValue) {
        let present = container["securityContext"]?["capabilities"]?["add"]?.array ?? []
        container[path: "securityContext", "capabilities", "add"] = .array(present + capabilities)
    }

    private static func useHostNamespaces(_ pod: inout PodUnderChange) {
        for field in ["hostNetwork", "hostPID", "hostIPC"] { pod.set(field, true) }
    }

    /// Mounts the node's file system at /host.
    private static func mountRoot(of pod: inout PodUnderChange, _ container: String) {
        let volume = "host-root"
        let volumes = pod.value["spec"]?["volumes"]?.array ?? []
        pod.set("volumes", .array(volumes + [["name": .string(volume), "hostPath": ["path": "/"]]]))
        pod.change(container, in: .main) { container in
            let mounts = container["volumeMounts"]?.array ?? []
            container["volumeMounts"] = .array(mounts + [["name": .string(volume), "mountPath": "/host"]])
        }
    }
}
