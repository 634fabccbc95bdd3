import StdlibExtensions

/// Bytes that stand in an object as base64 (`[]byte` of the API).
package struct Base64Bytes: Codable, Sendable, Hashable {
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Throws a `DecodingError` for a text that is no base64; null and nothing are no bytes.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = container.decodeNil() ? "" : try container.decode(String.self)
        switch Base64.decode(text) {
        case .success(let bytes): self.bytes = bytes
        case .failure(let fault):
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "illegal base64 data at input byte \(fault.offset)")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Base64.encode(bytes))
    }
}
