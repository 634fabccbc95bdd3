import JSONModel
import StdlibExtensions

/// Comparisons in filters, by the rules of Go's `text/template`: only values of one kind can be compared.
enum JSONPathComparison {
    struct Failure: Error {
        let message: String

        /// Null, a list or an object, or an order of booleans.
        static let unsuitableKind = Failure(message: "invalid type for comparison")
        /// Of different kinds; a number with a fraction or an exponent is of another kind than an integer.
        static let differentKinds = Failure(message: "incompatible types for comparison")
    }

    private enum Kind {
        case bool(Bool)
        case integer(Int64)
        case double(Double)
        case string(String)
    }

    static func holds(
        _ left: JSONValue?, _ comparison: String, _ right: JSONValue?
    ) -> Result<Bool, Failure> {
        switch comparison {
        case "==": equal(left, right)
        case "!=": equal(left, right).map { !$0 }
        case "<": less(left, right)
        case "<=": lessOrEqual(left, right)
        case ">": lessOrEqual(left, right).map { !$0 }
        case ">=": less(left, right).map { !$0 }
        default: .failure(Failure(message: "unrecognized filter operator \(comparison)"))
        }
    }

    private static func kind(_ value: JSONValue?) -> Kind? {
        switch value {
        case .bool(let value)?: .bool(value)
        case .number(let number)?: number.int64.map(Kind.integer) ?? .double(number.double)
        case .string(let text)?: .string(text)
        default: nil
        }
    }

    private static func equal(_ left: JSONValue?, _ right: JSONValue?) -> Result<Bool, Failure> {
        guard let left = kind(left), let right = kind(right) else { return .failure(.unsuitableKind) }
        return switch (left, right) {
        case (.bool(let left), .bool(let right)): .success(left == right)
        case (.integer(let left), .integer(let right)): .success(left == right)
        case (.double(let left), .double(let right)): .success(left == right)
        case (.string(let left), .string(let right)): .success(left.hasSameBytes(as: right))
        default: .failure(.differentKinds)
        }
    }

    private static func less(_ left: JSONValue?, _ right: JSONValue?) -> Result<Bool, Failure> {
        guard let left = kind(left), let right = kind(right) else { return .failure(.unsuitableKind) }
        return switch (left, right) {
        case (.bool, .bool): .failure(.unsuitableKind)
        case (.integer(let left), .integer(let right)): .success(left < right)
        case (.double(let left), .double(let right)): .success(left < right)
        case (.string(let left), .string(let right)): .success(left.precedesByBytes(right))
        default: .failure(.differentKinds)
        }
    }

    private static func lessOrEqual(_ left: JSONValue?, _ right: JSONValue?) -> Result<Bool, Failure> {
        less(left, right).flatMap { $0 ? .success(true) : equal(left, right) }
    }
}
