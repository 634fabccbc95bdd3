/// Reads JSON texts that come one after another, such as the events of a watch, each as soon as it is complete.
///
/// White space may stand between them. A number is complete only when something follows it or the input ends.
/// A reader belongs to one task at a time. After an error every further call throws the same.
package final class JSONSequenceReader {
    private var feed: JSONFeed

    /// Begins a sequence; `options.byteLimit` holds for each text.
    package init(options: JSONParsingOptions = JSONParsingOptions()) {
        feed = JSONFeed(.sequence, options: options)
    }

    /// Takes in the next bytes and returns the values that they complete.
    ///
    /// When it throws, the values completed before the mistake are to be had from `takeCompleted()`.
    package func append(_ bytes: [UInt8]) throws(JSONError) -> [JSONValue] {
        try bytes.span.withUnsafeBytes { (bytes) throws(JSONError) in try feed.append(bytes) }
        return feed.takeHarvest()
    }

    /// Takes in the next bytes and returns the values that they complete.
    package func append(_ bytes: Span<UInt8>) throws(JSONError) -> [JSONValue] {
        try bytes.withUnsafeBytes { (bytes) throws(JSONError) in try feed.append(bytes) }
        return feed.takeHarvest()
    }

    /// Ends the input and returns the value that ends with it, if any; throws when it ends inside a value.
    package func finish() throws(JSONError) -> [JSONValue] {
        try feed.finish()
        return feed.takeHarvest()
    }

    /// The complete values that have not been returned because of an error.
    package func takeCompleted() -> [JSONValue] {
        feed.takeHarvest()
    }
}
