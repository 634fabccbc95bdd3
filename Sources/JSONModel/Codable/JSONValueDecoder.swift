extension JSONValue {
    /// Decodes a typed model from this value with Go's rules for structs.
    ///
    /// Unknown members are ignored. A member that is missing or null is the zero value of its type: the empty string,
    /// zero, false, the empty array, the empty dictionary, or a model all of whose members are zero values; optional
    /// members are nil. Names compare with their case.
    package func decoded<Model: Decodable>(as type: Model.Type = Model.self) throws(JSONMismatch) -> Model {
        do {
            return try JSONValueDecoder(value: self, path: nil).decode(type)
        } catch let mismatch as JSONMismatch {
            throw mismatch
        } catch {
            throw JSONMismatch(path: "", expected: "\(type)", found: kindName)
        }
    }

    /// What kind of value this is, in JSON's words.
    package var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

/// Any string or index as a coding key.
struct JSONCodingKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }
}

/// The way from the root of a decoded or encoded value to a part of it, as a list that shares its beginnings.
final class JSONCodingPath: Sendable {
    private let parent: JSONCodingPath?
    private let key: JSONCodingKey

    init(parent: JSONCodingPath?, key: JSONCodingKey) {
        self.parent = parent
        self.key = key
    }

    /// The keys from the root on.
    var keys: [any CodingKey] {
        var keys: [any CodingKey] = []
        var node: JSONCodingPath? = self
        while let current = node {
            keys.append(current.key)
            node = current.parent
        }
        return keys.reversed()
    }

    /// The path as it is written: `spec.containers[0].name`.
    var text: String {
        keys.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}

/// A `Decoder` over a `JSONValue` under the rules of `JSONValue.decoded(as:)`.
struct JSONValueDecoder: Decoder {
    let value: JSONValue
    let path: JSONCodingPath?

    var codingPath: [any CodingKey] { path?.keys ?? [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        switch value {
        case .object(let object): KeyedDecodingContainer(JSONKeyedReader(object: object, path: path))
        case .null: KeyedDecodingContainer(JSONKeyedReader(object: JSONObject(), path: path))
        default: throw mismatch("object")
        }
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        switch value {
        case .array(let elements): JSONUnkeyedReader(elements: elements, path: path)
        case .null: JSONUnkeyedReader(elements: [], path: path)
        default: throw mismatch("array")
        }
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        self
    }

    func mismatch(_ expected: String) -> JSONMismatch {
        var found = value.kindName
        if case .number(let number) = value { found += " \(number.text)" }
        return JSONMismatch(path: path?.text ?? "", expected: expected, found: found)
    }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { value.isNull }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch value {
        case .bool(let value): value
        case .null: false
        default: throw mismatch("Bool")
        }
    }

    func decode(_ type: String.Type) throws -> String {
        switch value {
        case .string(let text): text
        case .null: ""
        default: throw mismatch("String")
        }
    }

    func decode(_ type: Double.Type) throws -> Double {
        switch value {
        case .number(let number): number.double
        case .null: 0
        default: throw mismatch("Double")
        }
    }

    func decode(_ type: Float.Type) throws -> Float {
        Float(try decode(Double.self))
    }

    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    func decode<Model: Decodable>(_ type: Model.Type) throws -> Model {
        // Saves the way through the containers for what passes through unchanged.
        if let value = value as? Model { return value }
        return try Model(from: self)
    }

    private func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        switch value {
        case .number(let number):
            guard let value = Integer(number.text) else { throw mismatch("\(type)") }
            return value
        case .null: return 0
        default: throw mismatch("\(type)")
        }
    }
}
