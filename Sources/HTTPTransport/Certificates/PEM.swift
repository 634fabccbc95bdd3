import StdlibExtensions

/// The textual encoding of certificates (RFC 7468).
enum PEM {
    /// The contents of every block labelled CERTIFICATE that can be read, in order.
    static func certificates(in bytes: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var base64: String?
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let line = line.trimmingSpace()
            if line == "-----BEGIN CERTIFICATE-----" {
                base64 = ""
            } else if line.hasPrefix("-----") {
                if let text = base64, case .success(let contents) = Base64.decode(text) { found.append(contents) }
                base64 = nil
            } else {
                base64?.append(contentsOf: line)
            }
        }
        return found
    }

    /// Whether there is any block, of whatever label.
    static func hasBlock(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .contains { $0.trimmingSpace().hasPrefix("-----BEGIN ") }
    }
}
