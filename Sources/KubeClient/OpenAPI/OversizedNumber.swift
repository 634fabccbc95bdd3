import JSONModel

/// Finds numbers that no double can hold, which Go's `encoding/json` does not read.
enum OversizedNumber {
    /// The text of the first such number in a value.
    static func first(in value: JSONValue) -> String? {
        // Not recursive, as values may be deep.
        var pending = [value]
        while let value = pending.popLast() {
            switch value {
            case .number(let number):
                if number.int64 == nil, !number.double.isFinite { return number.text }
            case .array(let elements): pending += elements.reversed()
            case .object(let object): pending += object.values.reversed()
            case .null, .bool, .string: break
            }
        }
        return nil
    }
}
