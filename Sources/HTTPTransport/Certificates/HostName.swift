/// Whether a certificate is for a host, under the rules of Go's crypto/x509.
enum HostName {
    /// Checks the alternative names alone; the common name counts for nothing.
    static func matches(_ host: String, _ certificate: Certificate) -> Bool {
        if let address = InternetAddress(host) { return certificate.addresses.contains(address) }
        let host = host.asciiLowercased
        let isPlausible = isValid(host)
        return certificate.names.contains { name in
            let name = name.asciiLowercased
            if isPlausible, isValid(name, isPattern: true) { return matches(pattern: name, host) }
            return name == host && !host.isEmpty && host != "."
        }
    }

    /// Whether the common name is that of the host: what Go calls relying on a legacy field.
    static func commonNameMatches(_ host: String, _ certificate: Certificate) -> Bool {
        !certificate.hasAlternativeNames
            && matches(pattern: certificate.commonName.asciiLowercased, host.asciiLowercased)
    }

    /// A leftmost label of `*` stands for one label.
    private static func matches(pattern: String, _ host: String) -> Bool {
        let host = host.hasSuffix(".") ? String(host.dropLast()) : host
        if pattern.isEmpty || host.isEmpty { return false }
        let labels = pattern.split(separator: ".", omittingEmptySubsequences: false)
        let hostLabels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count == hostLabels.count else { return false }
        return zip(labels, hostLabels).enumerated().allSatisfy { index, pair in
            index == 0 && pair.0 == "*" || pair.0 == pair.1
        }
    }

    private static func isValid(_ name: String, isPattern: Bool = false) -> Bool {
        let name = !isPattern && name.hasSuffix(".") ? String(name.dropLast()) : name
        if name.isEmpty || name == "*" { return false }
        for (index, label) in name.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            if label.isEmpty { return false }
            if isPattern, index == 0, label == "*" { continue }
            for (position, byte) in label.utf8.enumerated() {
                switch byte {
                case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F: continue
                case 0x2D where position != 0: continue
                default: return false
                }
            }
        }
        return true
    }
}

extension String {
    /// With the letters A to Z in lower case and everything else as it is.
    package var asciiLowercased: String {
        String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
