import StdlibExtensions

/// Labels as `run` and `expose` take them: `a=b,c=d` (kubectl's `ParseLabels`).
enum LabelPairs {
    /// The labels of a text that has some; the last of a key counts.
    static func labels(in text: String) throws -> [String: String] {
        var labels: [String: String] = [:]
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw CommandError.failed("unexpected label spec: \(pair)") }
            if parts[0].isEmpty { throw CommandError.failed("unexpected empty label key") }
            labels[parts[0]] = parts[1]
        }
        return labels
    }

    /// A port as Go's `strconv.Atoi` reads it, of which the lowest 32 bits count.
    static func port(_ text: String) throws -> Int32 {
        if let number = Int(text) { return Int32(truncatingIfNeeded: number) }
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let reason = isNumber ? "value out of range" : "invalid syntax"
        throw CommandError.failed("strconv.Atoi: parsing \(text.goQuoted): \(reason)")
    }
}
