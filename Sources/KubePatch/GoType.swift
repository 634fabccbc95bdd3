package import JSONModel

/// The type a JSON value has in Go once it is decoded without one; values of different types are never the same.
package enum GoType: Sendable, Hashable {
    case null, bool, int64, float64, string, map, list

    package init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool: .bool
            case .number(let number): number.int64 == nil ? .float64 : .int64
            case .string: .string
            case .array: .list
            case .object: .map
            }
    }
}
