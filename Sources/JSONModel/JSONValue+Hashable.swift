import StdlibExtensions

extension JSONValue: Hashable {
    /// Whether both are the same: strings by their bytes, numbers by their texts, members with their order.
    ///
    /// It keeps its own stack, so that nesting costs no stack of the thread.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        var pairs = [(left, right)]
        while let pair = pairs.popLast() {
            switch pair {
            case (.null, .null):
                continue
            case (.bool(let left), .bool(let right)):
                guard left == right else { return false }
            case (.number(let left), .number(let right)):
                guard left == right else { return false }
            case (.string(let left), .string(let right)):
                guard left.hasSameBytes(as: right) else { return false }
            case (.array(let left), .array(let right)):
                if left.isSameStorage(as: right) { continue }
                guard left.count == right.count else { return false }
                pairs.append(contentsOf: zip(left, right))
            case (.object(let left), .object(let right)):
                if left.entries.isSameStorage(as: right.entries) { continue }
                guard left.hasSameKeys(as: right) else { return false }
                for (left, right) in zip(left.entries, right.entries) { pairs.append((left.value, right.value)) }
            default:
                return false
            }
        }
        return true
    }

    /// Feeds everything in the value to `hasher`; like `==`, without recursion.
    package func hash(into hasher: inout Hasher) {
        var values = [self]
        while let value = values.popLast() {
            switch value {
            case .null:
                hasher.combine(0)
            case .bool(let value):
                hasher.combine(value)
            case .number(let number):
                hasher.combine(number)
            case .string(let text):
                hasher.combine(text)
            case .array(let elements):
                hasher.combine(elements.count)
                values.append(contentsOf: elements)
            case .object(let object):
                hasher.combine(object.count)
                for entry in object.entries {
                    hasher.combine(entry.key)
                    values.append(entry.value)
                }
            }
        }
    }
}

extension Array {
    /// Whether both arrays are the same memory, and so have the same elements.
    fileprivate func isSameStorage(as other: [Element]) -> Bool {
        withUnsafeBufferPointer { mine in
            other.withUnsafeBufferPointer { $0.baseAddress == mine.baseAddress && $0.count == mine.count }
        }
    }
}
