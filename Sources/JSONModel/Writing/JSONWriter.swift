/// Writes values as JSON texts, byte for byte as Go's `encoding/json` does; without a line feed at the end.
///
/// Numbers are written with the text they have.
package enum JSONWriter {
    /// Appends the text of `value` to `bytes`.
    package static func write(_ value: JSONValue, style: JSONStyle = .compact, into bytes: inout [UInt8]) {
        var encoder = JSONTextEncoder(style: style)
        encoder.write(value) { bytes.append(contentsOf: $0) }
    }

    /// Writes the text of `value` to `stream`, in pieces of some kilobytes.
    package static func write(
        _ value: JSONValue, style: JSONStyle = .compact, into stream: inout some TextOutputStream
    ) {
        var encoder = JSONTextEncoder(style: style)
        encoder.write(value) { stream.write(String(decoding: $0, as: UTF8.self)) }
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
