/// Reads one JSON text whose bytes come in pieces, strictly by RFC 8259 like `JSONParser`.
///
/// A reader belongs to one task at a time. After an error every further call throws the same.
package final class JSONStreamParser {
    private var feed: JSONFeed

    package init(options: JSONParsingOptions = JSONParsingOptions()) {
        feed = JSONFeed(.document, options: options)
    }

    /// Takes in the next bytes, as many or few as there are.
    package func append(_ bytes: [UInt8]) throws(JSONError) {
        try bytes.span.withUnsafeBytes { (bytes) throws(JSONError) in try feed.append(bytes) }
    }

    /// Takes in the next bytes, as many or few as there are.
    package func append(_ bytes: Span<UInt8>) throws(JSONError) {
        try bytes.withUnsafeBytes { (bytes) throws(JSONError) in try feed.append(bytes) }
    }

    /// The members that are complete so far, where the text is an object: of a list, what stands before its items.
    package var members: JSONObject {
        feed.builder.document?.object ?? feed.builder.openMembers()
    }

    /// Ends the text and returns its value.
    package func finish() throws(JSONError) -> JSONValue {
        try feed.finish()
        return feed.builder.document ?? .null
    }
}
