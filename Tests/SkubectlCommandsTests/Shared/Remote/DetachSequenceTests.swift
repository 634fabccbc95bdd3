import CommandLineKit
import Testing

@testable import SkubectlCommands

struct DetachSequenceTests {
    @Test(
        arguments: [
            ("ctrl-p,ctrl-q", [16, 17]), ("a", [97]), ("ctrl-@,ctrl-[,ctrl-_", [0, 27, 31]), ("x,ctrl-a", [120, 1]),
            (",", []),
        ] as [(String, [UInt8])])
    func readsKeys(text: String, keys: [UInt8]) throws {
        guard keys.isEmpty else {
            #expect(try DetachSequence.parse(text) == keys)
            return
        }
        #expect(throws: UsageError.self) { try DetachSequence.parse(text) }
    }

    @Test(arguments: ["ctrl-1", "ctrl-", "ab", "Ctrl-a"])
    func refusesWhatIsNoKey(text: String) {
        #expect(
            throws: UsageError.invalid("could not bind detach keys: Unknown character: '\(text)'", hint: .none)
        ) { try DetachSequence.parse(text) }
    }

    @Test func holdsKeysBackUntilTheyAreComplete() {
        var sequence = DetachSequence(keys: [16, 17])
        #expect(sequence.feed([1, 16]) == ([1], false))
        #expect(sequence.feed([2]) == ([16, 2], false))
        #expect(sequence.feed([16, 16]) == ([16], false))
        #expect(sequence.feed([17, 3]) == ([], true))
    }

    @Test func withoutKeysEverythingPasses() {
        var sequence = DetachSequence(keys: [])
        #expect(sequence.feed([16, 17]) == ([16, 17], false))
    }
}
