/// A taint that does not keep a pod away (core/v1 `Toleration`).
package struct Toleration: Codable, Sendable, Hashable {
    package var key: String
    package var `operator`: String
    package var value: String
    package var effect: String
    package var tolerationSeconds: Int64?
}

/// Why a node is not for every pod (core/v1 `Taint`).
package struct Taint: Codable, Sendable, Hashable {
    package var key: String
    package var value: String
    package var effect: String
    package var timeAdded: Timestamp?
}

/// How evenly pods are spread (core/v1 `TopologySpreadConstraint`).
package struct TopologySpreadConstraint: Codable, Sendable, Hashable {
    package var maxSkew: Int32
    package var topologyKey: String
    package var whenUnsatisfiable: String
    package var labelSelector: LabelSelector?
    package var minDomains: Int32?
    package var nodeAffinityPolicy: String?
    package var nodeTaintsPolicy: String?
    package var matchLabelKeys: [String]
}
