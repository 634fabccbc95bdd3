/// Writes addresses of the Internet as Go's net package does.
package enum InternetAddressText {
    /// "192.0.2.1" for four bytes, "2001:db8::1" for sixteen (RFC 5952); nil for another number of bytes.
    package static func text(_ bytes: [UInt8]) -> String? {
        switch bytes.count {
        case 4: bytes.map(String.init).joined(separator: ".")
        case 16: text(groups: stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) })
        default: nil
        }
    }

    private static func text(groups: [UInt16]) -> String {
        // The first of the longest runs of zeroes is left out, unless it is a single one.
        var longest = 0..<0
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start > max(longest.count, 1) { longest = start..<index }
            start = index + 1
        }
        func joined(_ part: ArraySlice<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard !longest.isEmpty else { return joined(groups[...]) }
        return "\(joined(groups[..<longest.lowerBound]))::\(joined(groups[longest.upperBound...]))"
    }
}
