/// What the keys of data and the names of variables may be (apimachinery's validation).
enum KeyRule {
    /// `IsConfigMapKey`: the key of an entry of a config map or a secret.
    case entry
    /// `IsEnvVarName`.
    case variable

    /// What is wrong with a text; empty for one that is right.
    func faults(of text: String) -> [String] {
        var faults: [String] = []
        if self == .entry, text.utf8.count > 253 { faults.append("must be no more than 253 characters") }
        if !hasForm(text) { faults.append(formFault) }
        if text == "." || text == ".." {
            faults.append("must not be '\(text)'")
        } else if text.hasPrefix("..") {
            faults.append("must not start with '..'")
        }
        return faults
    }

    private func hasForm(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) }) else { return false }
        return self == .entry || !Self.isDigit(first)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "-", "_", ".": true
        default: false
        }
    }

    private var formFault: String {
        switch self {
        case .entry:
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',"
                + "  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"
        case .variable:
            "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must "
                + "not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for "
                + "validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')"
        }
    }
}
