import JSONModel
import KubeModel

extension JSONValue {
    /// An object with the members that have a value, in this order, as Go writes a struct with `omitempty`.
    static func fields(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        var object = JSONObject()
        for (key, value) in members { object[key] = value }
        return .object(object)
    }

    /// A text; nil for an empty one.
    static func text(_ text: String) -> JSONValue? { text.isEmpty ? nil : .string(text) }

    /// A list of texts; nil for an empty one.
    static func texts(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .array(texts.map(JSONValue.string)) }

    /// A list; nil for an empty one.
    static func list(_ elements: [JSONValue]) -> JSONValue? { elements.isEmpty ? nil : .array(elements) }

    /// A map of texts, ordered by its keys; nil for an empty one.
    static func map(_ texts: [String: String]) -> JSONValue? {
        guard !texts.isEmpty else { return nil }
        return .object(JSONObject(Labels.sorted(texts).map { (key: $0.key, value: .string($0.value)) }))
    }

    /// A port or another whole number; nil for zero.
    static func nonZero(_ number: Int32) -> JSONValue? { number == 0 ? nil : .number(JSONNumber(number)) }
}

extension IntOrString {
    /// The number or the text as it stands in an object.
    var value: JSONValue {
        switch self {
        case .int(let number): .number(JSONNumber(number))
        case .string(let text): .string(text)
        }
    }
}
