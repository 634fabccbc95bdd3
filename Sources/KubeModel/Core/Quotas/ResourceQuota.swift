/// How much a namespace may use and does use (core/v1 `ResourceQuota`).
package struct ResourceQuota: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: ResourceQuotaSpec
    package var status: ResourceQuotaStatus
}
