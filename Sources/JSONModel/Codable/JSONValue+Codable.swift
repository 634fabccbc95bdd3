extension JSONValue: Decodable {
    /// Takes a part of the document over as it is; only from `JSONValue.decoded(as:)`.
    package init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? JSONValueDecoder else {
            throw JSONMismatch(path: "", expected: "JSONValueDecoder", found: "\(Swift.type(of: decoder))")
        }
        self = decoder.value
    }
}
