import JSONModel

/// Walks over the nodes of an expression, as client-go's `util/jsonpath` does.
///
/// As there, what a range left behind stays: an expression that is evaluated again begins behind the last `range` that
/// was evaluated, because each range replaces the nodes to begin with.
struct JSONPathEvaluator: Sendable {
    /// What nodes find; nil is Go's invalid value, which stands for the item of an empty range.
    typealias Values = [JSONValue?]

    /// How deep ranges may stand in ranges; client-go has no bound but its stack.
    private static let deepestRange = 200

    let nodes: [JSONPathNode]
    let allowsMissingKeys: Bool
    /// Whether every number of the object counts as a floating-point number, as Go's `encoding/json` has them.
    let numbersAreDoubles: Bool
    /// The first node of those to walk over.
    private var first = 0
    /// Words `range` that were met and not yet acted upon.
    private var openingRanges = 0
    private var closingRanges = 0
    private var depth = 0
    private var lastEnd: Int?

    init(_ nodes: [JSONPathNode], allowsMissingKeys: Bool, numbersAreDoubles: Bool = false) {
        self.nodes = nodes
        self.allowsMissingKeys = allowsMissingKeys
        self.numbersAreDoubles = numbersAreDoubles
    }

    /// What a node found, and the message where it failed; some nodes find something all the same.
    private struct Outcome {
        var values: Values
        var failure: String?

        static func failed(_ message: String, _ values: Values = []) -> Outcome {
            Outcome(values: values, failure: message)
        }
    }

    // MARK: - Ranges

    /// The values of each node, one after the other.
    mutating func results(of value: JSONValue?) throws(TemplateError) -> [Values] {
        var results: [Values] = []
        let end = nodes.count
        var index = first
        while index < end {
            defer { index += 1 }
            let found = walk([value], nodes[index])
            if let failure = found.failure { throw .jsonPathEvaluation(failure) }
            if closingRanges > 0, closingRanges <= depth {
                closingRanges -= 1
                lastEnd = index
                break
            }
            guard openingRanges > 0 else {
                results.append(found.values)
                continue
            }
            openingRanges -= 1
            results += try range(over: found.values, from: index + 1)
            // What follows goes on behind the last end that was met.
            if let lastEnd, lastEnd > index { index = lastEnd }
        }
        return results
    }

    /// Walks over what follows a range for each of its items.
    private mutating func range(over items: Values, from start: Int) throws(TemplateError) -> [Values] {
        depth += 1
        guard depth <= Self.deepestRange else { throw .jsonPathEvaluation("ranges are nested too deeply") }
        var found: [Values] = []
        for item in items {
            first = start
            found += try results(of: item?.isNull == true ? nil : item)
        }
        if items.isEmpty {
            // An empty range is walked over too, to find its end; what it shows is left out.
            first = start
            _ = try results(of: nil)
        }
        depth -= 1
        return found
    }

    // MARK: - Nodes

    private mutating func walk(_ input: Values, _ node: JSONPathNode) -> Outcome {
        switch node {
        case .text(let text): return Outcome(values: [.string(text)])
        case .literal(let value): return Outcome(values: Array(repeating: value, count: input.count))
        case .list(let nodes): return walk(input, list: nodes)
        case .field(let name): return field(name, of: input)
        case .identifier(let word): return identifier(word, input)
        case .slice(let slice): return self.slice(slice, of: input)
        case .filter(let filter): return self.filter(filter, of: input)
        case .wildcard: return Outcome(values: input.flatMap { Self.parts(of: $0).map(taken) })
        case .descent: return Outcome(values: Self.descendants(of: input))
        case .union(let lists):
            var values: Values = []
            for list in lists {
                let found = walk(input, list: list)
                if let failure = found.failure { return .failed(failure, input) }
                values += found.values
            }
            return Outcome(values: values)
        }
    }

    private mutating func walk(_ input: Values, list: [JSONPathNode]) -> Outcome {
        var current = Outcome(values: input)
        for node in list {
            current = walk(current.values, node)
            if current.failure != nil { break }
        }
        return current
    }

    private mutating func identifier(_ word: String, _ input: Values) -> Outcome {
        switch word {
        case "range":
            openingRanges += 1
            return Outcome(values: input)
        case "end":
            guard depth > 0 else { return .failed("not in range, nothing to end") }
            closingRanges += 1
            return Outcome(values: [])
        default: return .failed("unrecognized identifier \(word)", input)
        }
    }

