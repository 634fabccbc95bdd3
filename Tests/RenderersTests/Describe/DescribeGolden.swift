import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Compares descriptions with those that kubectl gave of the same objects.
enum DescribeGolden {
    /// When kubectl was asked: the ages in its descriptions are counted to this time.
    static let now = Timestamp(rfc3339: "2026-11-22T22:00:00Z") ?? .zero

    static func compare(_ describer: some Describer, _ name: String) throws {
        let expected = try Fixture().bytes("describe/\(name).txt")
        let actual = describer.render(now: now, zone: .utc)
        guard actual != expected else { return }
        let lines = zip(
            String(decoding: actual, as: UTF8.self).splitLines(),
            String(decoding: expected, as: UTF8.self).splitLines())
        for (actual, expected) in lines where actual != expected {
            Issue.record("\(name):\n  is       |\(actual)|\n  shall be |\(expected)|")
            return
        }
        Issue.record("\(name): \(actual.count) bytes instead of \(expected.count)")
    }
}
