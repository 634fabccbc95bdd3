/// Privileges and identities of one container (core/v1 `SecurityContext`).
package struct SecurityContext: Codable, Sendable, Hashable {
    package var capabilities: Capabilities?
    package var privileged: Bool?
    package var seLinuxOptions: SELinuxOptions?
    package var windowsOptions: WindowsSecurityContextOptions?
    package var runAsUser: Int64?
    package var runAsGroup: Int64?
    package var runAsNonRoot: Bool?
    package var readOnlyRootFilesystem: Bool?
    package var allowPrivilegeEscalation: Bool?
    package var procMount: String?
    package var seccompProfile: SeccompProfile?
    package var appArmorProfile: AppArmorProfile?
}

/// POSIX capabilities added and taken away (core/v1 `Capabilities`).
package struct Capabilities: Codable, Sendable, Hashable {
    package var add: [String]
    package var drop: [String]
}

/// Labels for SELinux (core/v1 `SELinuxOptions`).
package struct SELinuxOptions: Codable, Sendable, Hashable {
    package var user: String
    package var role: String
    package var type: String
    package var level: String
}

/// Which system calls are allowed (core/v1 `SeccompProfile`).
package struct SeccompProfile: Codable, Sendable, Hashable {
    package var type: String
    package var localhostProfile: String?
}

/// Which AppArmor rules apply (core/v1 `AppArmorProfile`).
package struct AppArmorProfile: Codable, Sendable, Hashable {
    package var type: String
    package var localhostProfile: String?
}

/// Identities on Windows (core/v1 `WindowsSecurityContextOptions`).
package struct WindowsSecurityContextOptions: Codable, Sendable, Hashable {
    package var gmsaCredentialSpecName: String?
    package var gmsaCredentialSpec: String?
    package var runAsUserName: String?
    package var hostProcess: Bool?
}
