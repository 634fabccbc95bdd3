import StdlibExtensions

/// A local port and the pod's port it leads to.
struct ForwardedPort: Hashable {
    /// 0 until the system has chosen one.
    var local: UInt16
    let remote: UInt16

    /// Reads `REMOTE`, `LOCAL:REMOTE` and `:REMOTE` (client-go's `parsePorts`).
    static func list(_ texts: [String]) throws -> [ForwardedPort] {
        try texts.map { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count <= 2 else { throw CommandError.failed("invalid port format '\(text)'") }
            let isAny = parts.count == 2 && parts[0].isEmpty
            let local = try number(isAny ? "0" : parts[0], "local")
            let remote = try number(parts[parts.count - 1], "remote")
            guard remote > 0 else { throw CommandError.failed("remote port must be > 0") }
            return ForwardedPort(local: local, remote: remote)
        }
    }

    private static func number(_ text: String, _ side: String) throws -> UInt16 {
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if isNumber, let number = UInt16(text) { return number }
        throw CommandError.failed(
            "error parsing \(side) port '\(text)': strconv.ParseUint: parsing \(text.goQuoted): "
                + (isNumber ? "value out of range" : "invalid syntax"))
    }
}
