extension Array {
    /// Sorts as Go's `sort.Sort` and `sort.Slice` do, which leaves equal elements in no particular order, but always in
    /// the same one: that of pattern-defeating quicksort as Go 1.19 and later have it.
    ///
    /// kubectl sorts events and others by keys that are often equal; this gives them its order.
    package mutating func goSort(by precedes: (Element, Element) -> Bool) {
        self = withoutActuallyEscaping(precedes) { precedes in
            var sorter = PatternDefeatingQuicksort(elements: self, precedes: precedes)
            sorter.sort()
            return sorter.elements
        }
    }
}

/// Go's variant of pattern-defeating quicksort (Orson Peters): which elements it compares and swaps, and when.
private struct PatternDefeatingQuicksort<Element> {
    /// What the choice of a pivot tells about the order of a range.
    private enum Hint {
        case unknown, increasing, decreasing
    }

    /// A range that waits to be sorted.
    private struct Task {
        var range: Range<Int>
        /// How many more bad pivots are put up with before heapsort takes over.
        var limit: Int
        var wasBalanced = true
        var wasPartitioned = true
    }

    private static var longestInsertion: Int { 12 }
    private static var shortestNinther: Int { 50 }
    private static var shortestShifting: Int { 50 }

    var elements: [Element]
    let precedes: (Element, Element) -> Bool

    mutating func sort() {
        let limit = Int.bitWidth - elements.count.leadingZeroBitCount
        var tasks = [Task(range: 0..<elements.count, limit: limit)]
        while let task = tasks.popLast() {
            // The order in which disjoint ranges are sorted makes no difference but for the element before a range,
            // which is a pivot and stays in its place.
            tasks += step(task)
        }
    }

    /// Sorts a short range, or takes one step with a long one and returns what is left to do.
    private mutating func step(_ task: Task) -> [Task] {
        var task = task
        let range = task.range
        guard range.count > Self.longestInsertion else {
            insertionSort(range)
            return []
        }
        guard task.limit > 0 else {
            heapSort(range)
            return []
        }
        if !task.wasBalanced {
            breakPatterns(range)
            task.limit -= 1
        }
        var (pivot, hint) = choosePivot(range)
        if hint == .decreasing {
            elements[range].reverse()
            pivot = range.upperBound - 1 - (pivot - range.lowerBound)
            hint = .increasing
        }
        if task.wasBalanced, task.wasPartitioned, hint == .increasing, insertionSortPartially(range) { return [] }
        if range.lowerBound > 0, !isLess(range.lowerBound - 1, pivot) {
            let middle = partitionEqual(range, pivot: pivot)
            task.range = middle..<range.upperBound
            return [task]
        }
        let (middle, wasPartitioned) = partition(range, pivot: pivot)
        let left = range.lowerBound..<middle
        let right = middle + 1..<range.upperBound
        let (shorter, longer) = left.count < range.upperBound - middle ? (left, right) : (right, left)
        // The pivot's place counts as part of the right side.
        let shorterLength = min(left.count, range.upperBound - middle)
        let next = Task(
            range: longer, limit: task.limit, wasBalanced: shorterLength >= range.count / 8,
            wasPartitioned: wasPartitioned)
        return [next, Task(range: shorter, limit: task.limit)]
    }

    private func isLess(_ left: Int, _ right: Int) -> Bool {
        precedes(elements[left], elements[right])
    }
}

// MARK: - Simple sorts

extension PatternDefeatingQuicksort {
    private mutating func insertionSort(_ range: Range<Int>) {
        for start in range.dropFirst() {
            var index = start
            while index > range.lowerBound, isLess(index, index - 1) {
                elements.swapAt(index, index - 1)
                index -= 1
            }
        }
    }

