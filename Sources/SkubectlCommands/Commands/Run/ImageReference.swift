/// The name of an image: `[domain[:port]/]path[:tag][@digest]` (the grammar of distribution/reference).
enum ImageReference {
    /// Whether a text is one.
    static func isValid(_ text: String) -> Bool {
        let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        if halves.count == 2, !isDigest(halves[1]) { return false }
        var components = halves[0].split(separator: "/", omittingEmptySubsequences: false)
        guard var last = components.popLast() else { return false }
        if let colon = last.firstIndex(of: ":") {
            guard isTag(last[last.index(after: colon)...]) else { return false }
            last = last[..<colon]
        }
        guard isPathComponent(last) else { return false }
        guard let first = components.first else { return true }
        return (isDomain(first) || isPathComponent(first)) && components.dropFirst().allSatisfy(isPathComponent)
    }

    private static func isLowercase(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLowercase(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    /// Small letters and digits with `.`, `_`, `__` or any number of `-` between them.
    private static func isPathComponent(_ text: Substring) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, isLowercase(first), isLowercase(last) else {
            return false
        }
        return bytes.split(whereSeparator: isLowercase).allSatisfy { separator in
            switch String(decoding: separator, as: UTF8.self) {
            case ".", "_", "__": true
            default: separator.allSatisfy { $0 == UInt8(ascii: "-") }
            }
        }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        var host = text
        if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") {
            let port = text[text.index(after: colon)...].utf8
            guard !port.isEmpty, port.allSatisfy(isDigit) else { return false }
            host = text[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") {
            let address = host.dropFirst().dropLast()
            return !address.isEmpty && address.allSatisfy { $0 == ":" || $0.isASCII && $0.isHexDigit }
        }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            let bytes = Array(label.utf8)
            guard let first = bytes.first, let last = bytes.last else { return false }
            return isAlphanumeric(first) && isAlphanumeric(last)
                && bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isTag(_ text: Substring) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= 128, isAlphanumeric(first) || first == UInt8(ascii: "_") else {
            return false
        }
        return bytes.allSatisfy { isAlphanumeric($0) || "_.-".utf8.contains($0) }
    }

    /// `algorithm:hexadecimal`, with at least 32 digits.
    private static func isDigest(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count >= 32, parts[1].allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            return false
        }
        let names = parts[0].split(omittingEmptySubsequences: false) { "-_+.".contains($0) }
        return names.allSatisfy { name in
            guard let first = name.utf8.first else { return false }
            return !isDigit(first) && name.utf8.allSatisfy(isAlphanumeric)
        }
    }
}
