extension Array {
    /// Sorts as Go's `sort.SliceStable` does: blocks of twenty by insertion, which are then merged in place (SymMerge).
    ///
    /// For a comparison that is an order this is any stable sort. kubectl has one that is none, and what comes of it
    /// depends on which elements are compared, and when.
    package mutating func goStableSort(by precedes: (Element, Element) -> Bool) {
        var block = 20
        for start in stride(from: 0, to: count, by: block) {
            insertionSort(start..<Swift.min(start + block, count), precedes)
        }
        while block < count {
            for start in stride(from: 0, to: count, by: 2 * block) where start + block < count {
                symMerge(start, start + block, Swift.min(start + 2 * block, count), precedes)
            }
            block *= 2
        }
    }

    private mutating func insertionSort(_ range: Range<Int>, _ precedes: (Element, Element) -> Bool) {
        for start in range.dropFirst() {
            var index = start
            while index > range.lowerBound, precedes(self[index], self[index - 1]) {
                swapAt(index, index - 1)
                index -= 1
            }
        }
    }

    /// Merges two sorted neighbours, `first..<middle` and `middle..<end`.
    private mutating func symMerge(
        _ first: Int, _ middle: Int, _ end: Int, _ precedes: (Element, Element) -> Bool
    ) {
        if middle - first == 1 {
            let place = Self.bound(middle..<end) { precedes(self[$0], self[first]) }
            rotate(first, middle, place)
            return
        }
        if end - middle == 1 {
            let place = Self.bound(first..<middle) { !precedes(self[middle], self[$0]) }
            rotate(place, middle, end)
            return
        }
        let half = (first + end) / 2
        let sum = half + middle
        let range = middle > half ? sum - end..<half : first..<middle
        let start = Self.bound(range) { !precedes(self[sum - 1 - $0], self[$0]) }
        let stop = sum - start
        if start < middle, middle < stop { rotate(start, middle, stop) }
        if first < start, start < half { symMerge(first, start, half, precedes) }
        if half < stop, stop < end { symMerge(half, stop, end, precedes) }
    }

    /// The first place in a range where `isBefore` does not hold, by halving.
    private static func bound(_ range: Range<Int>, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Exchanges two neighbours, `first..<middle` and `middle..<end`.
    private mutating func rotate(_ first: Int, _ middle: Int, _ end: Int) {
        replaceSubrange(first..<end, with: Array(self[middle..<end] + self[first..<middle]))
    }
}
