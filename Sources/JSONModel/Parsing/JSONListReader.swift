/// Reads a JSON object with one long array in it, such as a Kubernetes list, and hands out the array's elements as
/// they arrive, so that only one element and what stands around the array have to be kept.
///
/// A reader belongs to one task at a time. After an error every further call throws the same.
package final class JSONListReader {
    private var feed: JSONFeed

    /// Begins a document whose member `name` (`items`; `rows` of a Table) is the array to hand out.
    ///
    /// Of `options.byteLimit` each element may take as much, and so may what stands between two of them.
    package init(elementsOf name: String, options: JSONParsingOptions = JSONParsingOptions()) {
        feed = JSONFeed(.list(name), options: options)
    }

    /// Takes in the next bytes and returns the elements that they complete.
    ///
    /// When it throws, the elements completed before the mistake are to be had from `takeCompleted()`.
    package func append(_ bytes: [UInt8]) throws(JSONError) -> [JSONValue] {
        try bytes.span.withUnsafeBytes { (bytes) throws(JSONError) in try feed.append(bytes) }
        return feed.takeHarvest()
    }

    /// Takes in the next bytes and returns the elements that they complete.
    package func append(_ bytes: Span<UInt8>) throws(JSONError) -> [JSONValue] {
        try bytes.withUnsafeBytes { (bytes) throws(JSONError) in try feed.append(bytes) }
        return feed.takeHarvest()
    }

    /// The members that are complete so far, without the array: of a Table, its columns stand before the rows.
    package var members: JSONObject {
        feed.builder.document?.object ?? feed.builder.openMembers()
    }

    /// Ends the document and returns it without the array.
    ///
    /// A member of the array's name that is no array stays in it. A document that is no object is returned as it is.
    package func finish() throws(JSONError) -> JSONValue {
        try feed.finish()
        return feed.builder.document ?? .null
    }

    /// The complete elements that have not been returned because of an error.
    package func takeCompleted() -> [JSONValue] {
        feed.takeHarvest()
    }
}
