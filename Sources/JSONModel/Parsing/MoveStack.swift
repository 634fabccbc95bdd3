/// A stack whose top elements can be moved into an array in one go, without touching their reference counts.
struct MoveStack<Element>: ~Copyable {
    private var storage: UnsafeMutablePointer<Element>
    private var capacity = 32
    private(set) var count = 0

    init() {
        storage = .allocate(capacity: capacity)
    }

    deinit {
        storage.deinitialize(count: count)
        storage.deallocate()
    }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count)
        return storage[index]
    }

    mutating func push(_ element: consuming Element) {
        if count == capacity { grow() }
        (storage + count).initialize(to: element)
        count += 1
    }

    mutating func pop() -> Element {
        precondition(count > 0)
        count -= 1
        return (storage + count).move()
    }

    /// Takes the `size` topmost elements off the stack and has `take` move all of them out of their place.
    mutating func moveTop<Result>(_ size: Int, to take: (UnsafeMutableBufferPointer<Element>) -> Result) -> Result {
        precondition(size >= 0 && size <= count)
        count -= size
        return take(UnsafeMutableBufferPointer(start: storage + count, count: size))
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: storage, count: count)
        storage.deallocate()
        storage = larger
        capacity *= 2
    }
}

extension MoveStack<JSONValue> {
    /// Takes the `size` topmost values off the stack, lowest first, as an array of exactly that capacity.
    mutating func pop(_ size: Int) -> [JSONValue] {
        if size == 0 { return [] }
        return moveTop(size) { values in
            var array: [JSONValue] = []
            // Much quicker than the initializer with an uninitialized capacity, which looks up its type each time.
            array.reserveCapacity(size)
            for index in values.indices { array.append(values.moveElement(from: index)) }
            return array
        }
    }
}
