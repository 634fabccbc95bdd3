import Glibc
import StdlibExtensions

/// An IPv4 or IPv6 address; an IPv4 address in IPv6 form is the IPv4 address, as in Go's net package.
struct InternetAddress: Hashable {
    /// Four or sixteen bytes, in network order.
    let bytes: [UInt8]

    /// The bytes of an address; nil where they are neither four nor sixteen.
    init?(bytes: [UInt8]) {
        switch bytes.count {
        case 4: self.bytes = bytes
        case 16:
            let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            self.bytes = isMapped ? Array(bytes[12...]) : bytes
        default: return nil
        }
    }

    /// Reads the usual text forms, without brackets, zone or port.
    init?(_ text: String) {
        var storage = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &storage) == 1 {
            self.init(bytes: Array(storage[..<4]))
        } else if inet_pton(AF_INET6, text, &storage) == 1 {
            self.init(bytes: storage)
        } else {
            return nil
        }
    }

    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    /// The canonical text form (RFC 5952).
    var text: String { InternetAddressText.text(bytes) ?? "" }
}
