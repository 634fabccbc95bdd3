/// The elements of an array while typed models are encoded to them; zero values are elements like others.
struct JSONUnkeyedWriter: UnkeyedEncodingContainer {
    private let draft: JSONDraft
    private let path: JSONCodingPath?

    init(draft: JSONDraft, path: JSONCodingPath?) {
        self.draft = draft
        self.path = path
    }

    var codingPath: [any CodingKey] { path?.keys ?? [] }
    var count: Int { draft.count }

    func encodeNil() { next().result.set(.null) }
    func encode(_ value: Bool) { next().encode(value) }
    func encode(_ value: String) { next().encode(value) }
    func encode(_ value: Double) throws { try next().encode(value) }
    func encode(_ value: Float) throws { try next().encode(value) }
    func encode(_ value: Int) { next().encode(value) }
    func encode(_ value: Int8) { next().encode(value) }
    func encode(_ value: Int16) { next().encode(value) }
    func encode(_ value: Int32) { next().encode(value) }
    func encode(_ value: Int64) { next().encode(value) }
    func encode(_ value: UInt) { next().encode(value) }
    func encode(_ value: UInt8) { next().encode(value) }
    func encode(_ value: UInt16) { next().encode(value) }
    func encode(_ value: UInt32) { next().encode(value) }
    func encode(_ value: UInt64) { next().encode(value) }
    func encode<Model: Encodable>(_ value: Model) throws { try next().encode(value) }

    func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        next().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
    func superEncoder() -> any Encoder { next() }

    private func next() -> JSONValueEncoder {
        let step = JSONCodingPath(parent: path, key: JSONCodingKey(intValue: draft.count))
        return JSONValueEncoder(path: step, result: draft.append())
    }
}
