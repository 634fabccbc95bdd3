import JSONModel
import KubeModel
import StdlibExtensions
import TestSupport
import Testing

@testable import Renderers

/// Events of all kinds, as kubectl shows them.
struct EventsPrinterTests {
    private let fixture = Fixture()

    private func odd() throws -> (events: [Event], now: Timestamp) {
        let list: ObjectList<Event> = try fixture.json("events/odd.json").decoded()
        return (list.items, try #require(Timestamp(rfc3339: fixture.text("events/odd.now.txt"))))
    }

    @Test func printsAsTheEventsCommandDoes() throws {
        let (events, now) = try odd()
        var output = ""
        var printer = EventsPrinter()
        printer.print(EventText.sortedForEvents(events), now: now, into: &output)
        #expect(try output == fixture.text("events/odd.events.txt"))

        output = ""
        printer = EventsPrinter(showsHeaders: false, showsNamespace: true)
        printer.print(EventText.sortedForEvents(events), now: now, into: &output)
        #expect(try output == fixture.text("events/odd.all.txt"))
    }

    @Test func printsAsDescribeDoes() throws {
        let (events, now) = try odd()
        let pod: Pod = try fixture.json("describe/pod-empty.json").decoded()
        let output = PodDescriber(pod: pod, events: events).render(now: now, zone: .utc)
        #expect(try String(decoding: output, as: UTF8.self) == fixture.text("events/odd.describe.txt"))
        let without = PodDescriber(pod: pod, events: nil).render(now: now, zone: .utc)
        #expect(String(decoding: without, as: UTF8.self).hasSuffix("Tolerations:     <none>\n"))
    }

    /// Many events have the same time; kubectl's order among them is that of Go's unstable sorting.
    @Test(arguments: ["ties", "equal", "rising", "falling", "mixed", "saw"])
    func sortsAsKubectlDoes(name: String) throws {
        let golden = try #require(try fixture.json("events/sorting.json")[name])
        let keys = try golden["keys"]?.decoded(as: [Int].self) ?? []
        var order = Array(keys.indices)
        order.goSort { keys[$0] < keys[$1] }
        #expect(try order == golden["order"]?.decoded(as: [Int].self))
    }

    @Test func readsEventsOfTheNewGroup() throws {
        let new: JSONValue = [
            "apiVersion": "events.k8s.io/v1", "kind": "Event", "metadata": ["name": "e"],
            "eventTime": "2021-03-04T05:06:07.123456Z", "reportingController": "c", "reportingInstance": "i",
            "action": "a", "reason": "R", "regarding": ["kind": "Pod", "name": "p"], "note": "text",
            "type": "Normal", "deprecatedCount": 3, "deprecatedLastTimestamp": "2021-03-04T05:06:08Z",
            "series": ["count": 2, "lastObservedTime": "2021-03-04T05:06:09.000001Z"],
        ]
        let event: Event = try new.decoded()
        #expect(event.message == "text" && event.involvedObject.name == "p" && event.count == 3)
        #expect(EventText.source(of: event) == "c")
        #expect(event.series?.lastObservedTime == Timestamp(seconds: 1_614_834_369, nanoseconds: 1000))
    }
}
