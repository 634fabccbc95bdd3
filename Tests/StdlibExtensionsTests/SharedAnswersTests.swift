import StdlibExtensions
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SharedAnswersTests {
    struct Refusal: Error {}

    actor Counter {
        private var count = 0

        func next() -> Int {
            count += 1
            return count
        }
    }

    @Test func manyAtOnceAskOnce() async throws {
        let shared = SharedAnswers<String, Int, Refusal>()
        let counter = Counter()
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await shared.answer(to: "a") {
                        // The others are there by then.
                        try? await Task.sleep(for: .milliseconds(20))
                        return await counter.next()
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: 1, count: 20))
        #expect(try await shared.answer(to: "a") { 7 } == 1)
        #expect(try await shared.answer(to: "b") { 7 } == 7)
    }

    @Test func whatFailedIsAskedForAgain() async throws {
        let shared = SharedAnswers<Int, String, Refusal>()
        await #expect(throws: Refusal.self) {
            _ = try await shared.answer(to: 1) { () async throws(Refusal) in throw Refusal() }
        }
        #expect(try await shared.answer(to: 1) { "now" } == "now")
    }

    @Test func whoIsCancelledDoesNotWait() async throws {
        let shared = SharedAnswers<Int, String, Refusal>()
        let waiting = Task {
            try await shared.answer(to: 1) { () async throws(Refusal) in
                // Longer than the test may take.
                do { try await Task.sleep(for: .seconds(600)) } catch { throw Refusal() }
                return "late"
            }
        }
        try await Task.sleep(for: .milliseconds(20))
        waiting.cancel()
        await #expect(throws: Refusal.self) { _ = try await waiting.value }
        #expect(try await shared.answer(to: 1) { "anew" } == "anew")
    }
}
