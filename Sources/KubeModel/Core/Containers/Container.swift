/// A container of a pod: ordinary, init or ephemeral (core/v1 `Container`).
package struct Container: Codable, Sendable, Hashable {
    package var name: String
    package var image: String
    package var command: [String]
    package var args: [String]
    package var workingDir: String
    package var ports: [ContainerPort]
    package var envFrom: [EnvFromSource]
    package var env: [EnvVar]
    package var resources: ResourceRequirements
    package var resizePolicy: [ContainerResizePolicy]
    package var restartPolicy: String?
    package var restartPolicyRules: [ContainerRestartRule]
    package var volumeMounts: [VolumeMount]
    package var volumeDevices: [VolumeDevice]
    package var livenessProbe: Probe?
    package var readinessProbe: Probe?
    package var startupProbe: Probe?
    package var lifecycle: Lifecycle?
    package var terminationMessagePath: String
    package var terminationMessagePolicy: String
    package var imagePullPolicy: String
    package var securityContext: SecurityContext?
    package var stdin: Bool
    package var stdinOnce: Bool
    package var tty: Bool
}

/// A port that a container listens on (core/v1 `ContainerPort`).
package struct ContainerPort: Codable, Sendable, Hashable {
    package var name: String
    package var hostPort: Int32
    package var containerPort: Int32
    package var `protocol`: String
    package var hostIP: String
}

/// What happens when a resource is resized in place (core/v1 `ContainerResizePolicy`).
package struct ContainerResizePolicy: Codable, Sendable, Hashable {
    package var resourceName: String
    package var restartPolicy: String
}

/// What happens when a container exits in a certain way (core/v1 `ContainerRestartRule`).
package struct ContainerRestartRule: Codable, Sendable, Hashable {
    package var action: String
    package var exitCodes: ContainerRestartRuleOnExitCodes?
}

/// The exit codes that a restart rule is about (core/v1 `ContainerRestartRuleOnExitCodes`).
package struct ContainerRestartRuleOnExitCodes: Codable, Sendable, Hashable {
    package var `operator`: String
    package var values: [Int32]
}

/// Where a container sees a volume's files (core/v1 `VolumeMount`).
package struct VolumeMount: Codable, Sendable, Hashable {
    package var name: String
    package var readOnly: Bool
    package var recursiveReadOnly: String?
    package var mountPath: String
    package var subPath: String
    package var mountPropagation: String?
    package var subPathExpr: String
}

/// Where a container sees a volume as a block device (core/v1 `VolumeDevice`).
package struct VolumeDevice: Codable, Sendable, Hashable {
    package var name: String
    package var devicePath: String
}
