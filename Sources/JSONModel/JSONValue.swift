/// A JSON document as a value: keys keep their order, numbers keep their text.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// The member named `key` of an object; nil for a missing key and for every other kind of value.
    ///
    /// Setting replaces the member in place or appends it; setting nil removes it.
    /// On a value that is not an object, setting does nothing.
    package subscript(key: String) -> JSONValue? {
        get {
            guard case .object(let object) = self else { return nil }
            return object[key]
        }
        set {
            guard case .object(var object) = self else { return }
            self = .null  // Keeps the object's storage unshared while it is changed.
            object[key] = newValue
            self = .object(object)
        }
    }

    /// The element at `index` of an array; nil out of bounds and for every other kind of value.
    package subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The text of a string; nil for every other kind of value.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The truth value of a boolean; nil for every other kind of value.
    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number; nil for every other kind of value.
    package var number: JSONNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The number as a 64-bit integer; nil for every other kind of value and for what does not fit exactly.
    package var int64: Int64? {
        number?.int64
    }

    /// The elements of an array; nil for every other kind of value.
    package var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object; nil for every other kind of value.
    package var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// Whether this is JSON's null.
    package var isNull: Bool {
        if case .null = self { true } else { false }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { (key: $0.0, value: $0.1) }))
    }
}
