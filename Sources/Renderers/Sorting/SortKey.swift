import JSONModel
import KubeModel
import StdlibExtensions
import Templates

/// What an object is sorted by: the first value its path finds (`--sort-by`).
enum SortKey: Sendable {
    /// The field is not there; such objects come first.
    case missing
    case null
    case integer(Int64)
    case double(Double)
    /// A text; two that are both quantities are compared as such.
    case string(String, Quantity?)
    /// A value without an order, of this Go type.
    case unsortable(String)

    init(_ results: [[JSONValue?]]) {
        guard let found = results.first?.first, let value = found else {
            self = .missing
            return
        }
        switch value {
        case .null: self = .null
        case .bool: self = .unsortable("bool")
        case .number(let number): self = number.int64.map(Self.integer) ?? .double(number.double)
        case .string(let text): self = .string(text, try? Quantity(text))  // Most texts are none.
        case .array: self = .unsortable("[]interface {}")
        case .object: self = .unsortable("map[string]interface {}")
        }
    }

    /// Whether an object with the key `left` comes before one with `right`, by the rules of kubectl's sorter.
    static func precedes(_ left: SortKey, _ right: SortKey) throws(UnsortableValue) -> Bool {
        switch (left, right) {
        case (.missing, _): return true
        case (_, .missing): return false
        case (.null, .null): return false
        case (.null, _): return true
        case (_, .null): return false
        case (.integer(let left), .integer(let right)): return left < right
        case (.double(let left), .double(let right)): return left < right
        case (.string(_, let left?), .string(_, let right?)): return left < right
        case (.string(let left, _), .string(let right, _)): return left.precedesByBytes(right)
        case (.unsortable(let type), _): throw .type(type)
        default: throw .mixture
        }
    }
}

/// The order that a path gives to objects.
struct FieldOrder {
    private let path: FieldPath
    private var reader: JSONPath
    private(set) var keys: [SortKey] = []

    init(_ path: FieldPath) throws(TemplateError) {
        self.path = path
        reader = try JSONPath(path.expression)
    }

    /// Takes the next object's key.
    mutating func add(_ object: JSONValue) throws(TemplateError) {
        keys.append(SortKey(try reader.results(in: object)))
    }

    /// The places of the objects in their order; it is Go's order where keys are equal.
    ///
    /// At least one object must have the field.
    func places(in holder: SortedHolder) throws(PrinterError) -> [Int] {
        let isFound = keys.contains { if case .missing = $0 { false } else { true } }
        guard isFound else { throw .fieldNotFound(path: path.expression) }
        var places = Array(keys.indices)
        var failure: UnsortableValue?
        places.goSort { left, right in
            do throws(UnsortableValue) {
                guard failure == nil else { return false }
                return try SortKey.precedes(keys[left], keys[right])
            } catch {
                failure = error
                return false
            }
        }
        if let failure { throw .unsortable(path: path.expression, holder: holder, failure) }
        return places
    }
}
