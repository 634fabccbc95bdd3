import JSONModel

/// A list that is changed in the memory of another one, as Go's slices are.
///
/// apimachinery deletes and appends in place and afterwards orders by the list it began with, in whose memory the new
/// elements may have come. Where elements were deleted, they precede what only the server has for this reason alone.
struct SharedList {
    /// What stands in the memory of the list it began with.
    private(set) var memory: [JSONValue]
    private(set) var elements: [JSONValue]
    private var isShared = true

    init(_ elements: [JSONValue]) {
        memory = elements
        self.elements = elements
    }

    mutating func remove(at index: Int) {
        elements.remove(at: index)
        for place in index..<elements.count { memory[place] = elements[place] }
    }

    mutating func append(_ element: JSONValue) {
        set(element, at: elements.count)
    }

    /// Sets an element, or appends one behind the last.
    mutating func set(_ element: JSONValue, at index: Int) {
        if index < elements.count { elements[index] = element } else { elements.append(element) }
        // What does not fit comes into other memory, and the list with it.
        if isShared && index < memory.count { memory[index] = element }
    }

    /// Puts other elements in the place of all; the list has memory of its own then.
    mutating func replace(with elements: [JSONValue]) {
        self.elements = elements
        isShared = false
    }
}
