/// Privileges and identities of all containers of a pod (core/v1 `PodSecurityContext`).
package struct PodSecurityContext: Codable, Sendable, Hashable {
    package var seLinuxOptions: SELinuxOptions?
    package var windowsOptions: WindowsSecurityContextOptions?
    package var runAsUser: Int64?
    package var runAsGroup: Int64?
    package var runAsNonRoot: Bool?
    package var supplementalGroups: [Int64]
    package var supplementalGroupsPolicy: String?
    package var fsGroup: Int64?
    package var sysctls: [Sysctl]
    package var fsGroupChangePolicy: String?
    package var seccompProfile: SeccompProfile?
    package var appArmorProfile: AppArmorProfile?
    package var seLinuxChangePolicy: String?
}

/// A kernel parameter of a pod (core/v1 `Sysctl`).
package struct Sysctl: Codable, Sendable, Hashable {
    package var name: String
    package var value: String
}
