import KubeModel
import StdlibExtensions

/// A port of a service and where it leads, as `port[:targetPort]`.
struct PortPair: Sendable, Hashable {
    let port: Int32
    let target: IntOrString

    /// Zero is a port; what stands behind a second colon does not count (kubectl's `parsePorts`).
    init(_ text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let number = UInt64(parts[0]), !parts[0].hasPrefix("+") else {
            throw CommandError.failed(Self.message(ofBadPort: parts[0]))
        }
        guard let port = UInt16(exactly: number) else {
            throw CommandError.failed(Self.message(ofBadPort: parts[0], isTooLarge: true))
        }
        self.port = Int32(port)
        guard parts.count > 1 else {
            target = .int(self.port)
            return
        }
        if let number = Int(parts[1]) {
            guard (1...65535).contains(number) else {
                throw CommandError.failed("must be between 1 and 65535, inclusive")
            }
            target = .int(Int32(number))
        } else {
            let faults = Self.faults(ofName: parts[1])
            guard faults.isEmpty else { throw CommandError.failed(faults.joined(separator: ",")) }
            target = .string(parts[1])
        }
    }

    /// The words of Go's strconv.
    private static func message(ofBadPort text: String, isTooLarge: Bool = false) -> String {
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let reason = isTooLarge || isNumber ? "value out of range" : "invalid syntax"
        return "strconv.ParseUint: parsing \(text.goQuoted): \(reason)"
    }

    /// What is wrong with the name of a port (apimachinery's `IsValidPortName`).
    private static func faults(ofName name: String) -> [String] {
        let bytes = Array(name.utf8)
        let hyphen = UInt8(ascii: "-")
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        var faults: [String] = []
        if bytes.count > 15 { faults.append("must be no more than 15 characters") }
        if !bytes.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || $0 == hyphen }) || bytes.isEmpty {
            faults.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
        }
        if !bytes.contains(where: isLetter) { faults.append("must contain at least one letter (a-z)") }
        if name.contains("--") { faults.append("must not contain consecutive hyphens") }
        if bytes.first == hyphen || bytes.last == hyphen { faults.append("must not begin or end with a hyphen") }
        return faults
    }
}
