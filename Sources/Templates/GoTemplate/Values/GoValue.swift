import JSONModel

/// A value of Go's as templates of kubectl know them: what JSON decodes to, constants, and results of functions.
enum GoValue: Sendable {
    case bool(Bool)
    /// A constant, an index, a length.
    case int(Int)
    /// A number of an object, if it is an integer of 64 bits.
    case int64(Int64)
    /// An element of a string.
    case uint8(UInt8)
    case float64(Double)
    case complex128(real: Double, imaginary: Double)
    case string(GoString)
    case map(JSONObject)
    case list(GoList)

    /// A value of an object; nil for JSON's null.
    init?(_ value: JSONValue) {
        switch value {
        case .null: return nil
        case .bool(let value): self = .bool(value)
        case .number(let number): self = number.int64.map(GoValue.int64) ?? .float64(number.double)
        case .string(let text): self = .string(GoString(text))
        case .array(let elements): self = .list(GoList(elements))
        case .object(let object): self = .map(object)
        }
    }

    /// The type's name as `%T` writes it.
    var typeName: String {
        switch self {
        case .bool: "bool"
        case .int: "int"
        case .int64: "int64"
        case .uint8: "uint8"
        case .float64: "float64"
        case .complex128: "complex128"
        case .string: "string"
        case .map: "map[string]interface {}"
        case .list: "[]interface {}"
        }
    }

    /// Whether `if` takes the value for true: what is neither zero nor empty.
    var isTrue: Bool {
        switch self {
        case .bool(let value): value
        case .int(let value): value != 0
        case .int64(let value): value != 0
        case .uint8(let value): value != 0
        case .float64(let value): value != 0
        case .complex128(let real, let imaginary): real != 0 || imaginary != 0
        case .string(let text): !text.bytes.isEmpty
        case .map(let object): !object.isEmpty
        case .list(let list): list.count > 0
        }
    }

    /// The value of every kind of integer.
    var integer: Int? {
        switch self {
        case .int(let value): value
        case .int64(let value): Int(value)
        case .uint8(let value): Int(value)
        default: nil
        }
    }
}

/// A slice of Go's: a part of an array that may be extended up to its capacity.
struct GoList: Sendable {
    private let base: [JSONValue]
    private let start: Int
    let count: Int
    /// How far the slice can be extended.
    let capacity: Int

    /// A list of an object.
    init(_ elements: [JSONValue]) {
        base = elements
        start = 0
        count = elements.count
        capacity = Self.capacity(for: elements.count)
    }

    private init(base: [JSONValue], start: Int, count: Int, capacity: Int) {
        self.base = base
        self.start = start
        self.count = count
        self.capacity = capacity
    }

    /// The capacity that Go's decoder leaves a list with, which it makes by appending: doubled while it is small.
    private static func capacity(for count: Int) -> Int {
        var capacity = count == 0 ? 0 : 1
        while capacity < count { capacity += capacity < 512 ? capacity : (capacity + 768) / 4 }
        return capacity
    }

    /// The element at `index`, which is less than `count`; null behind the end of what was decoded.
    subscript(index: Int) -> JSONValue {
        base.indices.contains(start + index) ? base[start + index] : .null
    }

    /// Go's `list[low:high:limit]`; the bounds are in order and none is above `capacity`.
    func slice(from low: Int, to high: Int, limit: Int? = nil) -> GoList {
        GoList(base: base, start: start + low, count: high - low, capacity: (limit ?? capacity) - low)
    }
}
