import HTTPTransport
import TestSupport
import Testing

@testable import KubeClient

@Suite struct SteadyReadingTests {
    private static let cut = ClientError.brokenBody(.endOfStream(inBody: true), isStreamed: false)
    private static let refused = ClientError.transport(
        .connectFailed(server: "here", address: "here", code: 111, throughProxy: false), method: "GET", url: "u")

    private struct Answers {
        var errors: [ClientError]
        var count = 0

        mutating func next() throws(ClientError) -> Int {
            count += 1
            if !errors.isEmpty { throw errors.removeFirst() }
            return count
        }
    }

    private func read(_ errors: [ClientError]) async throws -> Int {
        var answers = Answers(errors: errors)
        return try await SteadyReading.read(clock: InstantClock()) { try answers.next() }
    }

    @Test func `what was cut off is read again, also while the server starts`() async throws {
        #expect(try await read([Self.cut, Self.refused, Self.refused]) == 4)
    }

    @Test func `a server that was never there is told at once`() async {
        await #expect(throws: Self.refused) { try await read([Self.refused]) }
    }

    @Test func `it ends after a minute`() async {
        await #expect(throws: Self.refused) {
            try await read([Self.cut] + Array(repeating: Self.refused, count: 40))
        }
    }
}
