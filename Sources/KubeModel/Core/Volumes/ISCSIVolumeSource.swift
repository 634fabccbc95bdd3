/// An iSCSI disk (core/v1 `ISCSIVolumeSource`).
package struct ISCSIVolumeSource: Codable, Sendable, Hashable {
    package var targetPortal: String
    package var iqn: String
    package var lun: Int32
    package var iscsiInterface: String
    package var fsType: String
    package var readOnly: Bool
    package var portals: [String]
    package var chapAuthDiscovery: Bool
    package var chapAuthSession: Bool
    package var secretRef: LocalObjectReference?
    package var initiatorName: String?
}
