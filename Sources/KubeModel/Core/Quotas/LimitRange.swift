/// How much single objects of a namespace may use (core/v1 `LimitRange`).
package struct LimitRange: Codable, Sendable, Hashable {
    package var metadata: ObjectMeta
    package var spec: LimitRangeSpec
}
