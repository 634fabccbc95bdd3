/// Who a pod is to the API server (core/v1 `ServiceAccount`).
package struct ServiceAccount: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var imagePullSecrets: [LocalObjectReference]
}
