import JSONModel

/// A JSON pointer (RFC 6901) in an operation of a JSON patch.
struct JSONPatchPath {
    let text: String
    /// The members and indices that lead to the container; nil for a path that leads to nothing.
    private let parts: [String]?
    private let key: String

    /// Reads a field of an operation.
    init(field: String, of operation: JSONObject) throws(JSONPatchFault) {
        switch operation[field] {
        case nil, .null: throw .missingField(field)
        case .string(let text): self.init(text)
        case let value?: throw .notText(value)
        }
    }

    private init(_ text: String) {
        self.text = text
        // What stands before the first slash is not looked at.
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(Self.unescaped)
        self.parts = parts.isEmpty ? nil : Array(parts.dropLast())
        key = parts.last ?? ""
    }

    private static func unescaped(_ part: Substring) -> String {
        var text = ""
        var rest = part.utf8[...]
        while let index = rest.firstIndex(of: UInt8(ascii: "~")) {
            text += String(decoding: rest[..<index], as: UTF8.self)
            rest = rest[index...].dropFirst()
            switch rest.first {
            case UInt8(ascii: "1"): text += "/"
            case UInt8(ascii: "0"): text += "~"
            default:
                text += "~"
                continue
            }
            rest = rest.dropFirst()
        }
        return text + String(decoding: rest, as: UTF8.self)
    }

    /// Calls `body` with the object or list that the path leads into and the key in it; nil where there is none.
    func withContainer<Result>(
        in document: inout JSONValue,
        _ body: (inout JSONValue, String) throws(JSONPatchFault) -> Result
    ) throws(JSONPatchFault) -> Result? {
        guard let parts else { return nil }
        return try descend(parts[...], into: &document, body)
    }

    private func descend<Result>(
        _ parts: ArraySlice<String>, into value: inout JSONValue,
        _ body: (inout JSONValue, String) throws(JSONPatchFault) -> Result
    ) throws(JSONPatchFault) -> Result? {
        guard value.object != nil || value.array != nil else { return nil }
        guard let part = parts.first else { return try body(&value, key) }
        if value.object != nil {
            return try value.withMutableObject { object throws(JSONPatchFault) -> Result? in
                guard object.contains(key: part) else { return nil }
                return try descend(parts.dropFirst(), into: &object[part, default: .null], body)
            } ?? nil
        }
        return try value.withMutableArray { elements throws(JSONPatchFault) -> Result? in
            // An index that leads nowhere is told as a path that is missing.
            guard let index = try? JSONPatchIndex(part).element(of: elements.count) else { return nil }
            return try descend(parts.dropFirst(), into: &elements[index], body)
        } ?? nil
    }
}

/// An index in a list, as evanphx/json-patch reads it: negative ones count from the end.
struct JSONPatchIndex {
    private let value: Int

    init(_ text: String) throws(JSONPatchFault) {
        if let value = Int(text) {
            self.value = value
            return
        }
        let digits = text.utf8.first.map { [0x2B, 0x2D].contains($0) } == true ? text.utf8.dropFirst() : text.utf8[...]
        let isNumber = !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
        throw isNumber ? .numberOutOfRange(text) : .notNumber(text)
    }

    /// The place of an element in a list of `count`.
    func element(of count: Int) throws(JSONPatchFault) -> Int {
        guard value < count, value >= -count else { throw .invalidIndex(value) }
        return value < 0 ? value + count : value
    }
}

extension JSONValue {
    /// The member or element.
    func member(at key: String) throws(JSONPatchFault) -> JSONValue {
        guard case .array(let elements) = self else {
            guard let member = self[key] else { throw .nonexistentKey(key, verb: "get") }
            return member
        }
        return elements[try JSONPatchIndex(key).element(of: elements.count)]
    }

    /// Puts a value in the place of a member or element, or adds a member.
    mutating func set(_ value: JSONValue, at key: String) throws(JSONPatchFault) {
        guard case .array(let elements) = self else {
            self[key] = value
            return
        }
        let index = try JSONPatchIndex(key).element(of: elements.count)
        withMutableArray { $0[index] = value }
    }

    /// Adds or replaces a member, or puts an element before the one at an index; `-` is the end.
    mutating func add(_ value: JSONValue, at key: String) throws(JSONPatchFault) {
        guard case .array(let elements) = self else {
            self[key] = value
            return
        }
        let index: Int
        if key == "-" {
            index = elements.count
        } else {
            let place: JSONPatchIndex
            do { place = try JSONPatchIndex(key) } catch { throw .notIndex(key, error) }
            index = try place.element(of: elements.count + 1)
        }
        withMutableArray { $0.insert(value, at: index) }
    }

    /// Removes a member or an element.
    mutating func remove(at key: String) throws(JSONPatchFault) {
        if case .array(let elements) = self {
            let index = try JSONPatchIndex(key).element(of: elements.count)
            withMutableArray { _ = $0.remove(at: index) }
            return
        }
        guard self[key] != nil else { throw .nonexistentKey(key, verb: "remove") }
        self[key] = nil
    }
}
