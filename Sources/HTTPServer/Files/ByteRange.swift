/// A part of a body (RFC 9110, section 14.1.2).
struct ByteRange: Sendable, Hashable {
    let start: Int
    let length: Int

    /// Why there is no part to be sent.
    enum Fault: Error {
        /// The field is not in the form it should have.
        case malformed
        /// No part of it lies in the body.
        case outside
    }

    /// The value of a `Content-Range` field: `bytes 0-1/6`.
    func field(size: Int) -> String { "bytes \(start)-\(start + length - 1)/\(size)" }

    /// Reads a `Range` field for a body of `size` bytes, as Go's net/http does; empty for an empty field.
    static func parse(_ text: String, size: Int) throws(Fault) -> [ByteRange] {
        if text.isEmpty { return [] }
        guard text.hasPrefix("bytes=") else { throw .malformed }
        var ranges: [ByteRange] = []
        var hasOutside = false
        for part in text.dropFirst(6).split(separator: ",") {
            let part = String(part).trimmingHTTPSpace
            if part.isEmpty { continue }
            guard let dash = part.firstIndex(of: "-") else { throw .malformed }
            let first = String(part[..<dash]).trimmingHTTPSpace
            let last = String(part[part.index(after: dash)...]).trimmingHTTPSpace
            if first.isEmpty {
                let count = min(try number(last), size)
                ranges.append(ByteRange(start: size - count, length: count))
                continue
            }
            let start = try number(first)
            guard start < size else {
                hasOutside = true
                continue
            }
            var end = size - 1
            if !last.isEmpty {
                end = try number(last)
                guard start <= end else { throw .malformed }
                end = min(end, size - 1)
            }
            ranges.append(ByteRange(start: start, length: end - start + 1))
        }
        if hasOutside, ranges.isEmpty { throw .outside }
        return ranges
    }

    private static func number(_ text: String) throws(Fault) -> Int {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
            throw .malformed
        }
        return number
    }
}