    private func field(_ name: String, of input: Values) -> Outcome {
        var values: Values = []
        for value in input {
            if let member = value?[name] { values.append(taken(member)) }
        }
        if values.isEmpty, !input.isEmpty, !allowsMissingKeys { return .failed("\(name) is not found") }
        return Outcome(values: values)
    }

    private func slice(_ slice: JSONPathSlice, of input: Values) -> Outcome {
        var values: Values = []
        for value in input {
            if value?.isNull == true { continue }
            guard case .array(let elements)? = value else {
                return .failed("\(Self.typeName(value)) is not array or slice", input)
            }
            let count = elements.count
            var start = slice.start ?? 0
            if start < 0 { start += count }
            var end = slice.end ?? count
            if end < 0 || end == 0 && slice.isSingleIndex { end += count }
            if start == end { return Outcome(values: values) }
            guard start >= 0, start < count else { return .failed(Self.outOfBounds(start, count), input) }
            guard end >= 0, end <= count else { return .failed(Self.outOfBounds(end &- 1, count), input) }
            guard start < end else {
                return .failed("starting index \(start) is greater than ending index \(end)", input)
            }
            let step = slice.step ?? 1
            guard step > 0 else { return .failed("step must be > 0", input) }
            values += stride(from: start, to: end, by: min(step, count)).map { taken(elements[$0]) }
        }
        return Outcome(values: values)
    }

    private static func outOfBounds(_ index: Int, _ count: Int) -> String {
        "array index out of bounds: index \(index), length \(count)"
    }

    private mutating func filter(_ filter: JSONPathFilter, of input: Values) -> Outcome {
        var values: Values = []
        for value in input {
            guard case .array(let elements)? = value else {
                let text = value.map(GoValueText.text) ?? "<invalid reflect.Value>"
                return .failed("\(text) is not array or slice and cannot be filtered", input)
            }
            for element in elements.lazy.map(taken) {
                let left = walk([element], list: filter.left)
                guard let comparison = filter.comparison else {
                    // What cannot be found is just not there; what failed on the way may still count as found.
                    if !left.values.isEmpty { values.append(element) }
                    continue
                }
                if let failure = left.failure { return .failed(failure, input) }
                if left.values.isEmpty { continue }
                guard left.values.count == 1 else { return .failed(Self.severalElements, input) }
                let right = walk([element], list: filter.right)
                if let failure = right.failure { return .failed(failure, input) }
                if right.values.isEmpty { continue }
                guard right.values.count == 1 else { return .failed(Self.severalElements, input) }
                switch JSONPathComparison.holds(left.values[0], comparison, right.values[0]) {
                case .success(true): values.append(element)
                case .success(false): continue
                case .failure(let failure): return .failed(failure.message, values)
                }
            }
        }
        return Outcome(values: values)
    }

    private static let severalElements = "can only compare one element at a time"

    // MARK: - Values

    /// A value that is taken out of the object; a number that counts as floating-point is written as one.
    private func taken(_ value: JSONValue?) -> JSONValue? {
        guard numbersAreDoubles, case .number(let number)? = value, number.isInteger, number.double.isFinite else {
            return value
        }
        return .number(JSONNumber(verbatim: number.double.description))
    }

    /// What is in a value: members in the order of their keys, elements, the bytes of a string.
    ///
    /// Where client-go goes over the members in a random order, this goes over them in the one order that repeats.
    private static func parts(of value: JSONValue?) -> Values {
        switch value {
        case .object(let object)?: object.sortedByKey().values
        case .array(let elements)?: elements
        case .string(let text)?: text.utf8.map { .number(JSONNumber($0)) }
        default: []
        }
    }

    /// The values with all in them that is not empty and no scalar but a string, each before its parts.
    private static func descendants(of input: Values) -> Values {
        var found: Values = []
        var pending = Array(input.reversed())
        while let value = pending.popLast() {
            switch value {
            case .object(let object)? where !object.isEmpty:
                found.append(value)
                pending += object.sortedByKey().values.reversed() as Values
            case .array(let elements)? where !elements.isEmpty:
                found.append(value)
                pending += elements.reversed() as Values
            case .string(let text)? where !text.isEmpty: found.append(value)
            default: continue
            }
        }
        return found
    }

    /// The Go type that kubectl's decoder gives a value.
    private static func typeName(_ value: JSONValue?) -> String {
        switch value {
        case nil, .null?: "<nil>"
        case .bool?: "bool"
        case .number(let number)?: number.int64 == nil ? "float64" : "int64"
        case .string?: "string"
        case .array?: "[]interface {}"
        case .object?: "map[string]interface {}"
        }
    }
}