    /// Puts a few elements in their places; returns whether the range is sorted then.
    private mutating func insertionSortPartially(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound + 1
        for _ in 0..<5 {
            while index < range.upperBound, !isLess(index, index - 1) { index += 1 }
            if index == range.upperBound { return true }
            if range.count < Self.shortestShifting { return false }
            elements.swapAt(index, index - 1)
            if index - range.lowerBound >= 2 {
                var left = index - 1
                while left >= 1, isLess(left, left - 1) {
                    elements.swapAt(left, left - 1)
                    left -= 1
                }
            }
            if range.upperBound - index >= 2 {
                var right = index + 1
                while right < range.upperBound, isLess(right, right - 1) {
                    elements.swapAt(right, right - 1)
                    right += 1
                }
            }
        }
        return false
    }

    private mutating func heapSort(_ range: Range<Int>) {
        for root in (0...(range.count - 1) / 2).reversed() { siftDown(root, count: range.count, in: range) }
        for last in (0..<range.count).reversed() {
            elements.swapAt(range.lowerBound, range.lowerBound + last)
            siftDown(0, count: last, in: range)
        }
    }

    private mutating func siftDown(_ start: Int, count: Int, in range: Range<Int>) {
        let first = range.lowerBound
        var root = start
        while 2 * root + 1 < count {
            var child = 2 * root + 1
            if child + 1 < count, isLess(first + child, first + child + 1) { child += 1 }
            guard isLess(first + root, first + child) else { return }
            elements.swapAt(first + root, first + child)
            root = child
        }
    }
}

// MARK: - Pivots and partitions

extension PatternDefeatingQuicksort {
    /// Moves three elements around the middle to places drawn from a generator that starts with the length.
    private mutating func breakPatterns(_ range: Range<Int>) {
        let length = range.count
        var random = UInt64(length)
        let mask = (UInt64(1) << UInt64(Int.bitWidth - length.leadingZeroBitCount)) - 1
        let middle = range.lowerBound + length / 4 * 2
        for offset in -1...1 {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            var other = Int(random & mask)
            if other >= length { other -= length }
            elements.swapAt(middle + offset, range.lowerBound + other)
        }
    }

    private func choosePivot(_ range: Range<Int>) -> (pivot: Int, hint: Hint) {
        let quarter = range.count / 4
        var points = [1, 2, 3].map { range.lowerBound + quarter * $0 }
        var swaps = 0
        if range.count >= Self.shortestNinther {
            points = points.map { median($0 - 1, $0, $0 + 1, &swaps) }
        }
        let pivot = median(points[0], points[1], points[2], &swaps)
        return (pivot, swaps == 0 ? .increasing : swaps == 12 ? .decreasing : .unknown)
    }

    private func median(_ first: Int, _ second: Int, _ third: Int, _ swaps: inout Int) -> Int {
        var (first, second, third) = (first, second, third)
        order(&first, &second, &swaps)
        order(&second, &third, &swaps)
        order(&first, &second, &swaps)
        return second
    }

    private func order(_ left: inout Int, _ right: inout Int, _ swaps: inout Int) {
        guard isLess(right, left) else { return }
        swap(&left, &right)
        swaps += 1
    }

    /// Brings what is less than the pivot before it; returns the pivot's place, and whether nothing had to be moved.
    private mutating func partition(_ range: Range<Int>, pivot: Int) -> (middle: Int, wasPartitioned: Bool) {
        let first = range.lowerBound
        elements.swapAt(first, pivot)
        var (left, right) = (first + 1, range.upperBound - 1)
        var wasPartitioned = true
        while true {
            while left <= right, isLess(left, first) { left += 1 }
            while left <= right, !isLess(right, first) { right -= 1 }
            if left > right { break }
            wasPartitioned = false
            elements.swapAt(left, right)
            left += 1
            right -= 1
        }
        elements.swapAt(right, first)
        return (right, wasPartitioned)
    }

    /// Brings what equals the pivot, which is the least, to the front; returns where the rest begins.
    private mutating func partitionEqual(_ range: Range<Int>, pivot: Int) -> Int {
        let first = range.lowerBound
        elements.swapAt(first, pivot)
        var (left, right) = (first + 1, range.upperBound - 1)
        while true {
            while left <= right, !isLess(first, left) { left += 1 }
            while left <= right, isLess(first, right) { right -= 1 }
            if left > right { return left }
            elements.swapAt(left, right)
            left += 1
            right -= 1
        }
    }
}
