import JSONModel

/// An item of a list that waits to be printed.
enum KeptItem: Sendable {
    case value(JSONValue)
    /// Its JSON text, which takes a fraction of the memory of the value.
    case text([UInt8])

    static func text(_ value: JSONValue) -> KeptItem {
        .text(JSONWriter.bytes(value))
    }

    /// The item.
    var value: JSONValue {
        switch self {
        case .value(let value): value
        case .text(let text):
            // The text was written from a value, so it can be read.
            (try? JSONParser.parse(text, options: JSONParsingOptions(numbers: .normalizedAsGo))) ?? .null
        }
    }
}
