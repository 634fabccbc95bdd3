/// What keys and values of labels may be (apimachinery's validation of qualified names and label values).
package enum LabelSyntax {
    /// Whether a text can be the key of a label: a name, or a DNS subdomain, a slash and a name.
    package static func isKey(_ text: String) -> Bool {
        faults(ofKey: text).isEmpty
    }

    /// Whether a text can be the value of a label: nothing, or a name.
    package static func isValue(_ text: String) -> Bool {
        faults(ofValue: text).isEmpty
    }

    /// Whether a text is a DNS subdomain (RFC 1123).
    package static func isSubdomain(_ text: String) -> Bool {
        text.utf8.count <= 253 && isSubdomain(text[...].utf8)
    }

    /// What is wrong with a text as the key of a label.
    package static func faults(ofKey text: String) -> [LabelFault] {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.last else { return [.keyForm] }
        var faults: [LabelFault] = []
        if parts.count == 2 {
            let prefix = parts[0]
            if prefix.isEmpty {
                faults.append(.emptyPrefix)
            } else {
                if prefix.count > 253 { faults.append(.longPrefix) }
                if !isSubdomain(prefix) { faults.append(.prefixForm) }
            }
        }
        if name.isEmpty { faults.append(.emptyName) }
        if name.count > 63 { faults.append(.longName) }
        if !isName(name) { faults.append(.nameForm) }
        return faults
    }

    /// What is wrong with a text as the value of a label.
    package static func faults(ofValue text: String) -> [LabelFault] {
        var faults: [LabelFault] = []
        if text.utf8.count > 63 { faults.append(.longValue) }
        if !text.isEmpty, !isName(text[...].utf8) { faults.append(.valueForm) }
        return faults
    }

    /// Letters, digits, `-`, `_` and `.`, with a letter or digit at both ends.
    private static func isName(_ name: Substring.UTF8View) -> Bool {
        guard let first = name.first, let last = name.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && name.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
    }

    /// Lower-case labels with points between (RFC 1123).
    private static func isSubdomain(_ text: Substring.UTF8View) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            guard let first = label.first, let last = label.last else { return false }
            return isLowercase(first) && isLowercase(last)
                && label.allSatisfy { isLowercase($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isLowercase(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
