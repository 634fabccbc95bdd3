/// A tree builder together with the bytes it has not been able to use yet.
struct JSONFeed: ~Copyable {
    private(set) var builder: JSONTreeBuilder
    /// The beginning of a token that is cut.
    private var pending: [UInt8] = []
    private var failure: JSONError?

    init(_ mode: JSONTreeBuilder.Mode, options: JSONParsingOptions) {
        builder = JSONTreeBuilder(mode, options: options)
    }

    /// Takes in the next bytes; after an error every further call throws the same.
    mutating func append(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
        try process(bytes, atEnd: false)
    }

    /// Takes in that there are no more bytes.
    mutating func finish() throws(JSONError) {
        try process(UnsafeRawBufferPointer(start: nil, count: 0), atEnd: true)
    }

    mutating func takeHarvest() -> [JSONValue] {
        builder.takeHarvest()
    }

    private mutating func process(_ bytes: UnsafeRawBufferPointer, atEnd: Bool) throws(JSONError) {
        if let failure { throw failure }
        do throws(JSONError) {
            if pending.isEmpty {
                let consumed = try builder.consume(bytes, atEnd: atEnd)
                pending.append(contentsOf: bytes[consumed...])
            } else {
                var joined: [UInt8] = []
                swap(&joined, &pending)
                joined.append(contentsOf: bytes)
                let consumed = try joined.span.withUnsafeBytes { (joined) throws(JSONError) in
                    try builder.consume(joined, atEnd: atEnd)
                }
                joined.removeFirst(consumed)
                swap(&joined, &pending)
            }
        } catch {
            failure = error
            throw error
        }
    }
}
