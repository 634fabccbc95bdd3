/// A variable of a container's environment (core/v1 `EnvVar`).
package struct EnvVar: Codable, Sendable, Hashable {
    package var name: String
    package var value: String
    package var valueFrom: EnvVarSource?
}

/// Where the value of a variable comes from; one member is set (core/v1 `EnvVarSource`).
package struct EnvVarSource: Codable, Sendable, Hashable {
    package var fieldRef: ObjectFieldSelector?
    package var resourceFieldRef: ResourceFieldSelector?
    package var configMapKeyRef: ConfigMapKeySelector?
    package var secretKeyRef: SecretKeySelector?
    package var fileKeyRef: FileKeySelector?
}

/// A field of the pod itself (core/v1 `ObjectFieldSelector`).
package struct ObjectFieldSelector: Codable, Sendable, Hashable {
    package var apiVersion: String
    package var fieldPath: String
}

/// A request or limit of a container (core/v1 `ResourceFieldSelector`).
package struct ResourceFieldSelector: Codable, Sendable, Hashable {
    package var containerName: String
    package var resource: String
    package var divisor: Quantity
}

/// A key of a config map (core/v1 `ConfigMapKeySelector`).
package struct ConfigMapKeySelector: Codable, Sendable, Hashable {
    package var name: String
    package var key: String
    package var optional: Bool?
}

/// A key of a secret (core/v1 `SecretKeySelector`).
package struct SecretKeySelector: Codable, Sendable, Hashable {
    package var name: String
    package var key: String
    package var optional: Bool?
}

/// A key of a file on a volume (core/v1 `FileKeySelector`).
package struct FileKeySelector: Codable, Sendable, Hashable {
    package var volumeName: String
    package var path: String
    package var key: String
    package var optional: Bool?
}

/// A source of several variables; one member is set (core/v1 `EnvFromSource`).
package struct EnvFromSource: Codable, Sendable, Hashable {
    package var prefix: String
    package var configMapRef: ConfigMapEnvSource?
    package var secretRef: SecretEnvSource?
}

/// The config map whose keys become variables (core/v1 `ConfigMapEnvSource`).
package struct ConfigMapEnvSource: Codable, Sendable, Hashable {
    package var name: String
    package var optional: Bool?
}

/// The secret whose keys become variables (core/v1 `SecretEnvSource`).
package struct SecretEnvSource: Codable, Sendable, Hashable {
    package var name: String
    package var optional: Bool?
}
