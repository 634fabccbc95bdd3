/// The members of an object while a typed model is decoded from them.
struct JSONKeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    /// Objects with more members than this are searched through a dictionary.
    private static var linearSearchLimit: Int { 24 }

    private let object: JSONObject
    private let index: [String: JSONValue]?
    private let path: JSONCodingPath?

    init(object: JSONObject, path: JSONCodingPath?) {
        self.object = object
        self.path = path
        if object.count > Self.linearSearchLimit {
            index = Dictionary(object.map { ($0.key, $0.value) }) { _, last in last }
        } else {
            index = nil
        }
    }

    var codingPath: [any CodingKey] { path?.keys ?? [] }
    var allKeys: [Key] { object.keys.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { value(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { value(key)?.isNull ?? true }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try decoder(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try decoder(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try decoder(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decoder(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try decoder(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try decoder(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try decoder(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decoder(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try decoder(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try decoder(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try decoder(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try decoder(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try decoder(key).decode(type) }

    func decode<Model: Decodable>(_ type: Model.Type, forKey key: Key) throws -> Model {
        try decoder(key).decode(type)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { JSONValueDecoder(value: .object(object), path: path) }
    func superDecoder(forKey key: Key) throws -> any Decoder { decoder(key) }

    private func value(_ key: Key) -> JSONValue? {
        guard let index else { return object[key.stringValue] }
        return index[key.stringValue]
    }

    private func decoder(_ key: Key) -> JSONValueDecoder {
        let step = JSONCodingPath(parent: path, key: JSONCodingKey(stringValue: key.stringValue))
        return JSONValueDecoder(value: value(key) ?? .null, path: step)
    }
}
