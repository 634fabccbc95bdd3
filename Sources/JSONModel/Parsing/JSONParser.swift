/// Reads a whole JSON text at once, strictly by RFC 8259.
///
/// What RFC 8259 leaves open is done as Go does: of members with the same key the last one's value counts, invalid
/// UTF-8 and lone surrogates become U+FFFD, and nesting ends at 10,000.
package enum JSONParser {
    /// The value that `bytes` are the text of; white space may stand around it.
    package static func parse(
        _ bytes: [UInt8], options: JSONParsingOptions = JSONParsingOptions()
    ) throws(JSONError) -> JSONValue {
        try parse(bytes.span, options: options)
    }

    /// The value that `bytes` are the text of; white space may stand around it.
    package static func parse(
        _ bytes: Span<UInt8>, options: JSONParsingOptions = JSONParsingOptions()
    ) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBytes { (bytes) throws(JSONError) in try parse(raw: bytes, options: options) }
    }

    /// The value that `text` is the text of; white space may stand around it.
    package static func parse(
        _ text: String, options: JSONParsingOptions = JSONParsingOptions()
    ) throws(JSONError) -> JSONValue {
        try parse(Array(text.utf8), options: options)
    }

    private static func parse(
        raw bytes: UnsafeRawBufferPointer, options: JSONParsingOptions
    ) throws(JSONError) -> JSONValue {
        var builder = JSONTreeBuilder(.document, options: options)
        _ = try builder.consume(bytes, atEnd: true)
        return builder.document ?? .null
    }
}
