/// The members of an object while a typed model is encoded to them.
struct JSONKeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let draft: JSONDraft
    private let path: JSONCodingPath?

    init(draft: JSONDraft, path: JSONCodingPath?) {
        self.draft = draft
        self.path = path
    }

    var codingPath: [any CodingKey] { path?.keys ?? [] }

    func encodeNil(forKey key: Key) {}
    func encode(_ value: Bool, forKey key: Key) { if value { encoder(key).encode(value) } }
    func encode(_ value: String, forKey key: Key) { if !value.isEmpty { encoder(key).encode(value) } }
    func encode(_ value: Double, forKey key: Key) throws { if value != 0 { try encoder(key).encode(value) } }
    func encode(_ value: Float, forKey key: Key) throws { if value != 0 { try encoder(key).encode(value) } }
    func encode(_ value: Int, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: Int8, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: Int16, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: Int32, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: Int64, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: UInt, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: UInt8, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: UInt16, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: UInt32, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }
    func encode(_ value: UInt64, forKey key: Key) { if value != 0 { encoder(key).encode(value) } }

    func encode<Model: Encodable>(_ value: Model, forKey key: Key) throws {
        if let collection = value as? any Collection, collection.isEmpty { return }
        try encoder(key).encode(value)
    }

    // What is optional and there stays, whatever its value.
    func encodeIfPresent(_ value: Bool?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: String?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { if let value { try encoder(key).encode(value) } }
    func encodeIfPresent(_ value: Float?, forKey key: Key) throws { if let value { try encoder(key).encode(value) } }
    func encodeIfPresent(_ value: Int?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: Int8?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: Int16?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: Int32?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: Int64?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: UInt?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: UInt8?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: UInt16?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: UInt32?, forKey key: Key) { if let value { encoder(key).encode(value) } }
    func encodeIfPresent(_ value: UInt64?, forKey key: Key) { if let value { encoder(key).encode(value) } }

    func encodeIfPresent<Model: Encodable>(_ value: Model?, forKey key: Key) throws {
        if let value { try encoder(key).encode(value) }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { JSONValueEncoder(path: path, result: draft.member("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

    private func encoder(_ key: Key) -> JSONValueEncoder {
        let step = JSONCodingPath(parent: path, key: JSONCodingKey(stringValue: key.stringValue))
        return JSONValueEncoder(path: step, result: draft.member(key.stringValue))
    }
}
