import KubeModel

/// The times before the lines of logs: RFC 3339 with up to nine digits behind the second.
enum LogTime {
    /// Whether bytes have the form of one.
    static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        let pattern = Array("0000-00-00T00:00:00".utf8)
        guard bytes.count > pattern.count, bytes.count <= 35, fits(bytes.prefix(pattern.count), pattern) else {
            return false
        }
        var rest = bytes.dropFirst(pattern.count)
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let digits = rest.prefix(while: isDigit).count
            guard digits > 0 else { return false }
            rest = rest.dropFirst(digits)
        }
        if rest.elementsEqual([UInt8(ascii: "Z")]) { return true }
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
        return fits(rest.dropFirst(), Array("00:00".utf8))
    }

    /// Whether one time is later than another.
    static func isLater(_ time: [UInt8], than other: [UInt8]) -> Bool {
        // Of the same length and in UTC, as kubelets mostly write them, they are ordered as texts.
        if time.count == other.count, time.last == UInt8(ascii: "Z"), other.last == UInt8(ascii: "Z") {
            return other.lexicographicallyPrecedes(time)
        }
        guard let left = Timestamp(rfc3339: String(decoding: time, as: UTF8.self)),
            let right = Timestamp(rfc3339: String(decoding: other, as: UTF8.self))
        else { return false }
        return right < left
    }

    private static func fits(_ bytes: ArraySlice<UInt8>, _ pattern: [UInt8]) -> Bool {
        bytes.count == pattern.count
            && zip(bytes, pattern).allSatisfy { $1 == UInt8(ascii: "0") ? isDigit($0) : $0 == $1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
