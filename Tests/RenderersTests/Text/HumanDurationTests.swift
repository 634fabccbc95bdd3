import KubeModel
import Testing

@testable import Renderers

struct HumanDurationTests {
    @Test(arguments: [
        (-3, "<invalid>"), (-2, "<invalid>"), (-1, "0s"), (0, "0s"), (1, "1s"), (119, "119s"), (120, "2m"),
        (121, "2m1s"),
        (542, "9m2s"), (599, "9m59s"), (600, "10m"), (10_799, "179m"), (10_800, "3h"), (11_100, "3h5m"),
        (28_799, "7h59m"), (28_800, "8h"), (172_799, "47h"), (172_800, "2d"), (190_800, "2d5h"), (691_199, "7d23h"),
        (691_200, "8d"), (63_071_999, "729d"), (63_072_000, "2y"), (65_664_000, "2y30d"), (252_287_999, "7y364d"),
        (252_288_000, "8y"),
    ])
    func showsTwoOrThreeFigures(seconds: Int64, expected: String) {
        #expect(HumanDuration.text(nanoseconds: seconds * 1_000_000_000) == expected)
    }

    @Test func showsTheZeroTimeAsUnknown() {
        let now = Timestamp(seconds: 1_000)
        #expect(HumanDuration.age(of: .zero, now: now) == "<unknown>")
        #expect(HumanDuration.age(of: Timestamp(seconds: 962), now: now) == "38s")
        // The difference does not fit 64 bits of nanoseconds.
        #expect(HumanDuration.age(of: Timestamp(seconds: -62_135_596_801), now: now) == "292y")
    }
}
