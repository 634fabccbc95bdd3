/// Writes values as JSON texts, byte for byte as Go's `encoding/json` does; without a line feed at the end.
///
/// Numbers are written with the text they have.
package enum JSONWriter {
    /// Appends the text of `value` to `bytes`.
    package static func write(_ value: JSONValue, style: JSONStyle = .compact, into bytes: inout [UInt8]) {
        var encoder = JSONTextEncoder(style: style)
        swap(&encoder.bytes, &bytes)
        encoder.write(value) { _ in }
        swap(&encoder.bytes, &bytes)
    }

    /// Writes the text of `value` to `stream`, in pieces of some kilobytes.
    package static func write(
        _ value: JSONValue, style: JSONStyle = .compact, into stream: inout some TextOutputStream
    ) {
        var encoder = JSONTextEncoder(style: style)
        encoder.write(value) { bytes in
            if bytes.count >= 16 * 1024 {
                stream.write(String(decoding: bytes, as: UTF8.self))
                bytes.removeAll(keepingCapacity: true)
            }
        }
        stream.write(String(decoding: encoder.bytes, as: UTF8.self))
    }

    /// The text of `value` as bytes.
    package static func bytes(_ value: JSONValue, style: JSONStyle = .compact) -> [UInt8] {
        var bytes: [UInt8] = []
        write(value, style: style, into: &bytes)
        return bytes
    }

    /// The text of `value`.
    package static func text(_ value: JSONValue, style: JSONStyle = .compact) -> String {
        String(decoding: bytes(value, style: style), as: UTF8.self)
    }
}
