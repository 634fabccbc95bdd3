import KubeClient
import KubeModel
import Synchronization
import Testing

@testable import SkubectlCommands

@Suite struct OrderedSendingTests {
    private func object(_ resource: String, _ name: String, group: String = "") -> SelectedObject {
        let kind = GroupVersionKind(group: group, version: "v1", kind: resource)
        let mapping = RESTMapping(APIResource(name: resource, singularName: "", gvk: kind, isNamespaced: true))
        return SelectedObject(mapping: mapping, namespace: "n", name: name)
    }

    /// What began and ended while work went on.
    private final class Trace: Sendable {
        private let state = Mutex((running: 0, most: 0, events: [String]()))

        func begin(_ name: String) {
            state.withLock {
                $0.running += 1
                $0.most = max($0.most, $0.running)
                $0.events.append("+\(name)")
            }
        }
        func end(_ name: String) {
            state.withLock {
                $0.running -= 1
                $0.events.append("-\(name)")
            }
        }
        var most: Int { state.withLock { $0.most } }
        var events: [String] { state.withLock { $0.events } }
    }

    @Test func resultsComeInTheOrderOfTheObjects() async throws {
        let trace = Trace()
        var results: [Int] = []
        try await OrderedSending<Int>(width: 3, window: 5).run { start in
            for number in 0..<40 {
                await start(SendingOrder(object("configmaps", "c\(number)"))) {
                    trace.begin("\(number)")
                    // Earlier ones take longer; nobody cancels.
                    try? await Task.sleep(for: .milliseconds(number % 4 == 0 ? 8 : 1))
                    trace.end("\(number)")
                    return number
                }
            }
        } consume: {
            results.append($0)
        }
        #expect(results == Array(0..<40))
        #expect(trace.most == 3)
    }

    @Test func noMoreThanTheWindowIsHeld() async throws {
        let begun = Mutex(0)
        var most = 0
        var consumed = 0
        try await OrderedSending<Void>(width: 2, window: 4).run { start in
            for number in 0..<20 {
                await start(SendingOrder(object("secrets", "s\(number)"))) {
                    begun.withLock { $0 += 1 }
                    // Nobody cancels.
                    if number % 5 == 0 { try? await Task.sleep(for: .milliseconds(5)) }
                }
            }
        } consume: {
            most = max(most, begun.withLock { $0 } - consumed)
            consumed += 1
        }
        #expect(consumed == 20)
        #expect(most <= 4)
    }

    @Test func otherStagesAndTheSameObjectWait() async throws {
        let trace = Trace()
        let objects = [
            object("configmaps", "a"), object("namespaces", "b"), object("services", "c"),
            object("deployments", "d", group: "apps"), object("services", "c"),
        ]
        try await OrderedSending<Void>().run { start in
            for object in objects {
                await start(SendingOrder(object)) {
                    trace.begin(object.name)
                    // Nobody cancels.
                    try? await Task.sleep(for: .milliseconds(2))
                    trace.end(object.name)
                }
            }
        } consume: { _ in
        }
        let events = trace.events
        #expect(Array(events.prefix(4)) == ["+a", "-a", "+b", "-b"])
        let firstEnd = try #require(events.firstIndex(of: "-c"))
        let secondBegin = try #require(events.lastIndex(of: "+c"))
        #expect(firstEnd < secondBegin)
        #expect(try #require(events.firstIndex(of: "+d")) < firstEnd || trace.most == 2)
    }

    private struct Stop: Error {}

    @Test func whatWasBegunEndsWhereProducingFails() async throws {
        var results: [Int] = []
        await #expect(throws: Stop.self) {
            try await OrderedSending<Int>().run { start in
                await start(SendingOrder(object("pods", "a"))) { 1 }
                await start(SendingOrder(object("pods", "b"))) { 2 }
                throw Stop()
            } consume: {
                results.append($0)
            }
        }
        #expect(results == [1, 2])
    }
}
