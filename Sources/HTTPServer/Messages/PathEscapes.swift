/// Percent escapes in paths, as Go's net/url has them.
package enum PathEscapes {
    /// The bytes a written path means; nil where an escape is none.
    static func resolve(_ written: some Collection<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(written.count)
        var bytes = written.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            guard let high = bytes.next().flatMap(digit), let low = bytes.next().flatMap(digit) else { return nil }
            result.append(high << 4 | low)
        }
        return result
    }

    /// Whether a path may be sent as it is written (Go's `validEncoded`).
    static func isValid(_ written: some Sequence<UInt8>) -> Bool {
        written.allSatisfy { $0 == UInt8(ascii: "%") || "!'()*[]".utf8.contains($0) || isPlain($0) }
    }

    /// Writes a path with what must be escaped escaped.
    package static func escape(_ path: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in path {
            if isPlain(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether Go writes a byte of a path without an escape.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-_.~$&+,/:;=@".utf8.contains(byte)
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
