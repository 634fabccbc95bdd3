package import JSONModel
import StdlibExtensions

extension JSONValue {
    /// Whether both mean the same: the order of members does not count, and numbers count by their value.
    ///
    /// As Go's `reflect.DeepEqual` on decoded objects: an integer never equals a number with a fraction or an exponent.
    package func isEqual(to other: JSONValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.number(let left), .number(let right)): left == right || left.isSameInGo(as: right)
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { key, value in right[key].map { value.isEqual(to: $0) } ?? false }
        default: false
        }
    }

    /// Whether both are scalars and the same; objects and lists are never.
    func isSameScalar(as other: JSONValue) -> Bool {
        switch self {
        case .array, .object: false
        default: isEqual(to: other)
        }
    }

    /// Whether objects and lists stand in each other more deeply than `limit`.
    func isNested(deeperThan limit: Int) -> Bool {
        var level = [self]
        for _ in 0...limit {
            level = level.flatMap(\.children)
            if level.isEmpty { return false }
        }
        return true
    }

    /// The objects and lists that stand directly in this one.
    private var children: [JSONValue] {
        let values = array ?? object?.values ?? []
        return values.filter { value in
            switch value {
            case .array, .object: true
            default: false
            }
        }
    }
}

extension JSONNumber {
    fileprivate func isSameInGo(as other: JSONNumber) -> Bool {
        switch (int64, other.int64) {
        case (let left?, let right?): left == right
        case (nil, nil): double == other.double
        default: false
        }
    }
}
