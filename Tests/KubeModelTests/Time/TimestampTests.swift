import JSONModel
import Testing

@testable import KubeModel

struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, 0), ("2021-03-04T05:06:07Z", 1_614_834_367, 0),
        ("2021-03-04T05:06:07.123456Z", 1_614_834_367, 123_456_000), ("2021-03-04T07:06:07+02:00", 1_614_834_367, 0),
        ("2021-03-03T21:36:07-07:30", 1_614_834_367, 0), ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
        ("2000-02-29T00:00:00Z", 951_782_400, 0), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
        ("2021-03-04T05:06:07.1234567891Z", 1_614_834_367, 123_456_789),
    ])
    func readsRFC3339(text: String, seconds: Int64, nanoseconds: Int32) {
        #expect(Timestamp(rfc3339: text) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    }

    @Test(arguments: [
        "", "2021-03-04", "2021-03-04T05:06:07", "2021-02-29T00:00:00Z", "2021-13-01T00:00:00Z",
        "2021-03-04T24:00:00Z", "2021-03-04T05:06:60Z", "2021-03-04t05:06:07Z", "2021-03-04T05:06:07.Z",
        "2021-03-04T05:06:07+0200", "2021-03-04T05:06:07Z ", "+021-03-04T05:06:07Z",
    ])
    func refusesOtherTexts(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func writesItsForms() {
        let time = Timestamp(seconds: 1_614_834_367, nanoseconds: 123_456_789)
        #expect(time.rfc3339 == "2021-03-04T05:06:07Z")
        #expect(time.rfc3339Micro == "2021-03-04T05:06:07.123456Z")
        #expect(time.rfc1123(in: .utc) == "Thu, 04 Mar 2021 05:06:07 +0000")
        #expect(time.rfc1123(in: .fixed(secondsEast: -27_000)) == "Wed, 03 Mar 2021 21:36:07 -0730")
        #expect(time.rfc3339(in: .fixed(secondsEast: 3600)) == "2021-03-04T06:06:07+01:00")
        #expect(time.goText(in: .utc) == "2021-03-04 05:06:07.123456789 +0000 UTC")
        let india = ZoneOffset.fixed(secondsEast: 19_800, abbreviation: "IST")
        #expect(Timestamp(seconds: 0, nanoseconds: 500_000_000).goText(in: india) == "1970-01-01 05:30:00.5 +0530 IST")
        #expect(Timestamp(seconds: 0).goText(in: india) == "1970-01-01 05:30:00 +0530 IST")
        #expect(Timestamp.zero.goText(in: india) == "0001-01-01 00:00:00 +0000 UTC")
        #expect(Timestamp.zero.rfc1123(in: .utc) == "Mon, 01 Jan 0001 00:00:00 +0000")
    }

    @Test func comparesAndSubtracts() {
        let early = Timestamp(nanosecondsSinceEpoch: -1)
        #expect(early == Timestamp(seconds: -1, nanoseconds: 999_999_999))
        #expect(early < Timestamp(seconds: 0))
        #expect(Timestamp(seconds: 1).nanoseconds(since: early) == 1_000_000_001)
        #expect(Timestamp(seconds: .max).nanoseconds(since: Timestamp(seconds: .min)) == .max)
        #expect(Timestamp(seconds: .min).nanoseconds(since: Timestamp(seconds: .max)) == .min)
    }

    @Test func decodesNullAsZero() throws {
        #expect(try JSONValue.null.decoded(as: Timestamp.self) == .zero)
        #expect(throws: JSONMismatch.self) { try JSONValue.string("yesterday").decoded(as: Timestamp.self) }
    }
}
