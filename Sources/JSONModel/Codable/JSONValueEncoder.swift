import StdlibExtensions

extension JSONValue {
    /// Encodes a typed model as Go writes structs whose members all have `omitempty`.
    ///
    /// Members come in the order they are declared in. Left out are empty texts, arrays and dictionaries, zero and
    /// false, and what is nil; models inside of models stay, even with nothing in them, and so do optional members that
    /// are there, whatever their value. What encodes itself as null is left out too.
    package init(encoding model: some Encodable) throws(JSONMismatch) {
        let encoder = JSONValueEncoder(path: nil)
        do {
            try encoder.encode(model)
        } catch let mismatch as JSONMismatch {
            throw mismatch
        } catch {
            throw JSONMismatch(path: "", expected: "encodable value", found: "\(Swift.type(of: model))")
        }
        self = encoder.result.value ?? .null
    }
}

/// A value while it is put together by encoders that share it.
final class JSONDraft {
    private enum Content {
        case nothing
        case scalar(JSONValue)
        case array([JSONDraft])
        case object([(key: String, draft: JSONDraft)])
    }

    private var content = Content.nothing

    /// The finished value; nil where nothing was encoded.
    var value: JSONValue? {
        switch content {
        case .nothing: nil
        case .scalar(let value): value
        case .array(let drafts): .array(drafts.map { $0.value ?? .null })
        case .object(let members):
            .object(JSONObject(members.compactMap { member in member.draft.value.map { (member.key, $0) } }))
        }
    }

    var count: Int {
        if case .array(let drafts) = content { drafts.count } else { 0 }
    }

    func set(_ value: JSONValue) { content = .scalar(value) }

    func beginArray() {
        if case .nothing = content { content = .array([]) }
    }

    func beginObject() {
        if case .nothing = content { content = .object([]) }
    }

    func append() -> JSONDraft {
        let draft = JSONDraft()
        if case .array(var drafts) = content {
            drafts.append(draft)
            content = .array(drafts)
        }
        return draft
    }

    func member(_ key: String) -> JSONDraft {
        let draft = JSONDraft()
        if case .object(var members) = content {
            members.append((key, draft))
            content = .object(members)
        }
        return draft
    }
}

/// An `Encoder` that makes a `JSONValue` under the rules of `JSONValue.init(encoding:)`.
struct JSONValueEncoder: Encoder {
    let path: JSONCodingPath?
    let result: JSONDraft

    init(path: JSONCodingPath?, result: JSONDraft = JSONDraft()) {
        self.path = path
        self.result = result
    }

    var codingPath: [any CodingKey] { path?.keys ?? [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        result.beginObject()
        return KeyedEncodingContainer(JSONKeyedWriter(draft: result, path: path))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        result.beginArray()
        return JSONUnkeyedWriter(draft: result, path: path)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
    func encodeNil() {}
    func encode(_ value: Bool) { result.set(.bool(value)) }
    func encode(_ value: String) { result.set(.string(value)) }
    func encode(_ value: Float) throws { try encode(Double(value)) }
    func encode(_ value: Int) { integer(value) }
    func encode(_ value: Int8) { integer(value) }
    func encode(_ value: Int16) { integer(value) }
    func encode(_ value: Int32) { integer(value) }
    func encode(_ value: Int64) { integer(value) }
    func encode(_ value: UInt) { integer(value) }
    func encode(_ value: UInt8) { integer(value) }
    func encode(_ value: UInt16) { integer(value) }
    func encode(_ value: UInt32) { integer(value) }
    func encode(_ value: UInt64) { integer(value) }

    func encode(_ value: Double) throws {
        guard value.isFinite else {
            throw JSONMismatch(path: path?.text ?? "", expected: "finite number", found: "\(value)")
        }
        result.set(.number(JSONNumber(verbatim: value.goJSONText)))
    }

    func encode<Model: Encodable>(_ value: Model) throws {
        if let value = value as? JSONValue {
            result.set(value)
        } else {
            try value.encode(to: self)
        }
    }

    private func integer(_ value: some BinaryInteger) {
        result.set(.number(JSONNumber(value)))
    }
}
