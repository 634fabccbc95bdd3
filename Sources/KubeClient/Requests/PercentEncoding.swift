/// Percent-encoding with the character sets of Go's net/url, so that URLs read the same in every log.
package enum PercentEncoding {
    /// Escapes a path, slashes kept (Go's `URL.EscapedPath`).
    package static func path(_ text: String) -> String {
        escape(text) { isUnreserved($0) || pathPunctuation.contains($0) }
    }

    /// Escapes the name or the value of a query parameter (Go's `url.QueryEscape`): a space becomes a plus.
    package static func query(_ text: String) -> String {
        escape(text, spaceAsPlus: true, keeping: isUnreserved)
    }

    private static let pathPunctuation: [UInt8] = Array("$&+,/:;=@".utf8)
    private static let hexDigits: [UInt8] = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func escape(
        _ text: String, spaceAsPlus: Bool = false, keeping isKept: (UInt8) -> Bool
    ) -> String {
        if text.utf8.allSatisfy(isKept) { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if isKept(byte) {
                bytes.append(byte)
            } else if spaceAsPlus, byte == UInt8(ascii: " ") {
                bytes.append(UInt8(ascii: "+"))
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexDigits[Int(byte >> 4)])
                bytes.append(hexDigits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
