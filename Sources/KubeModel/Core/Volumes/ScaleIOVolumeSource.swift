/// A ScaleIO volume (core/v1 `ScaleIOVolumeSource`).
package struct ScaleIOVolumeSource: Codable, Sendable, Hashable {
    package var gateway: String
    package var system: String
    package var secretRef: LocalObjectReference?
    package var sslEnabled: Bool
    package var protectionDomain: String
    package var storagePool: String
    package var storageMode: String
    package var volumeName: String
    package var fsType: String
    package var readOnly: Bool
}
