import Glibc
import Synchronization
import TestSupport
import Testing

@testable import SystemIO

/// How the program dies of a signal is tested by running it; here a plan that stays alive takes its place.
@Suite(.serialized) struct InterruptionTests {
    @Test func actionsBeforeDeathCanBeTakenBack() {
        let takeBack = Interruption.beforeDeath { Issue.record("was taken back") }
        takeBack()
        takeBack()
    }

    @Test func aSignalCancelsTheWorkAndThenEndsTheProgram() async throws {
        let (signals, ended) = AsyncStream<Int32>.makeStream()
        let work = Task {
            // Ends when it is cancelled.
            for await _ in AsyncStream<Void>.makeStream().stream {}
        }
        let plan = SignalWatcher.Plan(
            cancel: { work.cancel() }, end: { ended.yield($0) }, grace: .seconds(60))
        try #require(SignalWatcher.shared.prepare())
        SignalWatcher.shared.start(plan)
        TestThread.start { SignalWatcher.shared.watch() }
        #expect(!Interruption.hasBegun)
        kill(getpid(), SIGTERM)
        await work.value
        #expect(Interruption.hasBegun)
        SignalWatcher.shared.stop()
        #expect(!Interruption.hasBegun)
        #expect(await signals.first { _ in true } == SIGTERM)
        let descriptor = try #require(Interruption.descriptor)
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        #expect(throws: SystemError(operation: "read", path: "x", code: EINTR)) {
            try StandardStream.readAll(from: ends[0], path: "x", limit: 4, interruption: descriptor)
        }
    }
}
