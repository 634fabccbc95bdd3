import HTTPTransport
import KubeClient
import SystemIO
import TestSupport
import Testing

@testable import SkubectlCommands

@Suite(.timeLimit(.minutes(1)))
struct RemoteConsoleTests {
    @Test func passesTheInputToItsEndAndTheOutputsOn() async throws {
        let console = MemoryConsole(input: "one\ntwo\n")
        let session = MemoryRemoteSession { process in
            process.write(await process.readAll() + Array("end\n".utf8))
            process.complain("careful\n")
            return .success(.success)
        }
        try await RemoteConsole(console: console, takesInput: true).run { session }
        #expect(console.output == "one\ntwo\nend\n")
        #expect(console.error == "careful\n")
        #expect(console.rawModes.isEmpty)
        #expect(session.isClosed)
    }

    @Test func theEndOfTheProcessIsTold() async {
        for (end, error) in [
            (RemoteEnd.exitCode(7), RemoteProcessError.exitCode(7)), (.failure("no"), .failed("no")),
        ] {
            let console = MemoryConsole()
            await #expect(throws: error) {
                try await RemoteConsole(console: console).run { MemoryRemoteSession { _ in .success(end) } }
            }
        }
    }

    @Test func theTerminalIsRestoredWhateverHappens() async {
        let state = TerminalState(inputIsTerminal: true, outputIsTerminal: true, columns: 80)
        let console = MemoryConsole(terminal: state)
        let remote = RemoteConsole(console: console, isTerminal: true)
        await #expect(throws: RemoteSessionError.endMissing) {
            try await remote.run { MemoryRemoteSession { _ in .failure(.endMissing) } }
        }
        await #expect(throws: ClientError.upgradeRefused("no")) {
            try await remote.run { throw ClientError.upgradeRefused("no") }
        }
        #expect(console.rawModes == [true, false, true, false])
    }

    @Test func theDetachKeysEndTheSessionAndNotTheProcess() async throws {
        let console = MemoryConsole(input: "a\u{10}\u{11}b", terminal: TerminalState(inputIsTerminal: true))
        let session = MemoryRemoteSession { process in
            // Lives on, whatever comes.
            while await process.read() != nil {}
            await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            return .success(.success)
        }
        var remote = RemoteConsole(console: console, takesInput: true, isTerminal: true)
        remote.detachKeys = [16, 17]
        try await remote.run { session }
        #expect(session.isClosed)
        #expect(console.rawModes == [true, false])
    }

    @Test func aTerminalIsOnlyForWhoHasOne() {
        let without = MemoryConsole()
        let with = MemoryConsole(terminal: TerminalState(inputIsTerminal: true))
        #expect(RemoteConsole.wantsTerminal(true, input: true, isQuiet: false, with))
        #expect(!RemoteConsole.wantsTerminal(true, input: false, isQuiet: false, with))
        #expect(!RemoteConsole.wantsTerminal(true, input: true, isQuiet: true, without))
        #expect(without.error == "")
        #expect(!RemoteConsole.wantsTerminal(true, input: true, isQuiet: false, without))
        #expect(without.error == "Unable to use a TTY - input is not a terminal or the right kind of file\n")
    }
}
