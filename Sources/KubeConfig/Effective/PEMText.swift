import StdlibExtensions

/// The blocks of a PEM text (RFC 7468), as far as it must be known whether there are any.
struct PEMText {
    /// The types of the blocks in order: "CERTIFICATE", "EC PRIVATE KEY".
    let blockTypes: [String]

    init(_ bytes: [UInt8]) {
        var types: [String] = []
        var open: String?
        var body = ""
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
            let text = String(decoding: line, as: UTF8.self).trimmingTrailingBlanks
            if let type = text.between("-----BEGIN ", "-----") {
                (open, body) = (type, "")
            } else if let type = text.between("-----END ", "-----") {
                if type == open, case .success = Base64.decode(body) { types.append(type) }
                open = nil
            } else if open != nil, !text.contains(":") {
                body += text
            }
        }
        blockTypes = types
    }

    var hasCertificate: Bool { blockTypes.contains("CERTIFICATE") }
    var hasPrivateKey: Bool { blockTypes.contains { $0.hasSuffix("PRIVATE KEY") } }
}

extension String {
    fileprivate var trimmingTrailingBlanks: String {
        var text = Substring(self)
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text = text.dropLast() }
        return String(text)
    }

    /// What stands between a prefix and a suffix.
    fileprivate func between(_ prefix: String, _ suffix: String) -> String? {
        guard hasPrefix(prefix), hasSuffix(suffix), utf8.count >= prefix.utf8.count + suffix.utf8.count else {
            return nil
        }
        return String(dropFirst(prefix.count).dropLast(suffix.count))
    }
}
