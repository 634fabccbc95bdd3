import KubeConfig
import StdlibExtensions

extension Impersonation {
    /// The header fields that ask the server to act as somebody else, as client-go's transport sends them.
    var headers: [(name: String, value: String)] {
        guard !user.isEmpty || !uid.isEmpty || !groups.isEmpty || !extra.isEmpty else { return [] }
        var headers = [(name: "Impersonate-User", value: user)]
        if !uid.isEmpty { headers.append((name: "Impersonate-Uid", value: uid)) }
        headers += groups.map { (name: "Impersonate-Group", value: $0) }
        for (key, values) in extra.sorted(by: { $0.key.precedesByBytes($1.key) }) {
            headers += values.map { (name: "Impersonate-Extra-\(Self.fieldName(key))", value: $0) }
        }
        return headers
    }

    /// A key as part of a field's name: what may not stand in one (RFC 9110, section 5.6.2), and "%", is
    /// percent-encoded.
    private static func fieldName(_ key: String) -> String {
        var name = ""
        for byte in key.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where "!#$&'*+-.^_`|~".utf8.contains(byte):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                name += "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }
        return name
    }
}
