/// The comparing functions of templates.
enum TemplateComparison {
    /// `eq`: whether a value is equal to one of others, of which there has to be one.
    static func isEqual(_ value: GoValue?, toAnyOf others: ArraySlice<GoValue?>) throws(FunctionFault) -> Bool {
        if others.isEmpty { throw FunctionFault("missing argument for comparison") }
        for other in others where try isEqual(value, other) { return true }
        return false
    }

    private static func isEqual(_ left: GoValue?, _ right: GoValue?) throws(FunctionFault) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        switch (left, right) {
        case (.bool(let left), .bool(let right)): return left == right
        case (.string(let left), .string(let right)): return left == right
        case (.float64(let left), .float64(let right)): return left == right
        case (.complex128(let left, let leftImaginary), .complex128(let right, let rightImaginary)):
            return left == right && leftImaginary == rightImaginary
        case (.map, .map), (.list, .list):
            throw FunctionFault("non-comparable type \(text(right)): \(right.typeName)")
        case (.map, .list), (.list, .map):
            throw FunctionFault(
                "non-comparable types \(text(left)): \(left.typeName), \(right.typeName): \(text(right, verb: "v"))")
        default:
            if let left = left.integer, let right = right.integer { return left == right }
            throw incompatible(left, right)
        }
    }

    /// `lt`: whether a number or a string comes before another.
    static func isLess(_ left: GoValue?, than right: GoValue?) throws(FunctionFault) -> Bool {
        guard let left, left.isBasic, let right, right.isBasic else {
            throw FunctionFault("invalid type for comparison")
        }
        switch (left, right) {
        case (.bool, .bool), (.complex128, .complex128): throw FunctionFault("invalid type for comparison")
        case (.string(let left), .string(let right)): return left.bytes.lexicographicallyPrecedes(right.bytes)
        case (.float64(let left), .float64(let right)): return left < right
        default:
            if let left = left.integer, let right = right.integer { return left < right }
            throw incompatible(left, right)
        }
    }

    /// `le`: whether it comes before or is equal.
    static func isLessOrEqual(_ left: GoValue?, to right: GoValue?) throws(FunctionFault) -> Bool {
        if try isLess(left, than: right) { return true }
        return try isEqual(left, right)
    }

    private static func incompatible(_ left: GoValue, _ right: GoValue) -> FunctionFault {
        FunctionFault("incompatible types for comparison: \(left.typeName) and \(right.typeName)")
    }

    private static func text(_ value: GoValue, verb: Unicode.Scalar = "s") -> String {
        var formatter = GoFormatter()
        formatter.print(value, verb: verb)
        return String(decoding: formatter.output, as: UTF8.self)
    }
}

extension GoValue {
    fileprivate var isBasic: Bool {
        switch self {
        case .map, .list: false
        default: true
        }
    }
}
