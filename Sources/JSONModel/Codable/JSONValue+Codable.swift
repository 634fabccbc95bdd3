extension JSONValue: Decodable {
    /// Takes a part of the document over as it is; only from `JSONValue.decoded(as:)`.
    package init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? JSONValueDecoder else {
            throw JSONMismatch(path: "", expected: "JSONValueDecoder", found: "\(Swift.type(of: decoder))")
        }
        self = decoder.value
    }
}

extension JSONValue: Encodable {
    /// Puts the value into a document as it is; only by `JSONValue.init(encoding:)`.
    package func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? JSONValueEncoder else {
            throw JSONMismatch(path: "", expected: "JSONValueEncoder", found: "\(Swift.type(of: encoder))")
        }
        encoder.result.set(self)
    }
}
