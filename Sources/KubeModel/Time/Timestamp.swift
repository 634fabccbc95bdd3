/// A point in time with nanoseconds, as meta/v1 `Time` and `MicroTime` carry it.
///
/// The zero value is Go's: 1 January of year 1, which kubectl shows as `<unknown>`.
package struct Timestamp: Sendable, Hashable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded towards the past.
    package let seconds: Int64
    /// The rest: 0 to 999_999_999.
    package let nanoseconds: Int32

    /// 0001-01-01T00:00:00Z.
    package static let zero = Timestamp(seconds: -62_135_596_800)

    package init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Takes the nanoseconds since 1970-01-01T00:00:00Z that a clock tells.
    package init(nanosecondsSinceEpoch nanoseconds: Int64) {
        let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        self.init(
            seconds: remainder < 0 ? quotient - 1 : quotient,
            nanoseconds: Int32(remainder < 0 ? remainder + 1_000_000_000 : remainder))
    }

    package var isZero: Bool { self == .zero }

    /// The time from `earlier` to this in nanoseconds, at most and at least what 64 bits hold (292 years), as Go's
    /// `Time.Sub` has it.
    package func nanoseconds(since earlier: Timestamp) -> Int64 {
        let (seconds, overflow) = seconds.subtractingReportingOverflow(earlier.seconds)
        let limit: Int64 = self < earlier ? .min : .max
        guard !overflow else { return limit }
        let (scaled, tooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !tooLong else { return limit }
        let (sum, tooLongBySome) = scaled.addingReportingOverflow(Int64(nanoseconds - earlier.nanoseconds))
        return tooLongBySome ? limit : sum
    }
}

extension Timestamp: Comparable {
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension Timestamp: Codable {
    /// Null is the zero value; a string is read by `init(rfc3339:)`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard !container.decodeNil() else {
            self = .zero
            return
        }
        let text = try container.decode(String.self)
        guard let time = Timestamp(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if isZero {
            try container.encodeNil()
        } else {
            try container.encode(nanoseconds == 0 ? rfc3339 : rfc3339Micro)
        }
    }
}
