import StdlibExtensions
import Testing

@Suite struct ArrayGoStableSortTests {
    /// Lengths below, at and above the blocks that are sorted by insertion.
    @Test(arguments: [0, 1, 2, 19, 20, 21, 40, 41, 100, 1_000])
    func equalElementsKeepTheirOrder(count: Int) {
        var state: UInt32 = 7
        let elements = (0..<count).map { index in
            state = state &* 1_664_525 &+ 1_013_904_223
            return (key: Int(state >> 16) % 10, index: index)
        }
        var sorted = elements
        sorted.goStableSort { $0.key < $1.key }
        let expected = elements.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
        #expect(sorted.map(\.index) == expected.map(\.index))
    }

    /// A comparison that always holds turns a short list around, as insertion does.
    @Test func aComparisonThatIsNoOrderHasItsOwnResult() {
        var elements = [1, 2, 3, 4]
        elements.goStableSort { _, _ in true }
        #expect(elements == [4, 3, 2, 1])
    }
}
