/// Finds out which parts of a value an expression may look at, without evaluating it.
///
/// It may find too much, never too little: each path is taken to begin at each value that paths may begin at, the root
/// and the items of the ranges; what cannot be told is everything.
struct JSONPathReach {
    private typealias Path = [JSONProjection.Step]

    /// More paths than this are not worth their while, nor are more ranges than this.
    private static let mostPaths = 256
    private static let mostRanges = 6

    /// Where paths end whose values are looked at.
    private var ends: Set<Path> = []
    /// Where the items of ranges are.
    private var ranges: [Path] = []
    private var openRanges = 0
    /// Whether all is well so far.
    private var isClear = true

    /// The projection for an expression's nodes.
    static func projection(of nodes: [JSONPathNode]) -> JSONProjection {
        var reach = JSONPathReach()
        for case .list(let steps) in nodes { reach.addAction(steps) }
        guard reach.isClear, reach.openRanges == 0, reach.ranges.count <= mostRanges else { return .whole }
        return reach.projection
    }

    private var projection: JSONProjection {
        var starts: Set<Path> = [[]]
        for _ in ranges {
            starts.formUnion(starts.flatMap { start in ranges.map { start + $0 } })
            guard starts.count * (ends.count + 1) <= Self.mostPaths else { return .whole }
        }
        var projection = JSONProjection.nothing
        for start in starts {
            for end in ends { projection.add(start + end, isWhole: true) }
            projection.add(start, isWhole: false)
        }
        return projection
    }

    /// What stands between a pair of braces.
    private mutating func addAction(_ steps: [JSONPathNode]) {
        switch steps.first {
        case .identifier("range")?:
            openRanges += 1
            ranges += paths(Array(steps.dropFirst()), from: [[]])
        case .identifier("end")? where openRanges > 0 && steps.count == 1: openRanges -= 1
        default: ends.formUnion(paths(steps, from: [[]]))
        }
    }

    /// Where the steps lead to; what is looked at on the way is added to the ends.
    private mutating func paths(_ steps: [JSONPathNode], from starts: [Path]) -> [Path] {
        var current = starts
        for step in steps {
            guard isClear, current.count <= Self.mostPaths else {
                isClear = false
                return []
            }
            switch step {
            case .text, .literal: current = []
            case .field(let name): current = current.map { $0 + [.member(name)] }
            case .slice: current = current.map { $0 + [.elements] }
            case .filter(let filter):
                current = current.map { $0 + [.elements] }
                ends.formUnion(paths(filter.left, from: current))
                ends.formUnion(paths(filter.right, from: current))
            case .union(let lists): current = lists.flatMap { paths($0, from: current) }
            case .wildcard, .descent:
                ends.formUnion(current)
                current = []
            case .list, .identifier: isClear = false
            }
        }
        return current
    }
}
